import type { TracingBackendRecord } from '../../model/tracing';
import { isClaimed, writeBadgerGroup, writeBadgerVolume } from '../common/badger';
import { codec, defined, sorted } from '../common/codec';
import { readResources, writeResources } from '../common/pods';
import { readConfig, writeConfig } from './config';
import { JAEGER_IMAGE } from './facts';
import { limits } from './limits';
import { credentialVariables, readBackend, writeClaims } from './storage';
import type { WireCollector } from './wire';

/** Kind of the resource. */
export const KIND = 'OpenTelemetryCollector';

/** OpenTelemetryCollector that runs Jaeger v2: the whole of it, a collector or a query service. */
export const tracingBackend = codec<TracingBackendRecord, WireCollector>({
  apiVersion: 'opentelemetry.io/v1beta1',
  kind: KIND,
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
  limits,
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
