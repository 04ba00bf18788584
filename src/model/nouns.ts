import type { BridgeRecord } from './bridge';
import type { ClientRecord } from './client';
import type { ConnectRecord, ConnectorRecord } from './connect';
import type { KafkaAccessRecord } from './kafka-access';
import type { KafkaClusterRecord } from './kafka-cluster';
import type { MirrorMakerRecord } from './mirror-maker';
import type { MirrorMaker2Record } from './mirror-maker-2';
import type { NodePoolRecord } from './node-pool';
import type { ExposureRecord, NamespaceRecord, OperatorGroupRecord, SubscriptionRecord } from './platform';
import type { OtherRecord } from './other';
import type { RebalanceRecord } from './rebalance';
import type { TopicRecord } from './topic';
import type { TracingBackendRecord } from './tracing';
import type { UserRecord } from './user';

/** The nouns of a topology, and the records that tell of them. */
export interface Records {
  readonly kafkaCluster: KafkaClusterRecord;
  readonly nodePool: NodePoolRecord;
  readonly topic: TopicRecord;
  readonly user: UserRecord;
  readonly mirrorMaker: MirrorMakerRecord;
  readonly mirrorMaker2: MirrorMaker2Record;
  readonly connect: ConnectRecord;
  readonly connector: ConnectorRecord;
  readonly bridge: BridgeRecord;
  readonly rebalance: RebalanceRecord;
  readonly kafkaAccess: KafkaAccessRecord;
  readonly tracingBackend: TracingBackendRecord;
  readonly client: ClientRecord;
  readonly namespace: NamespaceRecord;
  readonly operatorGroup: OperatorGroupRecord;
  readonly subscription: SubscriptionRecord;
  readonly exposure: ExposureRecord;
  readonly other: OtherRecord;
}

/** A noun of a topology. */
export type Noun = keyof Records;

/** What people call the nouns. */
export const NOUNS: Readonly<Record<Noun, string>> = {
  kafkaCluster: 'Kafka cluster',
  nodePool: 'node pool',
  topic: 'topic',
  user: 'user',
  mirrorMaker: 'MirrorMaker 1',
  mirrorMaker2: 'MirrorMaker 2',
  connect: 'Kafka Connect',
  connector: 'connector',
  bridge: 'bridge',
  rebalance: 'rebalance',
  kafkaAccess: 'KafkaAccess',
  tracingBackend: 'Jaeger',
  client: 'client application',
  namespace: 'namespace',
  operatorGroup: 'operator group',
  subscription: 'subscription',
  exposure: 'exposure',
  other: 'other object',
};
