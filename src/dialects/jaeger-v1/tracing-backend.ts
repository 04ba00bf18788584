import type { JaegerManifest } from '../../../imports/jaeger-v1';
import { jaegerGeneration } from '../../model/jaeger-image';
import type { TracingBackendRecord } from '../../model/tracing';
import { VOLUMES_SHAPE, writeBadgerGroup, writeBadgerVolume, type WireVolumes } from '../common/badger';
import { codec, defined, sorted } from '../common/codec';
import { POD_SHAPES, readResources, writeResources } from '../common/pods';
import { readSecretMounts, writeSecretMount, writeSecretVolume, type MountedSecret } from '../common/secret-files';
import type { Fitting, Shape } from '../common/shape';
import { bufferMounts, storeMounts } from '../common/trace-secrets';
import { consumerOptions, producerOptions, readBuffer } from './buffer';
import { demands } from './demands';
import { flatten, nest, text } from './options';
import { readStorage, STORAGE_SHAPE, STORE_SHAPE, writeStorage } from './storage';

type ComponentName = 'allInOne' | 'collector' | 'ingester' | 'query';

/** The Deployments of a strategy; the operator looks at no other component's fields. */
const COMPONENTS: Readonly<Record<TracingBackendRecord['strategy'], readonly ComponentName[]>> = {
  allInOne: ['allInOne'],
  production: ['collector', 'query'],
  streaming: ['collector', 'ingester', 'query'],
};

/** A Deployment of a Jaeger. */
const COMPONENT = {
  ...STORE_SHAPE,
  image: 'text',
  replicas: 'number',
  options: 'map',
  resources: POD_SHAPES.resources,
} as const satisfies Shape;
const SHAPE = {
  spec: {
    ...VOLUMES_SHAPE,
    allInOne: COMPONENT,
    collector: COMPONENT,
    ingester: COMPONENT,
    query: COMPONENT,
    strategy: 'text',
    storage: STORAGE_SHAPE,
    ingress: { enabled: 'flag', hosts: ['text'] },
    agent: { strategy: 'text' },
    annotations: { '*': 'text' },
  },
} as const satisfies Shape;

type WireComponent = Fitting<typeof COMPONENT>;

/** Kind of the resource. */
export const KIND = 'Jaeger';

/** Jaeger: one resource for the whole backend. */
export const tracingBackend = codec<TracingBackendRecord, typeof SHAPE, JaegerManifest, 'spec.allInOne.replicas'>({
  apiVersion: 'jaegertracing.io/v1',
  kind: KIND,
  shape: SHAPE,
  // Its parts have one store, without a name.
  agreed: (backend, { storeName }) => defined({ ...backend, storeName }),
  write: (backend) => ({
    spec: defined({
      strategy: backend.strategy,
      ...writeComponents(backend),
      storage: writeStorage(backend.storage),
      // Of all pods: the jobs that look after the store have no volumes of their own.
      ...writeSecrets(storeMounts(backend.storage)),
      ...writeIngress(backend),
      agent: backend.agent && { strategy: backend.agent === 'daemonSet' ? 'DaemonSet' : 'Sidecar' },
      annotations: sorted(backend.podAnnotations),
    }),
  }),
  read: ({ spec = {} }) => {
    const strategy = readStrategy(spec.strategy);
    const [main = 'allInOne'] = COMPONENTS[strategy];
    const component = spec[main] ?? {};
    const mounts = mountsIn(component, spec);
    return defined({
      strategy,
      image: main === 'allInOne' ? component.image : undefined,
      storage: readStorage(spec.storage, component, mounts),
      buffer: strategy === 'streaming' ? readBuffer(component.options, spec.ingester?.options, mounts) : undefined,
      logLevel: text(flatten(component.options)['log-level']),
      agent: readAgent(spec.agent?.strategy),
      ...readIngress(spec.ingress),
      replicas: main === 'allInOne' ? undefined : component.replicas,
      resources: readResources(component.resources),
      podAnnotations: sorted(spec.annotations),
    });
  },
  demands,
});

type WireIngress = Fitting<(typeof SHAPE)['spec']['ingress']>;

function writeIngress({ exposed, hosts }: TracingBackendRecord): { ingress?: WireIngress } {
  return exposed === undefined && !hosts ? {} : { ingress: defined({ enabled: exposed, hosts }) };
}

function readIngress({ enabled, hosts = [] }: WireIngress = {}): Pick<TracingBackendRecord, 'exposed' | 'hosts'> {
  return defined({ exposed: enabled, hosts: hosts.length > 0 ? hosts : undefined });
}

function writeComponents(backend: TracingBackendRecord): { [component in ComponentName]?: WireComponent } {
  return Object.fromEntries(
    COMPONENTS[backend.strategy]
      .map((component) => [component, writeComponent(backend, component)] as const)
      .filter(([, wire]) => Object.keys(wire).length > 0),
  );
}

function writeComponent(backend: TracingBackendRecord, component: ComponentName): WireComponent {
  const { image, storage, logLevel, replicas, resources } = backend;
  const fsGroup = storage.type === 'badger' ? writeBadgerGroup(storage) : undefined;
  const allInOne = component === 'allInOne';
  return defined({
    // Jaeger 2 does not know the flags that the operator gives.
    image: allInOne && image !== undefined && jaegerGeneration(image) !== 2 ? image : undefined,
    replicas: component === 'collector' ? replicas : undefined,
    options: nest({ 'log-level': logLevel, ...bufferOptions(backend, component) }),
    ...(component === 'collector' || component === 'ingester' ? writeSecrets(bufferMounts(bufferOf(backend))) : {}),
    resources: writeResources(resources),
    securityContext: allInOne && fsGroup !== undefined ? { fsGroup } : undefined,
    ...(allInOne && storage.type === 'badger' && writeBadgerVolume(storage)),
  });
}

/** Only the streaming strategy has a Kafka between its parts. */
function bufferOf({ strategy, buffer }: TracingBackendRecord): TracingBackendRecord['buffer'] {
  return strategy === 'streaming' ? buffer : undefined;
}

function bufferOptions(backend: TracingBackendRecord, component: ComponentName): Parameters<typeof nest>[0] {
  const buffer = bufferOf(backend);
  if (!buffer || component === 'query') return {};
  return component === 'collector' ? producerOptions(buffer) : consumerOptions(buffer);
}

/** What a component has of its own, and what all have. */
function mountsIn(component: WireVolumes, all: WireVolumes): MountedSecret[] {
  return [component, all].flatMap(({ volumeMounts }) =>
    readSecretMounts([...(component.volumes ?? []), ...(all.volumes ?? [])], volumeMounts),
  );
}

function writeSecrets(mounts: readonly MountedSecret[]): WireVolumes {
  if (mounts.length === 0) return {};
  return { volumes: mounts.map(writeSecretVolume), volumeMounts: mounts.map(writeSecretMount) };
}

/** The operator's own reading: case does not matter, and what it does not know is all-in-one. */
function readStrategy(strategy: string | undefined): TracingBackendRecord['strategy'] {
  const known = String(strategy).toLowerCase();
  return known === 'production' || known === 'streaming' ? known : 'allInOne';
}

function readAgent(strategy: string | undefined): TracingBackendRecord['agent'] {
  if (strategy === undefined) return undefined;
  return strategy.toLowerCase() === 'daemonset' ? 'daemonSet' : 'sidecar';
}
