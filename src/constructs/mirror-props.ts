import type { Duration } from 'cdk8s';
import type { ConnectorRestarts, ConnectorState } from '../model/connector';
import type { MirrorEngine } from '../model/release';
import type { ConnectConfig, MirrorCheckpointConfig, MirrorSourceConfig } from '../../imports/kafka-settings';
import type { Resources } from '../model/resource';
import type { OffsetSyncsLocation, WorkerNames } from '../wiring/mirror';
import type { ReplicationPolicy } from '../wiring/mirror-names';
import type { NameMatch } from '../wiring/name-matches';
import type { IKafkaCluster, IKafkaTopic, IKafkaUser } from './interfaces';
import type { Overrides } from './overrides';
import type { MirrorConnectorProps } from './connector-props';
import type { ContainerProps } from './container';
import type { PausableProps } from './pausable';
import type { Placement, Rack } from './placement';
import type { ResourceProps } from './resource';
import type { ITracing } from './tracing';
import type { JmxProps, WorkloadProps } from './workload';

/** What is copied from a cluster, and how. */
export interface MirrorFlowProps {
  /**
   * The topics that are copied: topics, names, `{ prefix: 'orders.' }`, or `{ pattern: 'orders-[0-9]+' }`. The mirror's users
   * get the rights to them. Names are looked for at every source, a topic at its own cluster. They are known at once.
   * @default - those that `topicsPattern` finds
   */
  readonly topics?: readonly (IKafkaTopic | NameMatch)[];
  /**
   * The topics that the mirror looks for, as a regular expression that is known at once; the users' rights still bound it.
   * @default - what finds `topics`
   */
  readonly topicsPattern?: string;
  /**
   * Topics that are not copied, although `topics` has them (MirrorMaker 2), known at once.
   * @default - none; MirrorMaker 2 never copies internal topics
   */
  readonly excludedTopics?: readonly NameMatch[];
  /**
   * Consumer groups whose offsets are copied: names, `{ prefix: 'shop-' }`, or `{ pattern: 'shop-[0-9]+' }`. MirrorMaker 1
   * copies none. They are known at once.
   * @default - the groups that read the topics, at either end, as grants and client applications tell
   */
  readonly groups?: readonly NameMatch[];
  /**
   * Consumer groups whose offsets are not copied, although `groups` has them; known at once.
   * @default - none besides those that MirrorMaker 2 leaves out and `groups` does not name
   */
  readonly excludedGroups?: readonly NameMatch[];
  /**
   * What becomes of the topics' names at the target: they stay (`identity`), the source's alias is put before them
   * (`default`), with a separator of its own (`{ separator: '-' }`), or a class of the team's own names them
   * (`{ className: 'com.example.Regional', names: '{source}-{topic}' }`). Its texts are known at once.
   * @default identity; `default` in a mesh
   */
  readonly replicationPolicy?: ReplicationPolicy;
  /**
   * The most tasks that copy at a time, 1 at least. A MirrorMaker 1 shares them out over its replicas, each of which has one at least.
   * @default - the operator's
   */
  readonly tasksMax?: number;
  /**
   * Whether the connectors of a MirrorMaker 2 run, wait, or are off with their tasks ended.
   * @default running
   */
  readonly state?: ConnectorState;
  /**
   * Whether and how often the connectors of a MirrorMaker 2 are restarted when they fail (from Strimzi 0.33 on).
   * @default - they are not
   */
  readonly autoRestart?: ConnectorRestarts;
  /**
   * What the connector of a MirrorMaker 2 that copies records is told apart from the others.
   * @default - nothing
   */
  readonly sourceConnector?: MirrorConnectorProps;
  /**
   * What the connector of a MirrorMaker 2 that copies groups' offsets is told apart from the others.
   * @default - nothing
   */
  readonly checkpointConnector?: MirrorConnectorProps;
  /**
   * Settings of the MirrorMaker 2 source connector, over the library's.
   * @default - the library's
   * @see https://kafka.apache.org/documentation/#mirrorsourceconfigs
   */
  readonly sourceConnectorConfig?: MirrorSourceConfig;
  /**
   * Settings of the MirrorMaker 2 checkpoint connector, over the library's.
   * @default - the library's
   * @see https://kafka.apache.org/documentation/#mirrorcheckpointconfigs
   */
  readonly checkpointConnectorConfig?: MirrorCheckpointConfig;
}

/** A source of a mirror that has several. What it does not say, the mirror says for all of them. */
export interface MirrorSourceProps extends MirrorFlowProps {
  /** The cluster that records are copied from. */
  readonly cluster: IKafkaCluster;
  /**
   * The user that reads there.
   * @default - one of the mirror's own, `<id>-source-<cluster>`, where the source asks for authentication
   */
  readonly user?: IKafkaUser;
  /**
   * Name of the listener, known at once.
   * @default - the best that can be reached
   */
  readonly listener?: string;
  /**
   * What the mirror calls the cluster (MirrorMaker 2): 1 to 100 letters, digits, dots, underscores and hyphens; known at once.
   * @default - the cluster's name; with the namespace before it where two clusters of the mirror have one name
   */
  readonly alias?: string;
}

/** What a mirror, or each mirror of a mesh, is like. */
export interface MirrorWorkersProps
  extends ResourceProps, PausableProps, MirrorFlowProps, WorkloadProps, ContainerProps {
  /**
   * Time between two looks for new consumer groups (MirrorMaker 2), in whole seconds.
   * @default Duration.seconds(60); Kafka's own is ten minutes
   */
  readonly groupsInterval?: Duration;
  /**
   * Where MirrorMaker 2 keeps which offset of a source is which at the target. At the `source` its user needs to write there.
   * @default target; source up to Strimzi 0.25
   */
  readonly offsetSyncs?: OffsetSyncsLocation;
  /**
   * Whether MirrorMaker 2 writes heartbeats to the target, known at once, and copies those that are at the sources. From Strimzi 0.49 on it
   * does not write any.
   * @default false
   */
  readonly heartbeats?: boolean;
  /**
   * Whether each record is written once, whatever fails (MirrorMaker 2 from Strimzi 0.36 on), known at once: in transactions, and of the
   * sources' transactions those alone that were committed.
   * @default false
   */
  readonly exactlyOnce?: boolean;
  /**
   * Pods, from 0.
   * @default 1
   */
  readonly replicas?: number;
  /**
   * The program that copies.
   * @default - the release's usual one
   */
  readonly engine?: MirrorEngine;
  /**
   * The consumer group of a MirrorMaker 1, known at once. MirrorMaker 2 has none.
   * @default - the object's name; with the place before it where the source is elsewhere
   */
  readonly consumerGroup?: string;
  /**
   * The group and the topics that the Connect workers of a MirrorMaker 2 keep to themselves at the target; known at once.
   * @default - the object's name as the group, and topics that begin with it and two underscores; with the place before it
   * where the target is elsewhere
   */
  readonly workerNames?: WorkerNames;
  /**
   * Settings of the Connect workers of a MirrorMaker 2, over the library's.
   * @default - the library's
   * @see https://kafka.apache.org/documentation/#connectconfigs
   */
  readonly workerConfig?: ConnectConfig;
  /**
   * Where the mirror sends its traces.
   * @default - nowhere
   */
  readonly tracing?: ITracing;
  /**
   * Kafka version of the mirror, known at once.
   * @default - the operator's default
   */
  readonly version?: string;
  /**
   * The container image of the mirror, with a tag or a digest.
   * @default - the operator's
   */
  readonly image?: string;
  /**
   * Rack awareness: the workers of a MirrorMaker 2 read from replicas in their own zone (from Strimzi 0.29 on).
   * @default - none
   */
  readonly rack?: Rack;
  /**
   * JMX of the workers of a MirrorMaker 2, for tools outside of their pods; `{}`: whoever reaches it may use it.
   * @default - it is closed
   */
  readonly jmx?: JmxProps;
  /**
   * CPU and memory of each replica.
   * @default - not said
   */
  readonly resources?: Resources;
  /**
   * Nodes of the Kubernetes cluster that the replicas must run on.
   * @default - any
   */
  readonly placement?: Placement;
  /**
   * What stands in the KafkaMirrorMaker2 or KafkaMirrorMaker over what the library writes, in the words of the release's API.
   * @default - nothing
   */
  readonly overrides?: Overrides<'KafkaMirrorMaker'>;
}

/** Properties of a {@link Mirror}. */
export interface MirrorProps extends MirrorWorkersProps {
  /**
   * The cluster that records are copied from.
   * @default - those of `sources`
   */
  readonly source?: IKafkaCluster;
  /**
   * Several clusters that records are copied from: in one MirrorMaker 2, or in a MirrorMaker 1 each.
   * @default - `source` alone
   */
  readonly sources?: readonly MirrorSourceProps[];
  /** The cluster that records are copied to. */
  readonly target: IKafkaCluster;
  /**
   * The user that reads at `source`.
   * @default - one of its own, `<id>-source`, where the source asks for authentication
   */
  readonly sourceUser?: IKafkaUser;
  /**
   * The user that writes at the target.
   * @default - one of its own, `<id>-target`, where the target asks for authentication
   */
  readonly targetUser?: IKafkaUser;
  /**
   * Name of the listener of `source`, known at once.
   * @default - the best that can be reached
   */
  readonly sourceListener?: string;
  /**
   * Name of the listener of the target, known at once.
   * @default - the best that can be reached
   */
  readonly targetListener?: string;
  /**
   * What the mirror calls `source` (MirrorMaker 2): 1 to 100 letters, digits, dots, underscores and hyphens; known at once.
   * @default - the cluster's name; with the namespace before it where two clusters of the mirror have one name
   */
  readonly sourceAlias?: string;
  /**
   * What the mirror calls the target (MirrorMaker 2): 1 to 100 letters, digits, dots, underscores and hyphens; known at once.
   * @default - the cluster's name; with the namespace before it where two clusters of the mirror have one name
   */
  readonly targetAlias?: string;
}

/** Properties of a mesh of mirrors. */
export interface MirrorMeshProps extends MirrorWorkersProps {
  /** The clusters, each of which gets the topics of all others. */
  readonly clusters: readonly IKafkaCluster[];
}
