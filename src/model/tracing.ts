import type { Endpoint, TrustedCertificate } from './endpoint';
import type { Config, ResourceRecord, Resources } from './resource';
import type { TraceProcessing } from './trace-processing';
import type { SecretKey } from './user';

/** The client library that a program traces itself with. */
export type TracingSystem = 'jaeger' | 'opentelemetry';

/** A Jaeger that receives, keeps and shows traces. */
export interface TracingBackendRecord extends ResourceRecord, TraceProcessing {
  /** One process for all; collector and query apart; or with Kafka between collector and store. */
  readonly strategy: 'allInOne' | 'production' | 'streaming';
  /** What of the backend the object is, where its parts are objects of their own; absent: all of it. */
  readonly part?: TracingPart;
  /** Container image of the whole (Jaeger v2) or of the all-in-one process (Jaeger v1); absent: the dialect's. */
  readonly image?: string;
  readonly storage: TraceStorageRecord;
  /**
   * What the parts of a Jaeger v2 call the store among themselves.
   * @default main
   */
  readonly storeName?: string;
  /** Kafka between collector and store: the streaming strategy has one. */
  readonly buffer?: TraceBuffer;
  /** Log level of the Jaeger processes, agents aside. */
  readonly logLevel?: string;
  /** How a Jaeger v1 agent runs; absent: as a sidecar. */
  readonly agent?: 'sidecar' | 'daemonSet';
  /**
   * Whether the user interface is reachable from outside. An operator that does not open it itself (Jaeger v2) has
   * nothing to say it with: an exposure of its own does, so a record that is read has none.
   */
  readonly exposed?: boolean;
  /**
   * Hosts of the user interface, where its operator opens it itself (Jaeger v1); absent: any, or what OpenShift chooses. A Route
   * has the first.
   */
  readonly hosts?: readonly string[];
  /** Whether Jaeger v2 also takes what Jaeger clients send (Thrift over HTTP). Jaeger v1 always does. */
  readonly jaegerClients?: boolean;
  /** Pods of the collector; absent: the operator's default, which may scale them. */
  readonly replicas?: number;
  /** CPU and memory of each Jaeger pod, agents aside. */
  readonly resources?: Resources;
  /** Annotations of the Jaeger pods. */
  readonly podAnnotations?: Readonly<Record<string, string>>;
}

/**
 * A part of a backend that is an object of its own: what takes traces, what stores those that went through Kafka, or what
 * shows them.
 */
export type TracingPart = 'collector' | 'ingester' | 'query';

/** Kafka topic that the collector writes spans to, for an ingester to store. */
export interface TraceBuffer extends Endpoint {
  /**
   * Name of the topic.
   * @default jaeger-spans
   */
  readonly topic?: string;
  /**
   * Consumer group of the ingester.
   * @default - Jaeger's own: `jaeger-ingester` in v1, `otel-collector` in v2
   */
  readonly group?: string;
  /**
   * How Jaeger says who it is where its credentials are settings of their own: with a user name and a password, or with
   * Kerberos.
   * @default - as `credentials` say
   */
  readonly authentication?: 'plaintext' | 'kerberos';
}

/** Where traces are kept. */
export type TraceStorageRecord =
  MemoryTraces | BadgerTraces | SearchTraces | CassandraTraces | ForwardedTraces | UnkeptTraces;

/** A certificate and its private key in a Secret. */
export interface ClientCertificate {
  /** Name of the Secret. */
  readonly secret: string;
  /** Key of the Secret that the certificate is at. */
  readonly certificate: string;
  /** Key of the Secret that the private key is at. */
  readonly key: string;
}

/** How a server proves who it is, and its client to it. */
export interface ServerTls {
  /**
   * Certificate of the CA that signed the server's.
   * @default - those that the platform trusts
   */
  readonly ca?: TrustedCertificate;
  /**
   * What the client proves itself with.
   * @default - nothing
   */
  readonly clientCertificate?: ClientCertificate;
}

/** In the memory of the one Jaeger process. */
export interface MemoryTraces {
  readonly type: 'memory';
  /** Traces to keep; the oldest goes first. */
  readonly maxTraces?: number;
}

/** In files of the one Jaeger process. */
export interface BadgerTraces {
  readonly type: 'badger';
  /** Whether all is gone with the process. Left out where `size` or `claim` is given: those keep it. */
  readonly ephemeral?: boolean;
  /** Size of the volume that is claimed for the files, as a Kubernetes quantity. */
  readonly size?: string;
  /** StorageClass of that volume; absent: the Kubernetes cluster's default. */
  readonly storageClass?: string;
  /** Name of a PersistentVolumeClaim that is there already. */
  readonly claim?: string;
  /**
   * Group that may write to a claimed volume; `platform`: the platform chooses, as OpenShift insists on.
   * @default 10001, the user of Jaeger's images
   */
  readonly fsGroup?: number | 'platform';
  /** How long spans are kept, such as `48h`. */
  readonly ttl?: string;
}

/** In Elasticsearch or OpenSearch. */
export interface SearchTraces {
  readonly type: 'elasticsearch' | 'opensearch';
  readonly serverUrls: readonly string[];
  /** Secret with the keys `ES_USERNAME` and `ES_PASSWORD`. */
  readonly secret?: string;
  readonly indexPrefix?: string;
  /** Certificates; absent: the servers' URLs say whether TLS is spoken, and the platform trusts them. */
  readonly tls?: ServerTls;
}

/** In Cassandra. */
export interface CassandraTraces {
  readonly type: 'cassandra';
  /** Host names, each with or without a port. */
  readonly servers: readonly string[];
  readonly keyspace: string;
  /** Secret with the keys `CASSANDRA_USERNAME` and `CASSANDRA_PASSWORD`. */
  readonly secret?: string;
  readonly datacenter?: string;
  /** How Cassandra is spoken to with TLS; absent: without. */
  readonly tls?: ServerTls;
}

/** At another place that takes OTLP, which shows them too. */
export interface ForwardedTraces {
  readonly type: 'otlp';
  readonly protocol: 'grpc' | 'http';
  /** `host:port` for gRPC, a URL for HTTP. */
  readonly endpoint: string;
  /** How the place is spoken to with TLS; absent: without, unless the URL says else. */
  readonly tls?: ServerTls;
  /** Headers by their names: texts that are no secret, and keys of Secrets. */
  readonly headers?: Readonly<Record<string, string | SecretKey>>;
}

/** Not by this part of a backend. */
export interface UnkeptTraces {
  readonly type: 'none';
}

/** Where a program sends its traces. */
export interface TraceTarget {
  /** What the backend speaks there. */
  readonly protocol: TraceProtocol;
  /** Host name; `nodeAddress`: the node that the program's pod runs on. */
  readonly host: string | { readonly nodeAddress: true };
  /** Absent: the protocol's usual port. */
  readonly port?: number;
  /** Path of the URL; absent: `/api/traces` for `jaeger-collector`, none for OTLP. An agent has none. */
  readonly path?: string;
  /** Whether the target speaks TLS. */
  readonly tls?: boolean;
  /** Key of a Secret that has the headers of OTLP requests: `name=value`, with commas between them. */
  readonly headers?: SecretKey;
}

/** How spans travel. */
export type TraceProtocol = 'jaeger-agent' | 'jaeger-collector' | 'otlp-grpc' | 'otlp-http';

/** The ports that the protocols have where nothing else is said. */
export const TRACE_PORTS: Readonly<Record<TraceProtocol, number>> = {
  'jaeger-agent': 6831,
  'jaeger-collector': 14268,
  'otlp-grpc': 4317,
  'otlp-http': 4318,
};

/** Which spans are kept. */
export type SamplerRecord =
  | { readonly type: 'always' }
  | {
      readonly type: 'ratio';
      /** From 0 to 1, fractions too. */
      readonly ratio: number;
    }
  /** As the tracing backend says: what a Jaeger client does when it is told nothing. */
  | { readonly type: 'remote' };

/** What a program needs to trace itself. */
export interface TracingRecord {
  readonly serviceName: string;
  readonly target: TraceTarget;
  readonly sampler: SamplerRecord;
  readonly system: TracingSystem;
}

/** Options of a Jaeger v1 component, with dots in the keys. */
export type JaegerOptions = Config;
