import type { BridgeRecord } from '../model/bridge';
import type { ClientRecord, WorkloadKind } from '../model/client';
import type { ConnectRecord, ConnectorRecord } from '../model/connect';
import type { KafkaAccessRecord } from '../model/kafka-access';
import type { KafkaClusterRecord } from '../model/kafka-cluster';
import type { MirrorMakerRecord } from '../model/mirror-maker';
import type { MirrorMaker2Record } from '../model/mirror-maker-2';
import type { NodePoolRecord } from '../model/node-pool';
import type {
  ExposureRecord,
  NamespaceRecord,
  OperatorGroupRecord,
  PlatformName,
  SubscriptionRecord,
} from '../model/platform';
import type { RebalanceRecord } from '../model/rebalance';
import type { TopicRecord } from '../model/topic';
import type { TracingBackendRecord } from '../model/tracing';
import type { UserRecord } from '../model/user';
import type { Codec, Entry, Manifest } from './common/codec';
import type { MadeObject } from './made/made-object';

/** The nouns of a Strimzi API generation. A noun that is forgotten does not compile. */
export interface StrimziDialect {
  readonly kafkaCluster: Codec<KafkaClusterRecord>;
  readonly nodePool: Entry<NodePoolRecord>;
  readonly topic: Codec<TopicRecord>;
  readonly user: Codec<UserRecord>;
  readonly mirrorMaker: Entry<MirrorMakerRecord>;
  readonly mirrorMaker2: Entry<MirrorMaker2Record>;
  readonly connect: Codec<ConnectRecord>;
  readonly connector: Codec<ConnectorRecord>;
  readonly bridge: Codec<BridgeRecord>;
  readonly rebalance: Codec<RebalanceRecord>;
  /** What the Access operator reads beside the Kafka operator of the release. */
  readonly kafkaAccess: Entry<KafkaAccessRecord>;
  /** Group and version of the kinds that the model has no noun of its own for. */
  readonly others: Readonly<Record<string, string>>;
}

/** An operator that runs tracing backends. */
export interface TracingDialect {
  readonly tracingBackend: Codec<TracingBackendRecord>;
  /** Whether an object of the codec's kind is a tracing backend at all. */
  readonly recognises: (manifest: Manifest) => boolean;
  /** The records that the backend is written as, one for each object that it takes. */
  readonly parts: (backend: TracingBackendRecord) => readonly TracingBackendRecord[];
  /** What of a backend its clients and its users' browsers can reach. */
  readonly endpoints: (backend: TracingBackendRecord) => TracingEndpoints;
  /** Whether the user interface can have a host of the team's own there. */
  readonly takesHost: (platform: PlatformName) => boolean;
  /** What the operator makes of an object of the backend. */
  readonly makes: (backend: TracingBackendRecord, platform: PlatformName) => readonly MadeObject[];
}

/** Where a tracing backend listens. Host names are those of Services in its namespace. */
export interface TracingEndpoints {
  /** A Jaeger agent behind a Service. */
  readonly agent?: HostPort;
  /** A Jaeger agent on each node. */
  readonly nodeAgent?: { readonly port: number };
  /** A Jaeger agent that the operator puts beside each container of a Deployment with these annotations. */
  readonly sidecar?: { readonly port: number; readonly annotations: Readonly<Record<string, string>> };
  /** A Jaeger collector that takes Thrift over HTTP. */
  readonly collector?: HostPort;
  readonly otlpGrpc?: HostPort;
  readonly otlpHttp?: HostPort;
  /** The user interface, where the operator does not open it to the outside itself. */
  readonly query?: { readonly service: string; readonly port: string | number };
}

/** A host and a port. */
export interface HostPort {
  readonly host: string;
  readonly port: number;
}

/** What every Kubernetes has. */
export interface PlatformDialect {
  readonly namespace: Codec<NamespaceRecord>;
  /** A client application in a Deployment. */
  readonly client: Codec<ClientRecord>;
  /** A client application in another object. */
  readonly workload: (kind: WorkloadKind) => Codec<ClientRecord>;
  /** Ingress or Route. */
  readonly exposure: Codec<ExposureRecord>;
}

/** The Operator Lifecycle Manager. */
export interface OlmDialect {
  readonly operatorGroup: Codec<OperatorGroupRecord>;
  readonly subscription: Codec<SubscriptionRecord>;
}
