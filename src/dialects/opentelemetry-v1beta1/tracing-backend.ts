import type { OpenTelemetryCollectorManifest } from '../../../imports/opentelemetry-v1beta1';
import { jaegerGeneration } from '../../model/jaeger-image';
import type { TracingBackendRecord } from '../../model/tracing';
import { isClaimed, writeBadgerGroup, writeBadgerVolume, type WireVolumes } from '../common/badger';
import { codec, defined, sorted } from '../common/codec';
import { readResources, writeResources } from '../common/pods';
import { readSecretMounts, writeSecretMount, writeSecretVolume } from '../common/secret-files';
import { bufferMounts, storeMounts } from '../common/trace-secrets';
import { agreedBuffer, passwordVariables } from './buffer';
import { readConfig, readStorage, writeConfig } from './config';
import { demands } from './demands';
import { JAEGER_IMAGE } from './facts';
import { SHAPE, type WireSpec } from './shape';
import { storeVariables, writeClaims } from './storage';

/** Kind of the resource. */
export const KIND = 'OpenTelemetryCollector';

/** OpenTelemetryCollector that runs Jaeger v2: the whole of it, a collector or a query service. */
export const tracingBackend = codec<TracingBackendRecord, typeof SHAPE, OpenTelemetryCollectorManifest>({
  apiVersion: 'opentelemetry.io/v1beta1',
  kind: KIND,
  shape: SHAPE,
  // The user interface is opened to the outside by an object of its own.
  agreed: (backend, { exposed, hosts, buffer, storage, storeName = backend.storeName }) =>
    defined({
      ...backend,
      exposed,
      hosts,
      buffer: agreedBuffer(backend.buffer, buffer),
      storeName: storage.type === 'otlp' || storage.type === 'none' ? storeName : backend.storeName,
    }),
  write: (backend) => ({
    spec: defined({
      image: imageOf(backend) ?? JAEGER_IMAGE,
      mode: modeOf(backend),
      replicas: backend.replicas,
      // The operator's upgrades rewrite configuration for its own collector, which Jaeger is not.
      upgradeStrategy: 'none',
      env: writeVariables(backend),
      resources: writeResources(backend.resources),
      podAnnotations: sorted(backend.podAnnotations),
      ...writePod(backend),
      config: writeConfig(backend),
    }),
  }),
  read: ({ spec = {} }) => {
    const secrets = { env: spec.env, mounts: readSecretMounts(spec.volumes, spec.volumeMounts) };
    return defined({
      ...readConfig(spec.config, secrets),
      image: spec.image === JAEGER_IMAGE ? undefined : spec.image,
      storage: readStorage(spec.config, secrets, spec),
      replicas: spec.replicas,
      resources: readResources(spec.resources),
      podAnnotations: sorted(spec.podAnnotations),
    });
  },
  demands,
});

/** Jaeger 1 does not know the configuration of a collector. */
function imageOf({ image }: TracingBackendRecord): string | undefined {
  return image !== undefined && jaegerGeneration(image) === 1 ? undefined : image;
}

/** A claimed volume is never mounted by two pods at once, as a Deployment would do when it changes. */
function modeOf({ storage }: TracingBackendRecord): string {
  return storage.type === 'badger' && isClaimed(storage) ? 'statefulset' : 'deployment';
}

/** The variables that secrets come by; a query service is in no touch with Kafka. */
function writeVariables({ storage, buffer }: TracingBackendRecord): WireSpec['env'] {
  const variables = [...storeVariables(storage), ...(buffer ? passwordVariables(buffer) : [])];
  return variables.length > 0 ? variables : undefined;
}

function writePod({ storage, buffer }: TracingBackendRecord): WireSpec {
  const fsGroup = storage.type === 'badger' ? writeBadgerGroup(storage) : undefined;
  const store: WireVolumes = storage.type === 'badger' ? writeBadgerVolume(storage) : {};
  const secrets = [...storeMounts(storage), ...bufferMounts(buffer)];
  const volumes = [...(store.volumes ?? []), ...secrets.map(writeSecretVolume)];
  const volumeMounts = [...(store.volumeMounts ?? []), ...secrets.map(writeSecretMount)];
  return defined({
    podSecurityContext: fsGroup === undefined ? undefined : { fsGroup },
    volumes: volumes.length > 0 ? volumes : undefined,
    volumeMounts: volumeMounts.length > 0 ? volumeMounts : undefined,
    volumeClaimTemplates: writeClaims(storage),
  });
}
