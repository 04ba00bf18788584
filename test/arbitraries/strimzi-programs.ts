import fc from 'fast-check';
import type { CruiseControlRecord } from '../../src/model/cruise-control';
import type { EntityOperator, EntityProgram } from '../../src/model/entity-operator';
import type { KafkaExporterRecord } from '../../src/model/kafka-exporter';
import type { CertificateAuthorityRecord } from '../../src/model/kafka-cluster';
import type { WorkloadRecord } from '../../src/model/workload';
import { containers } from './strimzi-containers';
import { merged, record, sparse } from './records';
import {
  type Generation,
  config,
  name,
  placement,
  pods,
  probe,
  resources,
  sidecars,
  word,
  workloads,
} from './strimzi-workloads';

export const rate = fc.constantFrom('10000KiB/s', '5MB/s');
const rates = { inboundNetwork: rate, outboundNetwork: rate };

export function cruiseControls(generation: Generation): fc.Arbitrary<CruiseControlRecord> {
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
export function certificateAuthority(generation: Generation): fc.Arbitrary<CertificateAuthorityRecord> {
  const days = fc.integer({ min: 1, max: 999 });
  return sparse({
    generated: fc.boolean(),
    ...(generation !== 'v1beta1' && { ownedByCluster: fc.boolean() }),
    validityDays: days,
    renewalDays: days,
    onExpiry: fc.constantFrom('renew-certificate' as const, 'replace-key' as const),
  });
}

export function kafkaExporters(generation: Generation): fc.Arbitrary<KafkaExporterRecord> {
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

export function entityOperators(generation: Generation): fc.Arbitrary<EntityOperator> {
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
