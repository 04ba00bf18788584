import type { ContainerRecord } from './container';
import type { Endpoint } from './endpoint';
import type { BridgeObjects } from './made-objects';
import type { HostedRecord } from './pods';
import type { Config, ResourceRecord, Resources } from './resource';
import type { TracingSystem } from './tracing';
import type { WorkloadRecord } from './workload';

/** A bridge between HTTP and a Kafka cluster. */
export interface BridgeRecord extends ResourceRecord, WorkloadRecord, HostedRecord, ContainerRecord {
  readonly replicas: number;
  /** How the bridge reaches the Kafka cluster. */
  readonly endpoint: Endpoint;
  readonly image?: string;
  readonly http?: BridgeHttp;
  /** Whether the bridge offers metrics as it comes (up to Strimzi 0.51). */
  readonly enableMetrics?: boolean;
  readonly consumer?: BridgeConsumer;
  readonly producer?: BridgeProducer;
  /** Settings of the admin client. */
  readonly adminConfig?: Config;
  readonly rack?: { readonly topologyKey: string };
  readonly tracing?: TracingSystem;
  readonly resources?: Resources;
  /** Labels and annotations of what the operator makes for the bridge. */
  readonly objects?: BridgeObjects;
}

/** How HTTP clients reach a bridge. */
export interface BridgeHttp {
  /** Absent: 8080. */
  readonly port?: number;
  /** What HTTP clients are shown (from Strimzi 1.0 on); absent: they speak without TLS. */
  readonly certificate?: BridgeCertificate;
  /** Absent: browsers of other origins are refused. */
  readonly cors?: BridgeCors;
}

/** A certificate in a Secret, with its key. */
export interface BridgeCertificate {
  /** Name of the Secret. */
  readonly secret: string;
  /** Key of the Secret that has the certificate. */
  readonly certificate: string;
  /** Key of the Secret that has the private key. */
  readonly key: string;
}

/** What browsers of other origins may do. */
export interface BridgeCors {
  /** Origins, as regular expressions. */
  readonly allowedOrigins: readonly string[];
  /** Methods of HTTP, such as `GET`. */
  readonly allowedMethods: readonly string[];
}

/** How the bridge produces. */
export interface BridgeProducer {
  /** Absent: it does. */
  readonly enabled?: boolean;
  /** Kafka's own settings of producers; absent: those of the bridge. */
  readonly config?: Config;
}

/** How the bridge consumes. */
export interface BridgeConsumer extends BridgeProducer {
  /** Seconds after which a consumer that nobody asks is deleted; absent: never. */
  readonly timeoutSeconds?: number;
}
