import fc from 'fast-check';
import { mergeAcls, type Acl, type AclResource, type Operation } from '../../src/model/acl';
import type { BrokerQuotasRecord } from '../../src/model/broker-quotas';
import type { CruiseControlRecord } from '../../src/model/cruise-control';
import type { EntityOperator, EntityProgram } from '../../src/model/entity-operator';
import type { KafkaExporterRecord } from '../../src/model/kafka-exporter';
import type { CertificateAuthorityRecord, KafkaClusterRecord, NodeSet } from '../../src/model/kafka-cluster';
import type { HostedRecord, PodsRecord } from '../../src/model/pods';
import type { KafkaObjects, ObjectMarks } from '../../src/model/made-objects';
import type { MirrorMakerRecord } from '../../src/model/mirror-maker';
import type { NodePoolRecord } from '../../src/model/node-pool';
import type { Config, PlacementRecord, Resources } from '../../src/model/resource';
import type { JbodVolume, StorageRecord, Volume } from '../../src/model/storage';
import type { TieredStorageRecord } from '../../src/model/tiered-storage';
import type { TopicRecord } from '../../src/model/topic';
import type { TlsSidecarRecord } from '../../src/model/tls-sidecar';
import type { JmxRecord, LoggingRecord, MetricsRecord, WorkloadRecord } from '../../src/model/workload';
import type { UserRecord, UserAuthentication } from '../../src/model/user';
import { authorizations } from './strimzi-authorization';
import { containerFields, containers } from './strimzi-containers';
import { endpoint } from './strimzi-endpoints';
import { listeners } from './strimzi-listeners';

/** A Strimzi API generation, for what can be said in it. */
export type Generation = 'v1beta1' | 'v1beta2' | 'v1';

export const name = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,20}[a-z0-9])?$/);
const word = fc.stringMatching(/^[a-z][-a-z0-9.]{0,12}$/);
const marks = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,6}(\.[a-z]{1,4}\/[a-z]{1,6})?$/),
  fc.stringMatching(/^[a-zA-Z0-9]{0,8}$/),
  { minKeys: 1, maxKeys: 3, noNullPrototype: true },
);
const quantity = fc.constantFrom('100m', '2', '512Mi', '20Gi');
const size = fc.constantFrom('1T', '20Gi', '500Mi');

/** What records have of the objects that carry them. */
export const identity = { namespace: name, labels: marks, annotations: marks };

/** Settings of Kafka's own. */
export const config: fc.Arbitrary<Config> = fc.dictionary(
  word,
  fc.oneof(fc.string({ maxLength: 8 }), fc.integer(), fc.boolean()),
  { minKeys: 1, maxKeys: 4, noNullPrototype: true },
);
const amounts = fc.dictionary(fc.constantFrom('cpu', 'memory'), quantity, { minKeys: 1, noNullPrototype: true });
export const resources: fc.Arbitrary<Resources> = sparse({ requests: amounts, limits: amounts });
const labelled = fc.record({
  key: fc.constantFrom('topology.kubernetes.io/zone', 'disk'),
  values: fc.array(name, { minLength: 1, maxLength: 3 }),
});
const preferred = fc.record({
  weight: fc.integer({ min: 1, max: 100 }),
  preference: fc.record({ matchExpressions: fc.constant([{ key: 'disk', operator: 'Exists' }]) }),
});
const byAffinity = fc.record({
  affinity: fc.record({
    preferredDuringSchedulingIgnoredDuringExecution: fc.array(preferred, { minLength: 1, maxLength: 2 }),
  }),
});
export const placement: fc.Arbitrary<PlacementRecord> = fc.oneof(labelled, byAffinity);
export const version = fc.constantFrom('2.5.0', '3.9.2', '4.3.1');

/** What is said of programs, as the generation can say it. Metrics are not offered by all of them. */
export function workloads(generation: Generation, metered = true): fc.Arbitrary<WorkloadRecord> {
  const heap = fc.constantFrom('512m', '2g', '1073741824');
  const jvm = sparse({
    initialHeap: heap,
    maxHeap: heap,
    gcLogging: fc.boolean(),
    options: fc.dictionary(fc.constantFrom('UseG1GC', 'MaxGCPauseMillis'), fc.constantFrom('true', '20'), {
      minKeys: 1,
      noNullPrototype: true,
    }),
    systemProperties: fc.array(fc.record({ name: word, value: word }), { maxLength: 2 }),
  });
  const configMap = { configMap: name, key: word };
  const logging: fc.Arbitrary<LoggingRecord> = fc.oneof(
    record(
      { type: fc.constant('inline' as const) },
      { loggers: fc.dictionary(word, fc.constantFrom('INFO', 'DEBUG'), { noNullPrototype: true }) },
    ),
    fc.record({ type: fc.constant('external' as const), ...configMap }),
  );
  return sparse({
    jvm,
    logging: generation === 'v1beta1' ? logging.map(byName) : logging,
    livenessProbe: probe,
    readinessProbe: probe,
    ...(metered && { metrics: metrics(generation) }),
  });
}

/** 0.18 looks up one key in a ConfigMap, and has no other words. */
function byName(logging: LoggingRecord): LoggingRecord {
  return logging.type === 'external' ? { ...logging, key: 'log4j.properties' } : logging;
}

const terms = fc.constant({
  requiredDuringSchedulingIgnoredDuringExecution: [
    { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app: 'a' } } },
  ],
});

/** What is said of pods. */
export const pods: fc.Arbitrary<PodsRecord> = sparse<PodsRecord>({
  labels: marks,
  annotations: marks,
  affinity: terms,
  antiAffinity: terms,
  tolerations: fc.array(fc.record({ key: word, operator: fc.constant('Exists'), effect: fc.constant('NoSchedule') }), {
    maxLength: 2,
  }),
  topologySpread: fc.array(
    fc.record({ topologyKey: word, maxSkew: fc.constant(1), whenUnsatisfiable: fc.constant('ScheduleAnyway') }),
    { maxLength: 2 },
  ),
  priorityClass: name,
  scheduler: name,
  securityContext: sparse({ runAsUser: fc.nat(), fsGroup: fc.nat(), runAsNonRoot: fc.boolean() }),
  imagePullSecrets: fc.array(name, { maxLength: 2 }),
  terminationGraceSeconds: fc.nat({ max: 600 }),
}).filter((its) => Object.keys(its).length > 0);

/** Where and how pods run. */
export const hosted: fc.Arbitrary<HostedRecord> = sparse({ placement, pods, maxUnavailable: fc.nat({ max: 3 }) });

const seconds = fc.integer({ min: 1, max: 300 });
const probe = sparse({
  initialDelaySeconds: seconds,
  periodSeconds: seconds,
  timeoutSeconds: seconds,
  successThreshold: seconds,
  failureThreshold: seconds,
});

function metrics(generation: Generation): fc.Arbitrary<MetricsRecord> {
  if (generation === 'v1beta1') {
    const rules = fc.record({ lowercaseOutputName: fc.boolean(), rules: fc.array(fc.record({ pattern: word })) });
    return fc.record({ type: fc.constant('inline' as const), rules });
  }
  const jmx = record(
    { type: fc.constant('jmxPrometheusExporter' as const), configMap: name, key: word },
    { optional: fc.boolean() },
  );
  if (generation === 'v1beta2') return jmx;
  const reporter = record(
    { type: fc.constant('strimziMetricsReporter' as const) },
    { allowList: fc.array(word, { minLength: 1, maxLength: 2 }) },
  );
  return fc.oneof(jmx, reporter);
}

/** JMX of a program. */
export const jmx: fc.Arbitrary<JmxRecord> = sparse({ authentication: fc.constant('password' as const) });
const sidecar: fc.Arbitrary<TlsSidecarRecord> = sparse({
  image: word,
  logLevel: fc.constantFrom('info', 'debug'),
  resources,
  livenessProbe: probe,
  readinessProbe: probe,
});
const sidecars = (generation: Generation): { tlsSidecar?: typeof sidecar } =>
  generation === 'v1' ? {} : { tlsSidecar: sidecar };

const rate = fc.constantFrom('10000KiB/s', '5MB/s');
const rates = { inboundNetwork: rate, outboundNetwork: rate };

function cruiseControls(generation: Generation): fc.Arbitrary<CruiseControlRecord> {
  const cpus = { cpu: fc.constantFrom('2', '1500m') };
  const override = record(
    { brokers: fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 2 }) },
    { ...rates, ...cpus },
  );
  const early = { disk: fc.constantFrom('100Gi', '1T'), cpuUtilization: fc.nat({ max: 100 }) };
  const capacity = sparse({
    ...rates,
    ...(generation !== 'v1' && early),
    ...(generation !== 'v1beta1' && { ...cpus, overrides: fc.array(override, { minLength: 1, maxLength: 2 }) }),
  });
  const autoRebalance = fc.uniqueArray(
    record({ mode: fc.constantFrom('add-brokers' as const, 'remove-brokers' as const) }, { template: name }),
    { selector: ({ mode }) => mode, minLength: 1 },
  );
  // 0.18 offers no metrics of it, and no release has them from Strimzi's reporter.
  const metered = workloads(generation, generation !== 'v1beta1');
  return merged(
    merged(
      metered.filter(({ metrics: its }) => its?.type !== 'strimziMetricsReporter'),
      containers(generation),
    ),
    sparse({
      config,
      capacity,
      resources,
      placement,
      pods,
      maxUnavailable: fc.nat({ max: 3 }),
      image: word,
      ...sidecars(generation),
      ...(generation !== 'v1beta1' && { autoRebalance }),
    }),
  );
}

/** 0.18 gives all Secrets to the Kafka object. */
function certificateAuthority(generation: Generation): fc.Arbitrary<CertificateAuthorityRecord> {
  const days = fc.integer({ min: 1, max: 999 });
  return sparse({
    generated: fc.boolean(),
    ...(generation !== 'v1beta1' && { ownedByCluster: fc.boolean() }),
    validityDays: days,
    renewalDays: days,
    onExpiry: fc.constantFrom('renew-certificate' as const, 'replace-key' as const),
  });
}

function kafkaExporters(generation: Generation): fc.Arbitrary<KafkaExporterRecord> {
  const regex = fc.constantFrom('.*', 'orders|stock');
  const own = sparse({
    image: word,
    topicRegex: regex,
    groupRegex: regex,
    ...(generation !== 'v1beta1' && {
      topicExcludeRegex: regex,
      groupExcludeRegex: regex,
      showAllOffsets: fc.boolean(),
    }),
    logLevel: fc.constantFrom('info', 'debug'),
    clientLogging: fc.boolean(),
    livenessProbe: probe,
    readinessProbe: probe,
    resources,
    placement,
    pods,
  });
  return merged(own, containers(generation));
}

function entityOperators(generation: Generation): fc.Arbitrary<EntityOperator> {
  const whole = fc.integer({ min: 1, max: 999 }).map((each) => each * 1000);
  const program = (prefix: string): fc.Arbitrary<EntityProgram> =>
    fc
      .tuple(
        workloads(generation, false).map((its) => (generation === 'v1beta1' ? byOwnName(its) : its)),
        sparse({
          watchedNamespace: name,
          intervalMs: generation === 'v1beta1' ? whole : fc.nat(),
          resources,
          image: word,
        }),
        containers(generation, prefix),
      )
      .map(([workload, own, container]) => ({ ...workload, ...own, ...container }));
  const userOperator = merged(program('u-'), sparse({ secretPrefix: name }));
  return sparse({
    topicOperator: program('t-'),
    userOperator,
    ...sidecars(generation),
    placement,
    pods,
  });
}

/** These operators look up another key than Kafka. */
function byOwnName({ logging, ...workload }: WorkloadRecord): WorkloadRecord {
  if (!logging) return workload;
  return { ...workload, logging: logging.type === 'external' ? { ...logging, key: 'log4j2.properties' } : logging };
}

const ephemeral: fc.Arbitrary<Volume> = record({ type: fc.constant('ephemeral' as const) }, { sizeLimit: size });
const persistent: fc.Arbitrary<Volume> = record(
  { type: fc.constant('persistent-claim' as const), size },
  { storageClass: name, deleteClaim: fc.boolean(), selector: marks },
);
const volume = fc.oneof(ephemeral, persistent);

function jbod(generation: Generation): fc.Arbitrary<StorageRecord> {
  const id = fc.nat({ max: 99 });
  const kraftMetadata = fc.constant('shared' as const);
  const own = generation === 'v1beta1' ? fc.record({ id }) : record({ id }, { kraftMetadata });
  const each: fc.Arbitrary<JbodVolume> = merged(volume, own);
  return fc.record({
    type: fc.constant('jbod' as const),
    volumes: fc.uniqueArray(each, { selector: (one) => one.id, minLength: 1, maxLength: 3 }),
  });
}

function nodes(generation: Generation, storage: fc.Arbitrary<StorageRecord>): fc.Arbitrary<NodeSet> {
  return merged(
    containers(generation),
    record(
      { replicas: fc.integer({ min: 1, max: 9 }), storage },
      { resources, placement, pods, claimAnnotations: marks },
    ),
  );
}

const byteRate = fc.nat({ max: 1_000_000 });
const rateBounds = { producerByteRate: byteRate, consumerByteRate: byteRate };
const quotas: fc.Arbitrary<BrokerQuotasRecord> = fc.oneof(
  record(
    { type: fc.constant('kafka' as const) },
    { ...rateBounds, requestPercentage: fc.nat({ max: 100 }), controllerMutationRate: fc.constantFrom(0.5, 10) },
  ),
  record(
    { type: fc.constant('strimzi' as const) },
    {
      ...rateBounds,
      minAvailableBytesPerVolume: byteRate,
      minAvailableRatioPerVolume: fc.constantFrom(0, 0.25, 1),
      excludedPrincipals: fc.array(word, { maxLength: 2 }),
    },
  ),
);
const tieredStorage: fc.Arbitrary<TieredStorageRecord> = record(
  { type: fc.constant('custom' as const), className: word },
  { classPath: word, config: fc.dictionary(word, word, { noNullPrototype: true }) },
);

/** Ways that a cluster keeps its metadata and describes its nodes, with the nodes that the Kafka object has. */
function modes(generation: Generation): fc.Arbitrary<Partial<KafkaClusterRecord>> {
  const brokers = nodes(generation, fc.oneof(volume, jbod(generation)));
  const zookeeper = merged(
    merged(nodes(generation, volume), workloads(generation)),
    sparse({ image: word, maxUnavailable: fc.nat({ max: 3 }), ...(generation === 'v1beta2' && { jmx }) }),
  );
  const inOneObject = fc.record({
    mode: fc.constant('zookeeper' as const),
    nodePools: fc.constant(false),
    brokers,
    zookeeper,
  });
  const kraft = record(
    { mode: fc.constant('kraft' as const), nodePools: fc.constant(true) },
    { metadataVersion: word },
  );
  if (generation === 'v1beta1') return inOneObject;
  if (generation === 'v1') return kraft;
  const migrated = fc.record({ mode: fc.constant('zookeeper' as const), nodePools: fc.constant(true), zookeeper });
  return fc.oneof(inOneObject, migrated, kraft);
}

/** Kafka clusters that the generation can say. */
export function kafkaClusters(generation: Generation): fc.Arbitrary<KafkaClusterRecord> {
  const optional = {
    ...identity,
    version,
    authorization: authorizations(generation),
    config,
    rack: fc.record({ topologyKey: word }),
    maxUnavailable: fc.nat({ max: 3 }),
    image: word,
    jmx,
    ...(generation === 'v1beta1' && { tlsSidecar: sidecar }),
    ...(generation !== 'v1beta1' && { quotas, tieredStorage }),
    clusterCa: certificateAuthority(generation),
    clientsCa: certificateAuthority(generation),
    maintenanceTimeWindows: fc.array(fc.constant('* * 0-1 ? * SUN,MON,TUE,WED,THU *'), { maxLength: 2 }),
    cruiseControl: cruiseControls(generation),
    kafkaExporter: kafkaExporters(generation),
    entityOperator: entityOperators(generation),
    certificateAnnotations: marks,
    objects: objects(kafkaObjects(generation)),
  };
  return fc
    .tuple(modes(generation), record({ name, listeners: listeners(generation) }, optional), workloads(generation))
    .map(([mode, cluster, workload]) => ({ ...cluster, ...mode, ...workload }) as KafkaClusterRecord);
}

/** Node pools. */
export function nodePools(generation: Generation): fc.Arbitrary<NodePoolRecord> {
  const roles = fc.uniqueArray(fc.constantFrom('controller' as const, 'broker' as const), { minLength: 1 });
  return fc
    .tuple(
      nodes(generation, fc.oneof(volume, jbod(generation))),
      record({ name, cluster: name, roles }, identity),
      workloads(generation),
    )
    .map(([body, own, { jvm }]) => ({ ...body, ...own, ...(jvm && { jvm }) }));
}

/** A region: a Kafka cluster and, where it has some, its node pools. */
export function regions(
  generation: Generation,
): fc.Arbitrary<{ cluster: KafkaClusterRecord; pools: NodePoolRecord[] }> {
  return fc
    .tuple(kafkaClusters(generation), fc.array(nodePools(generation), { minLength: 1, maxLength: 3 }))
    .map(([cluster, pools]) => ({
      cluster,
      pools: cluster.nodePools ? pools.map((pool) => ({ ...pool, cluster: cluster.name })) : [],
    }));
}

/** Topics. The first generation wants partitions and replicas said. */
export function topics(generation: Generation): fc.Arbitrary<TopicRecord> {
  const counts = { partitions: fc.integer({ min: 1, max: 500 }), replicas: fc.integer({ min: 1, max: 9 }) };
  const optional = { ...identity, topicName: fc.stringMatching(/^[a-zA-Z0-9._-]{1,20}$/), config };
  return generation === 'v1beta1'
    ? record({ name, cluster: name, ...counts }, optional)
    : record({ name, cluster: name }, { ...optional, ...counts });
}

const patternType = fc.constantFrom('literal' as const, 'prefix' as const);
const aclResource: fc.Arbitrary<AclResource> = fc.oneof(
  record(
    { type: fc.constantFrom('topic' as const, 'group' as const, 'transactionalId' as const), name: word },
    { patternType },
  ),
  fc.constant({ type: 'cluster' as const }),
);
const operations = fc.uniqueArray(
  fc.constantFrom<Operation[]>('Read', 'Write', 'Create', 'Describe', 'Alter', 'DescribeConfigs', 'All'),
  { minLength: 1, maxLength: 4 },
);
const acl: fc.Arbitrary<Acl> = record(
  { resource: aclResource, operations },
  { type: fc.constantFrom('allow' as const, 'deny' as const), host: fc.constantFrom('*', '10.0.0.1') },
);

/** ACLs in the model's one form. */
export const acls: fc.Arbitrary<readonly Acl[]> = fc.array(acl, { maxLength: 5 }).map(mergeAcls);

/** Users that the generation can say. */
export function users(generation: Generation): fc.Arbitrary<UserRecord> {
  const rate = fc.nat({ max: 1_000_000 });
  const scram = fc.constant({ type: 'scram-sha-512' as const });
  const password = fc.record({
    type: fc.constant('scram-sha-512' as const),
    password: fc.record({ secret: name, key: word }),
  });
  const early: fc.Arbitrary<UserAuthentication> = fc.oneof(fc.constant({ type: 'tls' as const }), scram);
  const isEarly = generation === 'v1beta1';
  const quotas = sparse({
    producerByteRate: rate,
    consumerByteRate: rate,
    requestPercentage: rate,
    ...(isEarly ? {} : { controllerMutationRate: rate }),
  });
  const authentication = isEarly ? early : fc.oneof(early, password, fc.constant({ type: 'tls-external' as const }));
  return record(
    { name, cluster: name },
    { ...identity, authentication, acls, quotas, secretAnnotations: marks, secretLabels: marks },
  );
}

/** MirrorMaker 1 that the generation can say. */
export function mirrorMakers(generation: 'v1beta1' | 'v1beta2'): fc.Arbitrary<MirrorMakerRecord> {
  const count = fc.integer({ min: 1, max: 9 });
  const source = merged(
    endpoint(generation),
    record({ groupId: word }, { numStreams: count, offsetCommitInterval: count, config }),
  );
  const target = merged(endpoint(generation), sparse({ abortOnSendFailure: fc.boolean(), config }));
  const tracing = fc.constant(generation === 'v1beta1' ? ('jaeger' as const) : ('opentelemetry' as const));
  return merged(
    record(
      { name, replicas: count, source, target, include: fc.constantFrom('.*', 'orders,stock', 'my-topic') },
      {
        ...identity,
        version,
        image: word,
        tracing,
        ...containerFields(generation),
        resources,
        placement,
        pods,
        maxUnavailable: fc.nat({ max: 3 }),
      },
    ),
    workloads(generation),
  );
}

type Arbitraries<T> = { [K in keyof T]: fc.Arbitrary<T[K]> };

/** Records with some fields always there and others at times. */
export function record<R extends object, O extends object>(
  required: Arbitraries<R>,
  optional: Arbitraries<O>,
): fc.Arbitrary<R & Partial<O>> {
  return merged(fc.record(required) as fc.Arbitrary<R>, sparse(optional));
}

/** Two records made one. */
export function merged<A extends object, B extends object>(
  one: fc.Arbitrary<A>,
  other: fc.Arbitrary<B>,
): fc.Arbitrary<A & B> {
  return fc.tuple(one, other).map(([a, b]) => ({ ...a, ...b }));
}

/** Records with fields that are there at times. */
export function sparse<T extends object>(optional: Arbitraries<T>): fc.Arbitrary<Partial<T>> {
  return fc.record(optional, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
}

/** Labels and annotations of objects that operators make, of one at least. */
export function objects<N extends PropertyKey>(
  names: readonly N[],
): fc.Arbitrary<{ readonly [Name in N]?: ObjectMarks }> {
  const said = sparse({ labels: marks, annotations: marks }).filter((its) => Object.keys(its).length > 0);
  const all = Object.fromEntries(names.map((name) => [name, said])) as Arbitraries<Record<N, ObjectMarks>>;
  return sparse(all).filter((its) => Object.keys(its).length > 0);
}

function kafkaObjects(generation: Generation): readonly (keyof KafkaObjects)[] {
  const always = ['bootstrapService', 'perPodRoute', 'externalBootstrapIngress'] as const;
  if (generation === 'v1beta1') return [...always, 'statefulset'];
  return [...always, 'podSet', 'serviceAccount', ...(generation === 'v1' ? [] : (['statefulset'] as const))];
}
