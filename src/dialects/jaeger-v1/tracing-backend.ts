import type { JaegerManifest } from '../../../imports/jaeger-v1';
import type { JsonObject } from '../../model/json';
import type { TraceBuffer, TracingBackendRecord } from '../../model/tracing';
import { writeBadgerGroup, writeBadgerVolume } from '../common/badger';
import { codec, defined, sorted } from '../common/codec';
import { POD_SHAPES, readResources, writeResources } from '../common/pods';
import type { Fitting, Shape } from '../common/shape';
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
    allInOne: COMPONENT,
    collector: COMPONENT,
    ingester: COMPONENT,
    query: COMPONENT,
    strategy: 'text',
    storage: STORAGE_SHAPE,
    ingress: { enabled: 'flag' },
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
  write: (backend) => ({
    spec: defined({
      strategy: backend.strategy,
      ...writeComponents(backend),
      storage: writeStorage(backend.storage),
      ingress: backend.exposed === undefined ? undefined : { enabled: backend.exposed },
      agent: backend.agent && { strategy: backend.agent === 'daemonSet' ? 'DaemonSet' : 'Sidecar' },
      annotations: sorted(backend.podAnnotations),
    }),
  }),
  read: ({ spec = {} }) => {
    const strategy = readStrategy(spec.strategy);
    const [main = 'allInOne'] = COMPONENTS[strategy];
    const component = spec[main] ?? {};
    return defined({
      strategy,
      image: main === 'allInOne' ? component.image : undefined,
      storage: readStorage(spec.storage, component),
      buffer: strategy === 'streaming' ? readBuffer(component.options) : undefined,
      logLevel: text(flatten(component.options)['log-level']),
      agent: readAgent(spec.agent?.strategy),
      exposed: spec.ingress?.enabled,
      replicas: main === 'allInOne' ? undefined : component.replicas,
      resources: readResources(component.resources),
      podAnnotations: sorted(spec.annotations),
    });
  },
  demands,
});

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
    image: allInOne ? image : undefined,
    replicas: component === 'collector' ? replicas : undefined,
    options: nest({ 'log-level': logLevel, ...bufferOptions(backend, component) }),
    resources: writeResources(resources),
    securityContext: allInOne && fsGroup !== undefined ? { fsGroup } : undefined,
    ...(allInOne && storage.type === 'badger' && writeBadgerVolume(storage)),
  });
}

function bufferOptions(
  { strategy, buffer }: TracingBackendRecord,
  component: ComponentName,
): Record<string, string | boolean | undefined> {
  if (strategy !== 'streaming' || !buffer || component === 'query') return {};
  const prefix = component === 'collector' ? 'kafka.producer' : 'kafka.consumer';
  return {
    [`${prefix}.brokers`]: buffer.bootstrapServers,
    [`${prefix}.topic`]: buffer.topic,
    [`${prefix}.authentication`]: buffer.authentication,
    [`${prefix}.tls.enabled`]: buffer.tls,
  };
}

function readBuffer(options: JsonObject | undefined): TraceBuffer | undefined {
  const flat = flatten(options);
  const bootstrapServers = text(flat['kafka.producer.brokers']);
  if (bootstrapServers === undefined) return undefined;
  return defined({
    bootstrapServers,
    topic: text(flat['kafka.producer.topic']),
    authentication: readAuthentication(text(flat['kafka.producer.authentication'])),
    tls: String(flat['kafka.producer.tls.enabled']) === 'true' ? (true as const) : undefined,
  });
}

function readAuthentication(wire: string | undefined): TraceBuffer['authentication'] {
  return wire === 'tls' || wire === 'plaintext' || wire === 'kerberos' ? wire : undefined;
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
