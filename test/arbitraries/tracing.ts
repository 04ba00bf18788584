import fc from 'fast-check';
import type { JsonObject } from '../../src/model/json';
import type { EnvVar } from '../../src/model/env';
import type { Manifest } from '../../src/dialects/common/codec';
import type {
  SamplerRecord,
  TraceBuffer,
  TraceStorageRecord,
  TraceTarget,
  TracingRecord,
  TracingBackendRecord,
} from '../../src/model/tracing';

const name = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,20}[a-z0-9])?$/);
const word = fc.stringMatching(/^[a-zA-Z][-a-zA-Z0-9./]{0,12}$/);
const host = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(\.[a-z][a-z0-9]{0,5}){0,3}$/);
const port = fc.integer({ min: 1, max: 65535 });
const address = fc.tuple(host, port).map(([at, number]) => `${at}:${number}`);
const level = fc.constantFrom('debug', 'info', 'warn', 'error');
const quantity = fc.constantFrom('100m', '2', '512Mi', '20Gi');
const marks = fc.dictionary(word, fc.string({ maxLength: 8 }), { minKeys: 1, maxKeys: 3, noNullPrototype: true });

const resources = sparse({
  requests: fc.record({ cpu: quantity, memory: quantity }),
  limits: fc.record({ memory: quantity }),
});

const secretKey = fc.record({ secret: name, key: name });
const certificate = fc.record({ secret: name, certificate: name });
const clientCertificate = fc.record({ secret: name, certificate: name, key: name });
const serverTls = sparse({ ca: certificate, clientCertificate });

/** What a Kafka between parts of a Jaeger is reached with: TLS, and what both versions of Jaeger take from Secrets. */
const trusted = fc
  .tuple(fc.array(certificate, { maxLength: 1 }), fc.option(clientCertificate, { nil: undefined }))
  .map(([trust, own]) => ({ trust, ...(own && { credentials: { type: 'tls' as const, ...own } }) }));
const password = fc
  .tuple(fc.constantFrom('scram-sha-512' as const, 'scram-sha-256' as const, 'plain' as const), name, secretKey)
  .map(([type, username, key]) => ({ credentials: { type, username, password: key } }));
const foreign = fc.record({ authentication: fc.constantFrom('plaintext' as const, 'kerberos' as const) });
const trustOnly = fc.record({ trust: fc.array(certificate, { maxLength: 1 }) });

function bufferWith(
  security: readonly fc.Arbitrary<Partial<TraceBuffer>>[],
  optional: Partial<Arbitraries<TraceBuffer>>,
): fc.Arbitrary<TraceBuffer> {
  return fc
    .tuple(address, fc.oneof(fc.constant({}), ...security), sparse(optional as Arbitraries<Partial<TraceBuffer>>))
    .map(([bootstrapServers, how, some]) => ({ bootstrapServers, ...how, ...some }));
}

const group = { topic: name, group: name };
const both = (...[one, other]: [fc.Arbitrary<Partial<TraceBuffer>>, fc.Arbitrary<Partial<TraceBuffer>>]) =>
  fc.tuple(one, other).map(([a, b]) => ({ ...a, ...b }));
const jaegerV1Buffer = bufferWith([trusted, foreign, both(trustOnly, foreign)], group);
const v2Security = [trusted, password, foreign, both(trustOnly, password)];
/** A Jaeger v2 is always told the topic. */
const withTopic = (buffers: fc.Arbitrary<TraceBuffer>): fc.Arbitrary<TraceBuffer> =>
  fc.tuple(buffers, name).map(([each, topic]) => ({ ...each, topic }));
const writtenBuffer = withTopic(bufferWith(v2Security, {}));
const readBuffer = withTopic(bufferWith(v2Security, { group: name }));
const buffer = bufferWith(v2Security, group);

const memory = withType('memory', { maxTraces: fc.nat() });
const badgerInMemory = withType('badger', { ephemeral: fc.boolean(), ttl: fc.constantFrom('48h', '90m') });
const fsGroup = fc.oneof(fc.integer({ min: 1, max: 9999 }), fc.constant('platform' as const));
const badgerOnClaim = withType('badger', { fsGroup, ttl: fc.constant('1h') }, { claim: name });
const badgerOnVolume = withType('badger', { fsGroup, storageClass: name }, { size: quantity });
const urls = fc.array(
  address.map((at) => `http://${at}`),
  { minLength: 1, maxLength: 3 },
);
const search = (type: 'elasticsearch' | 'opensearch') =>
  withType(type, { secret: name, indexPrefix: name, tls: serverTls }, { serverUrls: urls });
const cassandra = withType(
  'cassandra',
  { secret: name, datacenter: name, tls: serverTls },
  { servers: fc.array(host, { minLength: 1, maxLength: 3 }), keyspace: name },
);

const headers = fc.dictionary(
  fc.stringMatching(/^x-[a-z]{1,8}$/),
  fc.oneof(fc.stringMatching(/^[a-z$ ]{0,8}$/), secretKey),
  { minKeys: 1, maxKeys: 3, noNullPrototype: true },
);
const forwarded = fc.oneof(
  withType('otlp', { tls: serverTls, headers }, { protocol: fc.constant('grpc' as const), endpoint: address }),
  withType(
    'otlp',
    { tls: serverTls, headers },
    { protocol: fc.constant('http' as const), endpoint: address.map((at) => `https://${at}/otlp`) },
  ),
);
const unkept = fc.constant({ type: 'none' as const });

const time = fc.constantFrom('200ms', '5s', '1m');
const policy = fc
  .tuple(
    name,
    fc.oneof(
      withType('errors', {}),
      withType('slow', {}, { milliseconds: fc.nat() }),
      withType('share', {}, { percentage: fc.integer({ min: 0, max: 100 }) }),
      withType('attribute', {}, { key: word, values: fc.array(word, { minLength: 1, maxLength: 2 }) }),
      withType('rate', {}, { spansPerSecond: fc.nat() }),
    ),
  )
  .map(([own, reason]) => ({ name: own, ...reason }));
const processing = {
  memoryLimiter: fc.record({ limit: fc.integer({ min: 50, max: 79 }), spike: fc.integer({ min: 1, max: 40 }) }),
  batch: fc.oneof(
    fc.record({ timeout: time, size: fc.nat(), maxSize: fc.nat() }, { requiredKeys: ['timeout'] }),
    fc.record({ size: fc.nat() }),
  ),
};
const tailSampling = fc.record(
  { decisionWait: time, maxTraces: fc.nat(), policies: fc.array(policy, { minLength: 1, maxLength: 3 }) },
  { requiredKeys: ['policies'] },
);
const spanMetrics = sparse({ dimensions: fc.array(word, { maxLength: 2 }), interval: time });
const metricsUrl = address.map((at) => `http://${at}`);

const common = {
  namespace: name,
  labels: marks,
  annotations: marks,
  logLevel: level,
  resources,
  podAnnotations: marks,
};
const hosts = fc.uniqueArray(fc.domain(), { minLength: 1, maxLength: 2 });
const jaegerV1 = {
  ...common,
  exposed: fc.boolean(),
  hosts,
  agent: fc.constantFrom('sidecar' as const, 'daemonSet' as const),
};
const image = address.map((at) => `${at}/jaeger:1.2`);
const replicas = fc.integer({ min: 2, max: 9 });

/** Backends that the Jaeger operator can run, in the model's one form. */
export const jaegerV1Backends: fc.Arbitrary<TracingBackendRecord> = fc.oneof(
  backend(
    { ...jaegerV1, image },
    {
      strategy: fc.constant('allInOne'),
      storage: stores(memory, badgerInMemory, badgerOnClaim, search('elasticsearch'), cassandra),
    },
  ),
  backend(
    { ...jaegerV1, replicas },
    { strategy: fc.constant('production'), storage: stores(search('elasticsearch'), cassandra) },
  ),
  backend(
    { ...jaegerV1, replicas },
    { strategy: fc.constant('streaming'), storage: stores(search('elasticsearch'), cassandra), buffer: jaegerV1Buffer },
  ),
);

const shared = stores(search('elasticsearch'), search('opensearch'), cassandra);
const stored = stores(search('elasticsearch'), search('opensearch'), cassandra, forwarded);
const storeName = fc.constantFrom('some_store', 'traces');
const jaegerV2 = { ...common, ...processing, image, jaegerClients: fc.constant(true) };
const counted = { tailSampling, spanMetrics };

/** Backends that the OpenTelemetry operator can run, in the model's one form and one for each object. */
export const jaegerV2Backends: fc.Arbitrary<TracingBackendRecord> = fc.oneof(
  backend(
    { ...jaegerV2, ...counted, metricsUrl, storeName },
    { strategy: fc.constant('allInOne'), storage: stores(memory, badgerInMemory, badgerOnClaim, badgerOnVolume) },
  ),
  backend({ ...jaegerV2, spanMetrics, metricsUrl, replicas }, { strategy: fc.constant('allInOne'), storage: shared }),
  backend(
    { ...jaegerV2, spanMetrics, replicas },
    { strategy: fc.constant('production'), part: fc.constant('collector'), storage: stored },
  ),
  backend(
    { ...common, image, metricsUrl, storeName },
    { strategy: fc.constant('production'), part: fc.constant('query'), storage: shared },
  ),
  backend(
    { ...common, ...processing, jaegerClients: fc.constant(true), replicas },
    { strategy: fc.constant('streaming'), part: fc.constant('collector'), storage: unkept, buffer: writtenBuffer },
  ),
  backend(
    { ...common, ...processing, ...counted, replicas, image },
    { strategy: fc.constant('streaming'), part: fc.constant('ingester'), storage: stored, buffer: readBuffer },
  ),
);

/** Any backend, whether an operator can run it or not. */
export const backends: fc.Arbitrary<TracingBackendRecord> = backend(
  {
    ...jaegerV1,
    image,
    replicas: fc.integer({ min: 1, max: 3 }),
    buffer,
    jaegerClients: fc.boolean(),
    part: fc.constantFrom('collector' as const, 'ingester' as const, 'query' as const),
    ...processing,
    ...counted,
    metricsUrl,
  },
  {
    strategy: fc.constantFrom('allInOne', 'production', 'streaming'),
    storage: stores(
      memory,
      badgerInMemory,
      badgerOnClaim,
      badgerOnVolume,
      search('elasticsearch'),
      search('opensearch'),
      cassandra,
      forwarded,
      unkept,
    ),
  },
);

const anyHost: fc.Arbitrary<TraceTarget['host']> = fc.oneof(
  host,
  fc.constant('fd00::7'),
  fc.constant({ nodeAddress: true as const }),
);

/** A port that is not the usual one of any protocol, which records leave out. */
const unusualPort = port.filter((number) => ![6831, 14268, 4317, 4318].includes(number));
const target = (protocol: TraceTarget['protocol']): fc.Arbitrary<TraceTarget> =>
  protocol === 'jaeger-agent'
    ? fc.record(
        { protocol: fc.constant(protocol), host: anyHost, port: unusualPort },
        { requiredKeys: ['protocol', 'host'] },
      )
    : fc.record(
        {
          protocol: fc.constant(protocol),
          host: anyHost,
          port: unusualPort,
          path: word.map((path) => `/${path}`),
          tls: fc.constant(true),
          ...(protocol === 'jaeger-collector' ? {} : { headers: secretKey }),
        },
        { requiredKeys: ['protocol', 'host'] },
      );

const samplers: fc.Arbitrary<SamplerRecord> = fc.oneof(
  fc.constant({ type: 'always' as const }),
  fc.constant({ type: 'remote' as const }),
  fc.record({
    type: fc.constant('ratio' as const),
    ratio: fc.double({ min: 0, max: 1, noNaN: true }).map((x) => x + 0),
  }),
);

/** What programs need to trace themselves, each with a target that its library can send to. */
export const tracings: fc.Arbitrary<TracingRecord> = fc.oneof(
  fc.record({
    serviceName: name,
    target: fc.oneof(target('jaeger-agent'), target('jaeger-collector')),
    sampler: samplers,
    system: fc.constant('jaeger' as const),
  }),
  fc.record({
    serviceName: name,
    target: fc.oneof(target('otlp-grpc'), target('otlp-http')),
    sampler: samplers,
    system: fc.constant('opentelemetry' as const),
  }),
);

/** Variables that have nothing to do with tracing. */
export const otherVariables: fc.Arbitrary<EnvVar[]> = fc.array(
  fc.oneof(
    fc.record({ name: word.map((text) => `MY_${text}`), value: fc.string() }),
    fc.record({ name: word.map((text) => `MY_${text}`), secret: fc.record({ secret: name, key: name }) }),
  ),
  { maxLength: 3 },
);

const key = fc.stringMatching(/^[a-z][-a-z0-9._~/]{0,8}$/);
const json = fc.letrec<{ value: unknown; object: JsonObject }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }) as fc.Arbitrary<JsonObject>,
})).object;

/**
 * Objects that somebody else may have written: ours with fields taken out, put in and spelled otherwise. `open` are the
 * paths where the schema takes any object.
 */
export function others(manifests: fc.Arbitrary<Manifest>, open: readonly string[]): fc.Arbitrary<Manifest> {
  const changes = fc.record({
    removed: fc.array(fc.nat(), { maxLength: 4 }),
    replaced: fc.array(fc.tuple(fc.nat(), word), { maxLength: 3 }),
    put: fc.array(fc.tuple(fc.constantFrom(...open), json), { maxLength: 2 }),
    extra: json,
  });
  return fc.tuple(manifests, changes).map(([manifest, { removed, replaced, put, extra }]) => {
    const changed = structuredClone(manifest);
    for (const index of removed)
      atPath(changed, index, (parent, field) =>
        Array.isArray(parent) ? undefined : Reflect.deleteProperty(parent, field),
      );
    for (const [index, value] of replaced)
      atPath(changed, index, (parent, field) => {
        if (typeof parent[field] === 'string') parent[field] = value;
      });
    for (const [path, value] of put) {
      const keys = path.split('.');
      const last = keys.pop() ?? path;
      let parent = changed as Record<string, unknown>;
      for (const field of keys) parent = (parent[field] ??= {}) as Record<string, unknown>;
      parent[last] = { ...(parent[last] as object | undefined), ...value };
    }
    changed['extra'] = extra;
    return changed;
  });
}

/** Goes to the n-th field of the object's body, counted through all depths. */
function atPath(
  manifest: Manifest,
  index: number,
  change: (parent: Record<string, unknown>, field: string) => unknown,
): void {
  const fields: [Record<string, unknown>, string][] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [field, inner] of Object.entries(value)) {
      fields.push([value as Record<string, unknown>, field]);
      walk(inner);
    }
  };
  walk(manifest['spec']);
  const found = fields[index % Math.max(1, fields.length)];
  if (found) change(...found);
}

type Arbitraries<T> = { [K in keyof T]: fc.Arbitrary<T[K]> };

function sparse<T extends object>(optional: Arbitraries<T>): fc.Arbitrary<Partial<T>> {
  return fc.record(optional, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
}

function withType<K extends string, O extends object, R extends object>(
  type: K,
  optional: Arbitraries<O>,
  required?: Arbitraries<R>,
): fc.Arbitrary<{ type: K } & Partial<O> & R> {
  return fc
    .tuple(sparse(optional), fc.record((required ?? {}) as Arbitraries<R>))
    .map(([some, all]) => ({ type, ...some, ...all }));
}

function stores(...kinds: fc.Arbitrary<TraceStorageRecord>[]): fc.Arbitrary<TraceStorageRecord> {
  return fc.oneof(...kinds);
}

function backend(
  optional: Partial<Arbitraries<TracingBackendRecord>>,
  required: Partial<Arbitraries<TracingBackendRecord>> &
    Pick<Arbitraries<TracingBackendRecord>, 'strategy' | 'storage'>,
): fc.Arbitrary<TracingBackendRecord> {
  return fc
    .tuple(name, sparse(optional as Arbitraries<Partial<TracingBackendRecord>>), fc.record(required))
    .map(([own, some, all]) => ({ name: own, ...some, ...all }));
}
