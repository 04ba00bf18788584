import type { AuthorizationRecord } from './authorization';
import type { BrokerQuotasRecord } from './broker-quotas';
import type { ContainerRecord } from './container';
import type { CruiseControlRecord } from './cruise-control';
import type { EntityOperator } from './entity-operator';
import type { KafkaExporterRecord } from './kafka-exporter';
import type { KafkaObjects } from './made-objects';
import type { HostedRecord } from './pods';
import type { Config, ResourceRecord, Resources } from './resource';
import type { ListenerRecord } from './listener';
import type { StorageRecord } from './storage';
import type { TieredStorageRecord } from './tiered-storage';
import type { TlsSidecarRecord } from './tls-sidecar';
import type { JmxRecord, WorkloadRecord } from './workload';

/** How a Kafka cluster keeps its metadata. */
export type MetadataMode = 'zookeeper' | 'kraft';

/** A Kafka cluster. What is said of its workload holds for nodes that do not say it themselves. */
export interface KafkaClusterRecord extends ResourceRecord, WorkloadRecord {
  readonly mode: MetadataMode;
  /** Whether the nodes are described by node pools, and not by `brokers`. */
  readonly nodePools: boolean;
  /** Kafka version, `MAJOR.MINOR.PATCH`; absent: the operator's default. */
  readonly version?: string;
  /** KRaft metadata version; absent: that of the Kafka version. */
  readonly metadataVersion?: string;
  /** Image of the brokers; absent: the operator's. */
  readonly image?: string;
  readonly listeners: readonly ListenerRecord[];
  /** Absent: everybody may do everything. */
  readonly authorization?: AuthorizationRecord;
  readonly config?: Config;
  /** Rack awareness. */
  readonly rack?: RackRecord;
  /** JMX of the nodes; absent: it is closed. */
  readonly jmx?: JmxRecord;
  /** What clients may take of the brokers; absent: what they like. */
  readonly quotas?: BrokerQuotasRecord;
  /** Where brokers move old segments to; absent: they keep them. */
  readonly tieredStorage?: TieredStorageRecord;
  /** How many nodes may be evicted at a time, from 0; absent: one. */
  readonly maxUnavailable?: number;
  /** What spoke TLS for brokers (up to Strimzi 0.22). */
  readonly tlsSidecar?: TlsSidecarRecord;
  /** The broker nodes of a cluster without node pools. */
  readonly brokers?: NodeSet;
  /** The ZooKeeper nodes of a cluster in ZooKeeper mode. */
  readonly zookeeper?: ZookeeperNodes;
  /** Signs the certificates of nodes and operators; absent: as the operator has it. */
  readonly clusterCa?: CertificateAuthorityRecord;
  /** Signs the certificates of users; absent: as the operator has it. */
  readonly clientsCa?: CertificateAuthorityRecord;
  /** When certificates may be renewed, as cron expressions in UTC; absent: at any time. */
  readonly maintenanceTimeWindows?: readonly string[];
  readonly cruiseControl?: CruiseControlRecord;
  readonly kafkaExporter?: KafkaExporterRecord;
  /** The operators of topics and users; absent: none runs. */
  readonly entityOperator?: EntityOperator;
  /** Annotations of the Secret in which the operator publishes the certificate of the cluster's CA. */
  readonly certificateAnnotations?: Readonly<Record<string, string>>;
  /** Labels and annotations of what the operator makes for the brokers. */
  readonly objects?: KafkaObjects;
}

/** A number of like nodes. */
export interface NodeSet extends Omit<HostedRecord, 'maxUnavailable'>, NodeOptions {
  readonly replicas: number;
  readonly storage: StorageRecord;
  readonly resources?: Resources;
}

/** What nodes have besides what the operator gives them. */
export interface NodeOptions extends ContainerRecord {
  /** Annotations of the claims that the operator makes for the nodes. */
  readonly claimAnnotations?: Readonly<Record<string, string>>;
}

/** ZooKeeper nodes. */
export interface ZookeeperNodes extends NodeSet, WorkloadRecord {
  /** How many of them may be evicted at a time, from 0; absent: one. */
  readonly maxUnavailable?: number;
  /** The container image; absent: the operator's. */
  readonly image?: string;
  /** JMX of the nodes; absent: it is closed. */
  readonly jmx?: JmxRecord;
  /** What spoke TLS for them (up to Strimzi 0.22). */
  readonly tlsSidecar?: TlsSidecarRecord;
}

/** A certificate authority of a Kafka cluster. */
export interface CertificateAuthorityRecord {
  /** Whether the operator makes it; otherwise its Secrets have to be there. Absent: the operator does. */
  readonly generated?: boolean;
  /** Whether its Secrets go with the Kafka object; absent: they do. */
  readonly ownedByCluster?: boolean;
  /** Days that a certificate is good for, 1 at least; absent: 365. */
  readonly validityDays?: number;
  /** Days before its end that a certificate is renewed, 1 at least; absent: 30. */
  readonly renewalDays?: number;
  /** Whether the CA keeps its key when it is renewed; absent: it does. */
  readonly onExpiry?: 'renew-certificate' | 'replace-key';
}

/** Replicas of a partition are spread over the values of a node label. */
export interface RackRecord {
  /** Node label, such as `topology.kubernetes.io/zone`. */
  readonly topologyKey: string;
}
