import type { OpenTelemetryCollectorManifest } from '../../../imports/opentelemetry-v1beta1';
import type { TracingBackendRecord } from '../../model/tracing';
import { isClaimed, writeBadgerGroup, writeBadgerVolume } from '../common/badger';
import { codec, defined, sorted } from '../common/codec';
import { readResources, writeResources } from '../common/pods';
import { readConfig, writeConfig } from './config';
import { demands } from './demands';
import { JAEGER_IMAGE } from './facts';
import { SHAPE, type WireSpec } from './shape';
import { credentialVariables, readBackend, writeClaims } from './storage';

/** Kind of the resource. */
export const KIND = 'OpenTelemetryCollector';

/** OpenTelemetryCollector that runs Jaeger v2: the whole of it, a collector or a query service. */
export const tracingBackend = codec<TracingBackendRecord, typeof SHAPE, OpenTelemetryCollectorManifest>({
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

function writeStore({ storage }: TracingBackendRecord): WireSpec {
  if (storage.type !== 'badger') return {};
  const fsGroup = writeBadgerGroup(storage);
  return defined({
    podSecurityContext: fsGroup === undefined ? undefined : { fsGroup },
    ...writeBadgerVolume(storage),
    volumeClaimTemplates: writeClaims(storage),
  });
}
