import type { BridgeConsumer, BridgeHttp, BridgeProducer, BridgeRecord } from '../../model/bridge';
import { codec, defined, present, sorted, type Codec } from './codec';
import { CONTAINER_SHAPE, POD_WITH_VOLUMES, readContainer, withContainers } from './container';
import { ENDPOINT_SHAPE, readEndpoint, writeEndpoint } from './endpoint';
import { BRIDGE_OBJECTS, readObjects, writeObjects } from './made-objects';
import { readTemplate, TEMPLATE_SHAPE, writeTemplate } from './pod-template';
import { POD_SHAPES, readResources, withPlainResources, writeResources } from './pods';
import { readRack } from './rack';
import type { Fitting, Shape } from './shape';
import { readTracing } from './tracing';
import { plainWorkload, readWorkload, WORKLOAD_SHAPE, writeWorkload, type WorkloadForm } from './workload';
import type { Named, VersionOf, Wire } from './wire';

const CLIENT = { enabled: 'flag', config: { '*': 'scalar' } } as const satisfies Shape;
const HTTP = {
  port: 'number',
  tls: { certificateAndKey: { secretName: 'text', certificate: 'text', key: 'text' } },
  cors: { allowedOrigins: ['text'], allowedMethods: ['text'] },
} as const satisfies Shape;
const SHAPE = {
  spec: {
    replicas: 'number',
    image: 'text',
    enableMetrics: 'flag',
    ...ENDPOINT_SHAPE,
    http: HTTP,
    consumer: { ...CLIENT, timeoutSeconds: 'number' },
    producer: CLIENT,
    adminClient: { config: { '*': 'scalar' } },
    resources: POD_SHAPES.resources,
    ...WORKLOAD_SHAPE,
    rack: { topologyKey: 'text' },
    tracing: { type: 'text' },
    template: { ...TEMPLATE_SHAPE, ...BRIDGE_OBJECTS, pod: POD_WITH_VOLUMES, bridgeContainer: CONTAINER_SHAPE },
  },
} as const satisfies Shape;

type WireSpec = NonNullable<Fitting<typeof SHAPE>['spec']>;

/** Replicas where the object says nothing. */
const USUAL_REPLICAS = 1;

/** KafkaBridge. */
export function bridgeCodec<T extends Wire<T, typeof SHAPE, Lacks>, Lacks extends string = never>(
  apiVersion: VersionOf<T>,
  form: WorkloadForm,
): Codec<BridgeRecord> {
  return codec<BridgeRecord, typeof SHAPE, Named>({
    apiVersion,
    kind: 'KafkaBridge',
    shape: SHAPE,
    write: (bridge) => ({
      spec: defined({
        replicas: bridge.replicas,
        image: bridge.image,
        enableMetrics: bridge.enableMetrics,
        ...writeEndpoint(bridge.endpoint),
        http: bridge.http && writeHttp(bridge.http),
        consumer: bridge.consumer && clientOf(bridge.consumer),
        producer: bridge.producer && clientOf(bridge.producer),
        adminClient: bridge.adminConfig && { config: sorted(bridge.adminConfig) ?? {} },
        resources: writeResources(bridge.resources),
        ...writeWorkload(bridge, form),
        rack: bridge.rack && { topologyKey: bridge.rack.topologyKey },
        tracing: bridge.tracing && { type: bridge.tracing },
        template: withContainers(
          present({ ...writeTemplate(bridge), ...writeObjects(BRIDGE_OBJECTS, bridge.objects) }),
          { bridgeContainer: bridge },
        ),
      }),
    }),
    read: ({ spec = {} }) =>
      defined({
        replicas: spec.replicas ?? USUAL_REPLICAS,
        image: spec.image,
        enableMetrics: spec.enableMetrics,
        endpoint: readEndpoint(spec),
        http: spec.http && readHttp(spec.http),
        consumer: spec.consumer && clientOf(spec.consumer),
        producer: spec.producer && clientOf(spec.producer),
        adminConfig: sorted(spec.adminClient?.config),
        rack: readRack(spec.rack),
        tracing: readTracing(spec.tracing),
        ...readContainer(spec.template, 'bridgeContainer'),
        resources: readResources(spec.resources),
        ...readWorkload(spec, form),
        ...readTemplate(spec.template),
        objects: readObjects(BRIDGE_OBJECTS, spec.template),
      }),
    plain: ({ spec, ...object }) => ({
      ...object,
      ...(spec && {
        spec: plainWorkload(withPlainResources({ ...spec, replicas: spec.replicas ?? USUAL_REPLICAS }), form),
      }),
    }),
  });
}

function writeHttp({ port, certificate: its, cors }: BridgeHttp): WireSpec['http'] {
  const { allowedOrigins = [], allowedMethods = [] } = cors ?? {};
  return defined({
    port,
    tls: its && { certificateAndKey: { secretName: its.secret, certificate: its.certificate, key: its.key } },
    cors: cors && { allowedOrigins: [...allowedOrigins], allowedMethods: [...allowedMethods] },
  });
}

function readHttp({ port, tls, cors }: NonNullable<WireSpec['http']>): BridgeHttp {
  const { secretName: secret, certificate, key } = tls?.certificateAndKey ?? {};
  const isWhole = secret !== undefined && certificate !== undefined && key !== undefined;
  const { allowedOrigins = [], allowedMethods = [] } = cors ?? {};
  return defined({
    port,
    certificate: isWhole ? { secret, certificate, key } : undefined,
    cors: cors && { allowedOrigins, allowedMethods },
  });
}

/** What is said of a client, in a fixed order: model and object have the same words. */
function clientOf<T extends BridgeProducer>(client: T & BridgeConsumer): T {
  const { enabled, timeoutSeconds, config } = client;
  return defined({ enabled, timeoutSeconds, config: sorted(config) }) as unknown as T;
}
