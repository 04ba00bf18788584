import type { FieldPath } from '../model/field';
import { map } from '../model/guarded';
import { strimziKinds } from './kinds';
import { placesOf } from './places';
import { rowsOf, type Row } from './rows';
import { kindRule, type Effect } from './rule';

/** A field that does not go with others beside it. */
interface Odds extends Row {
  readonly kind: string;
  /** Where the fields belong. */
  readonly at: string;
  /** The field that is told. */
  readonly field: string;
  /** Another field that it does not go with, a setting of `config` as `config` and its name. */
  readonly beside?: FieldPath;
  /** Whether a value beside it leaves no use for it. */
  readonly where?: (beside: Readonly<Record<string, unknown>>) => boolean;
  readonly effect: Effect;
  readonly why: string;
}

const REBALANCE = { kind: 'KafkaRebalance', at: 'spec' } as const;
const isMode =
  (...modes: readonly unknown[]) =>
  ({ mode = 'full' }: Readonly<Record<string, unknown>>): boolean =>
    modes.includes(mode);
const isNode = isMode('add-brokers', 'remove-brokers');

const ODDS: readonly Odds[] = [
  {
    ...REBALANCE,
    field: 'brokers',
    where: isMode('full'),
    effect: 'ignored',
    why: 'A full rebalance is of all brokers.',
  },
  {
    ...REBALANCE,
    field: 'moveReplicasOffVolumes',
    where: isMode('full', 'add-brokers', 'remove-brokers'),
    effect: 'ignored',
    why: 'Only the mode remove-disks moves replicas off volumes.',
  },
  {
    ...REBALANCE,
    field: 'rebalanceDisk',
    where: isNode,
    effect: 'ignored',
    why: 'Only a full rebalance can be of disks.',
  },
  {
    ...REBALANCE,
    field: 'concurrentIntraBrokerPartitionMovements',
    where: isNode,
    effect: 'ignored',
    why: 'Only a full rebalance, or one of disks, moves partitions between the disks of a broker.',
  },
  {
    ...REBALANCE,
    field: 'goals',
    where: ({ rebalanceDisk, goals }) => rebalanceDisk === true && Array.isArray(goals) && goals.length > 0,
    effect: 'fails',
    why: 'Cruise Control refuses goals for a rebalance of disks.',
    since: '0.33',
  },
  {
    kind: 'Kafka',
    at: 'spec.kafka.quotas',
    field: 'minAvailableRatioPerVolume',
    beside: ['minAvailableBytesPerVolume'],
    effect: 'refused',
    why: 'The quota plugin takes the bytes or the ratio of a volume, not both.',
  },
  {
    kind: 'Kafka',
    at: 'spec.kafka',
    field: 'quotas',
    beside: ['config', 'client.quota.callback.class'],
    effect: 'warned',
    why: 'The operator puts its own class in the place of client.quota.callback.class.',
  },
  {
    kind: 'Kafka',
    at: 'spec',
    field: 'jmxTrans',
    where: ({ kafka }) => isAbsent(map(kafka)['jmxOptions']),
    effect: 'refused',
    why: 'JmxTrans reads what spec.kafka.jmxOptions opens.',
    until: '0.34',
  },
  {
    kind: 'KafkaUser',
    at: 'spec.authorization.acls.*',
    field: 'operation',
    beside: ['operations'],
    effect: 'refused',
    why: 'A rule has one operation or a list of them.',
    since: '0.29',
  },
  {
    kind: 'KafkaUser',
    at: 'spec.authorization.acls.*.resource',
    field: 'name',
    where: ({ type, name }) => type === 'cluster' && name !== 'kafka-cluster',
    effect: 'ignored',
    why: 'There is one cluster, which has its own name.',
  },
  {
    kind: 'KafkaMirrorMaker2',
    at: 'spec.mirrors.*',
    field: 'topicsBlacklistPattern',
    beside: ['topicsExcludePattern'],
    effect: 'ignored',
    why: 'The operator takes topicsExcludePattern.',
  },
  {
    kind: 'KafkaMirrorMaker2',
    at: 'spec.mirrors.*',
    field: 'groupsBlacklistPattern',
    beside: ['groupsExcludePattern'],
    effect: 'ignored',
    why: 'The operator takes groupsExcludePattern.',
  },
  {
    kind: 'KafkaConnector',
    at: 'spec',
    field: 'pause',
    beside: ['state'],
    effect: 'warned',
    why: 'The operator takes state.',
    since: '0.38',
  },
  ...['producerByteRate', 'consumerByteRate', 'requestPercentage', 'controllerMutationRate'].map((field): Odds => ({
    kind: 'KafkaUser',
    at: 'spec.quotas',
    field,
    where: ({ [field]: quota }) => quota === 0,
    effect: 'unlooked',
    why: 'A quota of nothing lets the user do nothing.',
  })),
  ...['leader', 'follower'].map((of): Odds => ({
    kind: 'KafkaTopic',
    at: 'spec.config',
    field: `${of}.replication.throttled.replicas`,
    effect: 'warned',
    why: 'It may get in the way of rebalances that Cruise Control throttles.',
    since: '0.42',
  })),
];

const oddsOf = rowsOf(ODDS, (row, kind) => row.kind === kind);

/** Fields that do not go together. */
export const fieldsAtOdds = kindRule({
  id: 'fields-at-odds',
  summary: 'Fields that leave no use for each other do not stand together.',
  remedy: 'Leave the field out, or what leaves no use for it.',
  effect: 'ignored',
  source:
    'The operator refuses the object, or passes over one of the fields (Strimzi 0.45.2, 1.2.0, KafkaRebalanceAssemblyOperator, QuotasPluginModel, SimpleAclRule, KafkaMirrorMaker2Connectors).',
  catalog: [
    'R-008',
    'R-009',
    'R-010',
    'R-011',
    'K-062',
    'K-063',
    'K-085',
    'U-010',
    'U-014',
    'M2-039',
    'M2-040',
    'C-006',
    'T-013',
    'U-031',
  ],
  kinds: strimziKinds(...new Set(ODDS.map(({ kind }) => kind))),
  check({ manifest, site }, report) {
    for (const { at, field, beside, where, effect, why } of oddsOf(manifest.kind, site.release.version)) {
      for (const place of placesOf(manifest, at)) {
        const fields = map(place.value);
        if (isAbsent(fields[field]) || (beside && isAbsent(valueAt(fields, beside))) || where?.(fields) === false)
          continue;
        const given = fields[field];
        report({ effect, field: [...place.field, field], ...(typeof given !== 'object' && { given }), message: why });
      }
    }
  },
});

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

function valueAt(fields: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((value, step) => map(value)[String(step)], fields);
}
