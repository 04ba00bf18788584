import type { ClientRecord } from './client';
import type { KafkaClusterRecord } from './kafka-cluster';
import type { MirrorMakerRecord } from './mirror-maker';
import type { MirrorMaker2Record } from './mirror-maker-2';
import type { NodePoolRecord } from './node-pool';
import type {
  ExposureRecord,
  NamespaceRecord,
  OperatorGroupRecord,
  PlatformName,
  SubscriptionRecord,
} from './platform';
import type { OtherRecord } from './other';
import type { Release } from './release';
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
  tracingBackend: 'Jaeger',
  client: 'client application',
  namespace: 'namespace',
  operatorGroup: 'operator group',
  subscription: 'subscription',
  exposure: 'exposure',
  other: 'other object',
};

/** A record, and where it comes from. */
export interface Placed<M> {
  readonly record: M;
  /** Construct path or file. */
  readonly path: string;
}

/** What is at a site. */
export interface SiteTopology {
  readonly path: string;
  readonly platform: PlatformName;
  readonly release: Release;
  readonly records: { readonly [N in Noun]: readonly Placed<Records[N]>[] };
}

/** What is at all sites. */
export interface Topology {
  readonly sites: readonly SiteTopology[];
}
