import type { TraceBuffer, TracingBackendRecord } from '../../model/tracing';
import { VOLUMES_SHAPE, writeBadgerGroup, writeBadgerVolume } from '../common/badger';
import { codec, defined, sorted } from '../common/codec';
import { flag, text as anyText } from '../common/guarded';
import { POD_SHAPES, readResources, writeResources, type WireResources } from '../common/pods';
import type { Shape } from '../common/shape';
import { demands } from './demands';
import { flatten, nest, text, type WireOptions } from './options';
import { readStorage, writeStorage, type WireStorage, type WireStore } from './storage';

/** A Deployment of a Jaeger. */
interface WireComponent extends WireStore {
  image?: string;
  replicas?: number;
  options?: WireOptions;
  resources?: WireResources;
}

type ComponentName = 'allInOne' | 'collector' | 'ingester' | 'query';

interface WireJaeger {
  spec?: { [component in ComponentName]?: WireComponent } & {
    strategy?: string;
    storage?: WireStorage;
    ingress?: { enabled?: boolean };
    agent?: { strategy?: string };
    annotations?: Record<string, string>;
  };
}

/** The Deployments of a strategy; the operator looks at no other component's fields. */
const COMPONENTS: Readonly<Record<TracingBackendRecord['strategy'], readonly ComponentName[]>> = {
  allInOne: ['allInOne'],
  production: ['collector', 'query'],
  streaming: ['collector', 'ingester', 'query'],
};

const COMPONENT: Shape = {
  ...VOLUMES_SHAPE,
  image: 'text',
  replicas: 'number',
  options: 'map',
  resources: POD_SHAPES.resources,
  securityContext: { fsGroup: 'number' },
};
const SHAPE: Shape = {
  spec: {
    allInOne: COMPONENT,
    collector: COMPONENT,
    ingester: COMPONENT,
    query: COMPONENT,
    strategy: 'text',
    storage: {
      type: 'text',
      options: 'map',
      secretName: 'text',
      cassandraCreateSchema: { datacenter: 'text' },
    },
    ingress: { enabled: 'flag' },
    agent: { strategy: 'text' },
    annotations: { '*': 'text' },
  },
};

/** Kind of the resource. */
export const KIND = 'Jaeger';

/** Jaeger: one resource for the whole backend. */
export const tracingBackend = codec<TracingBackendRecord, WireJaeger>({
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
      image: main === 'allInOne' ? anyText(component.image) : undefined,
      storage: readStorage(spec.storage, component),
      buffer: strategy === 'streaming' ? readBuffer(component.options) : undefined,
      logLevel: text(flatten(component.options)['log-level']),
      agent: readAgent(spec.agent?.strategy),
      exposed: flag(spec.ingress?.enabled),
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
): Record<string, string | undefined> {
  if (strategy !== 'streaming' || !buffer || component === 'query') return {};
  const prefix = component === 'collector' ? 'kafka.producer' : 'kafka.consumer';
  return { [`${prefix}.brokers`]: buffer.bootstrapServers, [`${prefix}.topic`]: buffer.topic };
}

function readBuffer(options: WireOptions | undefined): TraceBuffer | undefined {
  const flat = flatten(options);
  const bootstrapServers = text(flat['kafka.producer.brokers']);
  return bootstrapServers === undefined
    ? undefined
    : defined({ bootstrapServers, topic: text(flat['kafka.producer.topic']) });
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
