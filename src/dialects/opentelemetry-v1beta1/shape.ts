import { VOLUMES_SHAPE } from '../common/badger';
import { POD_SHAPES } from '../common/pods';
import type { Fitting, Shape } from '../common/shape';

/** What readers take the object for. Schemas leave the configuration open: components have keys of their own. */
export const SHAPE = {
  spec: {
    ...VOLUMES_SHAPE,
    image: 'text',
    mode: 'text',
    replicas: 'number',
    upgradeStrategy: 'text',
    env: POD_SHAPES.env,
    resources: POD_SHAPES.resources,
    podAnnotations: { '*': 'text' },
    podSecurityContext: { fsGroup: 'number' },
    volumeClaimTemplates: [
      {
        metadata: { name: 'text' },
        spec: {
          accessModes: ['text'],
          storageClassName: 'text',
          resources: { requests: { '*': 'scalar' } },
        },
      },
    ],
    config: 'map',
  },
} as const satisfies Shape;

/** What an OpenTelemetryCollector asks for. */
export type WireSpec = NonNullable<Fitting<typeof SHAPE>['spec']>;

/** Volumes that are claimed for each pod. */
export type WireClaims = WireSpec['volumeClaimTemplates'];
