import type { TracingBackendRecord } from '../../model/tracing';
import { isClaimed, VOLUMES_SHAPE, writeBadgerGroup, writeBadgerVolume } from '../common/badger';
import { codec, defined, sorted } from '../common/codec';
import { POD_SHAPES, readResources, writeResources } from '../common/pods';
import type { Shape } from '../common/shape';
import { readConfig, writeConfig } from './config';
import { demands } from './demands';
import { JAEGER_IMAGE } from './facts';
import { credentialVariables, readBackend, writeClaims } from './storage';
import type { WireCollector } from './wire';

const SHAPE: Shape = {
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
};

/** Kind of the resource. */
export const KIND = 'OpenTelemetryCollector';

/** OpenTelemetryCollector that runs Jaeger v2: the whole of it, a collector or a query service. */
export const tracingBackend = codec<TracingBackendRecord, WireCollector>({
  apiVersion: 'opentelemetry.io/v1beta1',
  kind: KIND,
  shape: SHAPE,
  // The user interface is opened to the outside by an object of its own.
  agreed: (backend, { exposed }) => defined({ ...backend, exposed }),
  write: (backend) => ({
    spec: defined({
      image: backend.image ?? JAEGER_IMAGE,
      mode: modeOf(backend),
      replicas: backend.replicas,
      // The operator's upgrades rewrite configuration for its own collector, which Jaeger is not.
      upgradeStrategy: 'none',
      env: credentialVariables(backend.storage),
      resources: writeResources(backend.resources),
      podAnnotations: sorted(backend.podAnnotations),
      ...writeStore(backend),
      config: writeConfig(backend),
    }),
  }),
  read: ({ spec = {} }) => {
    const { backend, ...said } = readConfig(spec.config);
    return defined({
      ...said,
      image: spec.image === JAEGER_IMAGE ? undefined : spec.image,
      storage: readBackend(backend, spec),
      replicas: spec.replicas,
      resources: readResources(spec.resources),
      podAnnotations: sorted(spec.podAnnotations),
    });
  },
  demands,
});

/** A claimed volume is never mounted by two pods at once, as a Deployment would do when it changes. */
function modeOf({ storage }: TracingBackendRecord): string {
  return storage.type === 'badger' && isClaimed(storage) ? 'statefulset' : 'deployment';
}

function writeStore({ storage }: TracingBackendRecord): object {
  if (storage.type !== 'badger') return {};
  const fsGroup = writeBadgerGroup(storage);
  return defined({
    podSecurityContext: fsGroup === undefined ? undefined : { fsGroup },
    ...writeBadgerVolume(storage),
    volumeClaimTemplates: writeClaims(storage),
  });
}
