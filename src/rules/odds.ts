import type { FieldPath } from '../model/field';
import { map } from '../model/guarded';
import { valueAtPath } from './places';
import type { Row } from './rows';
import type { Effect } from './rule';

/** A field that does not go with others beside it. */
export interface Odds extends Row {
  readonly kind: string;
  /** Where the fields belong. */
  readonly at: string;
  /** The field that is told. */
  readonly field: string;
  /** Another field that it does not go with, a setting of `config` as `config` and its name. */
  readonly beside?: FieldPath;
  /** Whether a value beside it leaves no use for it. */
  readonly where?: (beside: Fields, spec: Fields) => boolean;
  readonly effect: Effect;
  readonly why: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** Before, the operator knew none of these fields. */
const REBALANCE = { kind: 'KafkaRebalance', at: 'spec', since: '0.22' } as const;
const isMode =
  (...modes: readonly unknown[]) =>
  ({ mode = 'full' }: Fields): boolean =>
    modes.includes(mode);
const isNode = isMode('add-brokers', 'remove-brokers');

const BROKERS = { kind: 'Kafka', at: 'spec.kafka.config' } as const;

/** Kafka reads the words of its settings in any case. */
function isSetting(given: unknown, word: 'true' | 'false'): boolean {
  return String(given).trim().toLowerCase() === word;
}

function hasTopicOperator(spec: Fields): boolean {
  return map(valueAtPath(spec, 'entityOperator'))['topicOperator'] !== undefined;
}

/** Where affinity and tolerations were before pods had templates. */
const PODS_OF_OLD: readonly (readonly [kind: string, at: string])[] = [
  ...['spec.kafka', 'spec.zookeeper', 'spec.entityOperator'].map((at) => ['Kafka', at] as const),
  ...['KafkaConnect', 'KafkaConnectS2I', 'KafkaMirrorMaker'].map((kind) => [kind, 'spec'] as const),
];

/** Fields of which one leaves no use for the other. */
export const ODDS: readonly Odds[] = [
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
    where: ({ kafka }) => (map(kafka)['jmxOptions'] ?? undefined) === undefined,
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
  ...PODS_OF_OLD.flatMap(([kind, at]) =>
    ['affinity', 'tolerations'].map((field): Odds => ({
      kind,
      at,
      field,
      where: (beside) => valueAtPath(beside, `template.pod.${field}`) !== undefined,
      effect: 'overridden',
      why: `The operator takes ${field} of template.pod.`,
      until: '0.21',
    })),
  ),
  ...['KafkaConnect', 'KafkaConnectS2I', 'KafkaMirrorMaker2'].flatMap((kind): Odds[] => [
    {
      kind,
      at: 'spec.externalConfiguration.volumes.*',
      field: 'configMap',
      beside: ['secret'],
      effect: 'ignored',
      why: 'A volume is of a Secret or of a ConfigMap: the operator leaves it out.',
      until: '0.43',
    },
    {
      kind,
      at: 'spec.externalConfiguration.env.*.valueFrom',
      field: 'configMapKeyRef',
      beside: ['secretKeyRef'],
      effect: 'ignored',
      why: 'A variable is of a Secret or of a ConfigMap: the operator leaves it out.',
      until: '0.43',
    },
  ]),
  {
    kind: 'Kafka',
    at: 'spec.entityOperator.template.deployment',
    field: 'deploymentStrategy',
    where: ({ deploymentStrategy }) => deploymentStrategy !== 'Recreate',
    effect: 'ignored',
    why: 'The entity operator is always recreated.',
    since: '0.34',
  },
  ...['externalBootstrapService', 'perPodService'].map((service): Odds => ({
    kind: 'Kafka',
    at: `spec.kafka.template.${service}`,
    field: 'loadBalancerSourceRanges',
    where: (_, spec) => valueAtPath(spec, 'kafka.listeners.external.type') !== 'loadbalancer',
    effect: 'ignored',
    why: 'No listener has a load balancer.',
    until: '0.19',
  })),
  {
    ...BROKERS,
    field: 'delete.topic.enable',
    where: (config, spec) => isSetting(config['delete.topic.enable'], 'false') && hasTopicOperator(spec),
    effect: 'unlooked',
    why: 'Kafka deletes no topics: the topic operator makes a KafkaTopic anew that somebody deletes.',
    until: '0.38',
  },
  {
    ...BROKERS,
    field: 'delete.topic.enable',
    where: (config, spec) => isSetting(config['delete.topic.enable'], 'false') && hasTopicOperator(spec),
    effect: 'unlooked',
    why: 'Kafka deletes no topics: a KafkaTopic that somebody deletes stays for ever, and so does its namespace.',
    since: '0.39',
  },
  {
    ...BROKERS,
    field: 'auto.create.topics.enable',
    where: (config, spec) => isSetting(config['auto.create.topics.enable'], 'true') && hasTopicOperator(spec),
    effect: 'warned',
    why: 'Brokers make topics that no KafkaTopic tells of: the topic operator warns of it in its log.',
    since: '0.39',
  },
];
