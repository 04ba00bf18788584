import type { JsonObject } from './json';

/** How clients outside and inside the Kubernetes cluster reach the brokers. */
export type ListenerType = 'internal' | 'cluster-ip' | 'route' | 'loadbalancer' | 'nodeport' | 'ingress' | 'tlsroute';

/** Where clients connect to a Kafka cluster. */
export interface ListenerRecord {
  /** One to eleven lower-case letters and digits, unique within the cluster. */
  readonly name: string;
  /** 9092 or higher, but for 9404 and 9999. */
  readonly port: number;
  readonly type: ListenerType;
  readonly tls: boolean;
  /** Absent: anybody may connect. */
  readonly authentication?: ListenerAuthentication;
  /** Further settings, in the operator's own keys (`bootstrap`, `brokers`, `class` …). */
  readonly configuration?: JsonObject;
  /** Who may open connections, as `from` of a NetworkPolicy has it; absent: everybody. */
  readonly networkPolicyPeers?: readonly JsonObject[];
}

/** How a client proves who it is. */
export type ListenerAuthentication =
  { readonly type: 'tls' } | { readonly type: 'scram-sha-512' } | ({ readonly type: 'oauth' | 'custom' } & JsonObject);

/** Port of the internal listener without encryption that Strimzi calls `plain`. */
export const PLAIN_PORT = 9092;
/** Port of the internal listener with TLS that Strimzi calls `tls`. */
export const TLS_PORT = 9093;
/** Port of the listener that Strimzi calls `external`. */
export const EXTERNAL_PORT = 9094;
