import type { Client } from './client';
import type { KafkaCluster } from './kafka-cluster';
import type { MirrorMaker } from './mirror-maker';
import type { MirrorMaker2 } from './mirror-maker-2';
import type { NodePool } from './node-pool';
import type { Exposure, Namespace, OperatorGroup, PlatformName, Subscription } from './platform';
import type { Release } from './release';
import type { Topic } from './topic';
import type { TracingBackend } from './tracing';
import type { User } from './user';

/** The nouns of a topology, and the records that tell of them. */
export interface Records {
  readonly kafkaCluster: KafkaCluster;
  readonly nodePool: NodePool;
  readonly topic: Topic;
  readonly user: User;
  readonly mirrorMaker: MirrorMaker;
  readonly mirrorMaker2: MirrorMaker2;
  readonly tracingBackend: TracingBackend;
  readonly client: Client;
  readonly namespace: Namespace;
  readonly operatorGroup: OperatorGroup;
  readonly subscription: Subscription;
  readonly exposure: Exposure;
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
