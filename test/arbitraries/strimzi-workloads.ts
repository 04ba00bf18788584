import fc from 'fast-check';
import type { HostedRecord, PodsRecord } from '../../src/model/pods';
import type { ObjectMarks } from '../../src/model/made-objects';
import type { Config, PlacementRecord, Resources } from '../../src/model/resource';
import type { TlsSidecarRecord } from '../../src/model/tls-sidecar';
import type { JmxRecord, LoggingRecord, MetricsRecord, WorkloadRecord } from '../../src/model/workload';
import { type Arbitraries, record, sparse } from './records';

/** A Strimzi API generation, for what can be said in it. */
export type Generation = 'v1beta1' | 'v1beta2' | 'v1';

export const name = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,20}[a-z0-9])?$/);
export const word = fc.stringMatching(/^[a-z][-a-z0-9.]{0,12}$/);
export const marks = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,6}(\.[a-z]{1,4}\/[a-z]{1,6})?$/),
  fc.stringMatching(/^[a-zA-Z0-9]{0,8}$/),
  { minKeys: 1, maxKeys: 3, noNullPrototype: true },
);
const quantity = fc.constantFrom('100m', '2', '512Mi', '20Gi');
export const size = fc.constantFrom('1T', '20Gi', '500Mi');

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
export const probe = sparse({
  initialDelaySeconds: seconds,
  periodSeconds: seconds,
  timeoutSeconds: seconds,
  successThreshold: seconds,
  failureThreshold: seconds,
});

export function metrics(generation: Generation): fc.Arbitrary<MetricsRecord> {
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
export const sidecar: fc.Arbitrary<TlsSidecarRecord> = sparse({
  image: word,
  logLevel: fc.constantFrom('info', 'debug'),
  resources,
  livenessProbe: probe,
  readinessProbe: probe,
});
export const sidecars = (generation: Generation): { tlsSidecar?: typeof sidecar } =>
  generation === 'v1' ? {} : { tlsSidecar: sidecar };

/** Labels and annotations of objects that operators make, of one at least. */
export function objects<N extends PropertyKey>(
  names: readonly N[],
): fc.Arbitrary<{ readonly [Name in N]?: ObjectMarks }> {
  const said = sparse({ labels: marks, annotations: marks }).filter((its) => Object.keys(its).length > 0);
  const all = Object.fromEntries(names.map((name) => [name, said])) as Arbitraries<Record<N, ObjectMarks>>;
  return sparse(all).filter((its) => Object.keys(its).length > 0);
}
