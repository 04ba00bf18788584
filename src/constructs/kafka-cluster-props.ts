import type { BrokerConfig } from '../../imports/kafka-settings';
import type { KafkaObjects } from '../model/made-objects';
import type { Resources } from '../model/resource';
import type { Authorization } from './authorization';
import type { BrokerQuotas } from './broker-quotas';
import type { CertificateAuthority } from './certificate-authority';
import type { CruiseControlProps } from './cruise-control';
import type { EntityOperatorProps } from './entity-operator';
import type { KafkaExporterProps } from './kafka-exporter';
import type { Listener } from './listener';
import type { NodeIdProps } from './node-ids';
import type { NodeProps } from './nodes';
import type { Overrides } from './overrides';
import type { PausableProps } from './pausable';
import type { Placement, Rack } from './placement';
import type { PodOptions } from './pods';
import type { ResourceProps } from './resource';
import type { Storage } from './storage';
import type { TieredStorage } from './tiered-storage';
import type { TlsSidecarProps } from './tls-sidecar';
import type { JmxProps, JvmProps, WorkloadProps } from './workload';

/** Nodes that keep a cluster's metadata. */
export interface MetadataNodesProps extends NodeProps {
  /**
   * How many nodes there are, 1 at least; an odd number, as they decide by majority.
   * @default 3
   */
  readonly replicas?: number;
  /** Where each node keeps its data. */
  readonly storage: Storage;
  /**
   * CPU and memory of each node.
   * @default - not said
   */
  readonly resources?: Resources;
  /**
   * Heap and options of the Java virtual machine.
   * @default - as the Kafka cluster has it; the operator's for ZooKeeper
   */
  readonly jvm?: JvmProps;
  /**
   * Nodes of the Kubernetes cluster that they must or should run on.
   * @default - as the Kafka cluster has it
   */
  readonly placement?: Placement;
  /**
   * Labels, tolerations, spread, rights and so on of the pods, over those of the Kafka cluster.
   * @default - as the Kafka cluster has it
   */
  readonly pods?: Omit<PodOptions, 'maxUnavailable'>;
}

/** KRaft controllers. */
export interface ControllersProps extends MetadataNodesProps, NodeIdProps {}

/** ZooKeeper nodes. */
export interface ZookeeperProps extends Omit<MetadataNodesProps, 'pods'>, WorkloadProps {
  /**
   * Labels, tolerations, spread, rights and so on of the pods, over those of the Kafka cluster.
   * @default - as the Kafka cluster has it; one may be evicted at a time
   */
  readonly pods?: PodOptions;
  /**
   * The container image, with a tag or a digest.
   * @default - the operator's
   */
  readonly image?: string;
  /**
   * JMX of the nodes, for tools outside of their pods; `{}`: whoever reaches it may use it (from Strimzi 0.26 on).
   * @default - it is closed
   */
  readonly jmx?: JmxProps;
  /**
   * What spoke TLS for them, up to Strimzi 0.22.
   * @default - as it comes
   */
  readonly tlsSidecar?: TlsSidecarProps;
}

/**
 * Properties of a {@link KafkaCluster}. What is said of the program holds for all nodes, but for ZooKeeper's; numbers of nodes
 * are those of the pool of brokers.
 */
export interface KafkaClusterProps extends ResourceProps, PausableProps, WorkloadProps, NodeProps, NodeIdProps {
  /** How many brokers there are, 1 at least, known at once. */
  readonly brokers: number;
  /** Where each broker keeps its data. */
  readonly storage: Storage;
  /**
   * Where clients connect to the cluster.
   * @default - Listener.tls(): inside, with TLS and client certificates
   */
  readonly listeners?: readonly Listener[];
  /**
   * Who decides what a user may do.
   * @default Authorization.simple()
   */
  readonly authorization?: Authorization;
  /**
   * Kafka version, one of those that the release runs; known at once.
   * @default - the release's default
   */
  readonly version?: string;
  /**
   * Version of the metadata that KRaft keeps, such as `3.9` or `3.9-IV0`: until it is raised, Kafka can go back to an earlier version.
   * @default - that of the Kafka version
   */
  readonly metadataVersion?: string;
  /**
   * The image of brokers and controllers, with a tag or a digest.
   * @default - the operator's
   */
  readonly image?: string;
  /**
   * Kafka's own broker settings, over the library's: replication factors as the brokers allow, one replica fewer in sync,
   * and, where the topic operator asks for it, no topics that brokers make by themselves, unless somebody is granted to
   * make them so or a MirrorMaker 1 writes to the cluster. A setting that is `undefined` takes the library's away.
   * @default - the library's
   * @see https://kafka.apache.org/documentation/#brokerconfigs
   */
  readonly config?: BrokerConfig;
  /**
   * What clients may take of the brokers, unless something is said of a user.
   * @default - what they like
   */
  readonly quotas?: BrokerQuotas;
  /**
   * Where brokers move old segments of topics to.
   * @default - they keep them
   */
  readonly tieredStorage?: TieredStorage;
  /**
   * JMX of the nodes, for tools outside of their pods, but for ZooKeeper's; `{}`: whoever reaches it may use it.
   * @default - it is closed
   */
  readonly jmx?: JmxProps;
  /**
   * What spoke TLS for brokers, up to Strimzi 0.22.
   * @default - as it comes
   */
  readonly tlsSidecar?: TlsSidecarProps;
  /**
   * ZooKeeper nodes that keep the metadata.
   * @default - on a release that knows nothing else, three with the brokers' storage; elsewhere none
   */
  readonly zookeeper?: ZookeeperProps;
  /**
   * KRaft controllers apart from the brokers.
   * @default - the brokers are controllers too
   */
  readonly controllers?: ControllersProps;
  /**
   * Labels and annotations of what the operator makes for the brokers: Services, Routes, Ingresses, their ServiceAccount and sets of pods.
   * @default - the operator's
   */
  readonly objects?: KafkaObjects;
  /**
   * CPU and memory of each broker.
   * @default - not said
   */
  readonly resources?: Resources;
  /**
   * Nodes of the Kubernetes cluster that all pods of this cluster must run on.
   * @default - any
   */
  readonly placement?: Placement;
  /**
   * Rack awareness: replicas of a partition are spread over zones, or over another node label.
   * @default - none
   */
  readonly rack?: Rack;
  /**
   * The CA that signs the certificates of nodes and operators.
   * @default - CertificateAuthority.generated()
   */
  readonly clusterCa?: CertificateAuthority;
  /**
   * The CA that signs the certificates of users.
   * @default - CertificateAuthority.generated()
   */
  readonly clientsCa?: CertificateAuthority;
  /**
   * When certificates may be renewed, which restarts nodes: cron expressions of Quartz in UTC, such as
   * `* * 0-1 ? * SUN,MON,TUE,WED,THU *`.
   * @default - at any time
   */
  readonly maintenanceTimeWindows?: readonly string[];
  /**
   * The operators of topics and users, and which of them run.
   * @default - both, as they come
   */
  readonly entityOperator?: EntityOperatorProps;
  /**
   * A Cruise Control, which moves partitions between brokers; `{}` as it comes.
   * @default - none
   */
  readonly cruiseControl?: CruiseControlProps;
  /**
   * An exporter of metrics of topics and consumer groups; `{}` as it comes.
   * @default - none
   */
  readonly kafkaExporter?: KafkaExporterProps;
  /**
   * What stands in the Kafka over what the library writes, in the words of the release's API.
   * @default - nothing
   */
  readonly overrides?: Overrides<'Kafka'>;
}
