import type { ClientContract } from './client';
import type { MetadataMode } from './kafka-cluster';
import type { TracingSystem } from './tracing';

/** The program that a mirror runs. */
export type MirrorEngine = 'mirrorMaker' | 'mirrorMaker2';

/** What an operator release has and does: the facts that differ, as data. */
export interface Release {
  /** What people call it. */
  readonly name: string;
  /** Strimzi version. */
  readonly version: string;
  readonly kafka: {
    /** Kafka versions that the operator runs, oldest first. */
    readonly versions: readonly string[];
    readonly default: string;
  };
  /** Ways to keep a cluster's metadata, the usual one first. */
  readonly metadataModes: readonly MetadataMode[];
  /** Whether nodes can be described by node pools. */
  readonly nodePools: boolean;
  /** Whether brokers must be told the format that they keep messages in, for the next upgrade to work. */
  readonly messageFormat: boolean;
  /**
   * Whether the topic operator takes up topics that Kafka has and no resource tells of (`bidirectional`), or warns where
   * brokers make topics by themselves (`unidirectional`).
   */
  readonly topicOperator: 'bidirectional' | 'unidirectional';
  /** Programs that a mirror can run, the usual one first. */
  readonly mirrorEngines: readonly MirrorEngine[];
  /** What MirrorMaker 2 can do. */
  readonly mirrorMaker2: {
    /** Keep the names of topics. */
    readonly identityPolicy: boolean;
    /** Write consumer groups' offsets to the target. */
    readonly groupOffsets: boolean;
    /** Keep offset syncs at the target, so that it writes nothing at the source. */
    readonly offsetSyncsLocation: boolean;
    /** Its separator is in the names of internal topics too. */
    readonly internalSeparator: boolean;
    /** Write each record once. */
    readonly exactlyOnce: boolean;
    readonly traced: boolean;
  };
  /** What the operator makes of Kafka clusters and mirrors. */
  readonly makes: OperatorObjects;
  /** What the operator looks at in objects, and what it takes. */
  readonly takes: OperatorTakes;
  /**
   * Whether mirrors, Kafka Connect and bridges restart by themselves when the certificates or passwords that they read change;
   * else they go on with the old ones until somebody restarts them.
   */
  readonly followsSecrets: boolean;
  /** Version of the Jaeger operator of the release's time, of those that are known. */
  readonly jaegerOperator: string;
  /** Version of Strimzi's Access operator that reads the objects of the release, of those that are known the newest. */
  readonly accessOperator: string;
  /** Where rules of the JMX exporter are: in the object itself, or in a ConfigMap. */
  readonly metricsRules: 'object' | 'configMap';
  /** How the operator is told of a login by OAuth 2.0: by a type of its own, or in settings of a custom login. */
  readonly logins: 'oauth' | 'custom';
  /** The folder that files of Secrets and ConfigMaps are mounted below, in Connect workers. */
  readonly connectFiles: '/opt/kafka/external-configuration' | '/mnt';
  /** The client library that the operator's components trace themselves with. */
  readonly tracing: TracingSystem;
  /** What becomes of a user with ACLs where the cluster has no authorization: credentials alone are made, or nothing. */
  readonly aclsWithoutAuthorization: 'credentialsOnly' | 'refused';
  /** The example clients of the release's time. */
  readonly clientContract: ClientContract;
}

/** What differs in the objects that operators make. */
export interface OperatorObjects {
  /** What holds the pods of Kafka: with a StatefulSet nodes have one ConfigMap together, with a StrimziPodSet one each. */
  readonly kafkaPods: 'StatefulSet' | 'StrimziPodSet';
  /** What holds the pods of Kafka Connect and MirrorMaker 2. Those of a Deployment have names that nobody can foretell. */
  readonly connectPods: 'Deployment' | 'StrimziPodSet';
  /** Whether the certificates of nodes are in a Secret for each node, or in one for all. */
  readonly nodeSecrets: boolean;
  /** Whether topic and user operator have a Secret each, or one together. */
  readonly entitySecrets: boolean;
  /** Whether a Secret holds what nodes trust, of old and new certificates. */
  readonly trustBundle: boolean;
  /** Whether topic operator and Cruise Control share a Secret to talk to each other with. */
  readonly rebalanceSecret: boolean;
  /** Whose trusted certificates are put together in a Secret: nobody's, those of workers for their own cluster, or all. */
  readonly trustSecrets: 'none' | 'workers' | 'all';
}

/** What differs in what operators look at, and in what they take. */
export interface OperatorTakes {
  /** Containers that ask for no CPU or no memory: all are taken, those of nodes are refused, or all are. */
  readonly emptyResources: 'all' | 'butOfNodes' | 'none';
  /** Whether variables of workers that begin as the operator's own are dropped where they come from Secrets and ConfigMaps. */
  readonly dropsOwnVariables: boolean;
  /** Whether workers that name no group and no topics have usual names for them. */
  readonly namelessWorkers: boolean;
  /** Whether a build may be given the later options of Kaniko. */
  readonly lateKaniko: boolean;
  /** Whether a listener with custom authentication may be given all settings of TLS but those of its key store. */
  readonly listenerTls: boolean;
  /** Whether settings of single listeners are left to the team. */
  readonly listenerSettings: boolean;
  /** Whether a later minor has ZooKeeper. */
  readonly lastZooKeeper: boolean;
  /** Whether listeners of the type ingress are on their way out. */
  readonly ingressParts: boolean;
  /** Whether there are listeners of the type tlsroute. */
  readonly tlsRoutes: boolean;
  /** Whether nodes of KRaft may have several volumes, where their metadata allows it. */
  readonly kraftJbod: boolean;
  /** Whether the names of volumes of a pod are looked at. */
  readonly volumeNames: boolean;
  /** The version of Log4j that Kafka and its programs log with; absent: it depends on the version of Kafka. */
  readonly log4j: 1 | 2 | undefined;
  /** Whether the operator puts levels of the Kafka Exporter in numbers, and passes over others. */
  readonly exporterLevels: boolean;
  /** Whether capacities of the network are taken with words around them. */
  readonly networkText: boolean;
  /** Whether Cruise Control compares its lists of goals, and does not start where one lacks what another needs. */
  readonly comparesGoals: boolean;
}
