import type { TrustedCertificate } from '../model/endpoint';
import type { Authentication } from './authentication';
import type { LabelSelector } from './pods';

/** What every listener can be told. */
export interface ListenerSettings {
  /**
   * Who may open connections. A program has to be one of them; an empty list lets in everybody.
   * @default - everybody
   */
  readonly networkPolicyPeers?: readonly NetworkPolicyPeer[];
  /**
   * Connections that a broker has at the listener at a time, 0 at least (from Strimzi 0.23 on).
   * @default - as many as there are
   */
  readonly maxConnections?: number;
  /**
   * Connections that a broker takes a second, 0 at least (from Strimzi 0.23 on).
   * @default - as many as there are
   */
  readonly maxConnectionCreationRate?: number;
  /**
   * Host that clients are told of each broker, with `{nodeId}` and `{nodePodName}` in it (from Strimzi 0.44 on).
   * @default - the one that the listener gives it
   */
  readonly advertisedHostTemplate?: string;
  /**
   * Port that clients are told of each broker: a sum or product of whole numbers and `{nodeId}`, such as `9100 + {nodeId}`
   * (from Strimzi 1.0 on).
   * @default - the one that the listener gives it
   */
  readonly advertisedPortTemplate?: string;
  /**
   * What is said of the address that clients begin at.
   * @default - nothing
   */
  readonly bootstrap?: ListenerBootstrap;
  /**
   * What is said of single brokers. It comes before what a template says.
   * @default - nothing
   */
  readonly brokers?: readonly ListenerBroker[];
}

/** The address that clients begin at. */
export interface ListenerBootstrap {
  /** More names that the brokers' certificates vouch for. */
  readonly alternativeNames?: readonly string[];
}

/** One broker, as clients see it. */
export interface ListenerBroker {
  /** Id of the node. */
  readonly broker: number;
  /** Host that clients are told. */
  readonly advertisedHost?: string;
  /** Port that clients are told, from 1 to 65535. */
  readonly advertisedPort?: number;
}

/** Pods or addresses that may open connections, in Kubernetes' words. Peers with both selectors are pods of those namespaces. */
export type NetworkPolicyPeer = PodPeer | NamespacePeer | AddressPeer;

/** Pods by their labels: in the namespace of the cluster, or in others. */
export interface PodPeer {
  /** The pods. */
  readonly podSelector: LabelSelector;
  /**
   * The namespaces that the pods are in.
   * @default - that of the cluster
   */
  readonly namespaceSelector?: LabelSelector;
}

/** All pods of some namespaces. */
export interface NamespacePeer {
  /** The namespaces. */
  readonly namespaceSelector: LabelSelector;
}

/** Addresses. */
export interface AddressPeer {
  /** A range of addresses, without those that are left out. */
  readonly ipBlock: {
    /** Such as `10.0.0.0/8`. */
    readonly cidr: string;
    /** Ranges within it that are left out. */
    readonly except?: readonly string[];
  };
  /**
   * Addresses have no pods.
   * @default - not with addresses
   */
  readonly podSelector?: never;
  /**
   * Addresses have no namespaces.
   * @default - not with addresses
   */
  readonly namespaceSelector?: never;
}

/** A listener whose connections are encrypted. */
export interface EncryptedListener {
  /**
   * Whether connections are encrypted.
   * @default true
   */
  readonly tls?: true;
  /**
   * How a client proves who it is.
   * @default Authentication.tls()
   */
  readonly authentication?: Authentication;
  /**
   * A certificate of the team's own, which brokers show in place of the operator's.
   * @default - the operator makes one, signed by the CA of the cluster
   */
  readonly certificate?: ListenerCertificate;
  /**
   * Certificates that clients trust, each in a Secret in the namespace of the cluster.
   * @default - that of the cluster's CA; with a certificate of the team's own, those that the platform of a client trusts
   */
  readonly trust?: readonly TrustedCertificate[];
}

/** A listener whose connections are not encrypted: nobody can show a certificate there. */
export interface OpenListener {
  /** Connections are not encrypted. */
  readonly tls: false;
  /**
   * How a client proves who it is.
   * @default Authentication.none()
   */
  readonly authentication?: Authentication<'none' | 'scram-sha-512' | 'oauth' | 'custom'>;
}

/** A certificate with its key in a Secret, in the namespace of the cluster. It has to be for all addresses of the listener. */
export interface ListenerCertificate {
  /** Name of the Secret. */
  readonly secret: string;
  /**
   * Key of the Secret that has the certificate, with those that it rests on.
   * @default tls.crt
   */
  readonly certificate?: string;
  /**
   * Key of the Secret that has the private key.
   * @default tls.key
   */
  readonly key?: string;
}

/** What a listener of its own name and port is told beside. */
export interface PortSettings {
  /**
   * Port of the brokers, from 9092 to 65535; 9404 and 9999 are taken, and no two listeners have one. It is known at once.
   * @default 9094
   */
  readonly port?: number;
}

/** What a listener inside the Kubernetes cluster is told. */
export interface InsideSettings extends ListenerSettings {
  /**
   * Whether clients are told hosts with the DNS domain of the Kubernetes cluster, such as `.svc.cluster.local`.
   * @default false
   */
  readonly useServiceDnsDomain?: boolean;
}

/** What a listener is told that has a Service for each broker. */
export interface ServiceSettings extends ListenerSettings, PortSettings {
  /**
   * Whether the Services have addresses of both IP versions (from Strimzi 0.23 on).
   * @default - as the Kubernetes cluster has it
   */
  readonly ipFamilyPolicy?: 'SingleStack' | 'PreferDualStack' | 'RequireDualStack';
  /**
   * IP versions of the Services (from Strimzi 0.23 on).
   * @default - as the Kubernetes cluster has it
   */
  readonly ipFamilies?: readonly ('IPv4' | 'IPv6')[];
  /**
   * Whether Services lead to pods that are not ready (from Strimzi 0.42 on).
   * @default false
   */
  readonly publishNotReadyAddresses?: boolean;
  /**
   * Labels of what each broker has, with `{nodeId}` and `{nodePodName}` in them (from Strimzi 1.1 on).
   * @default - none
   */
  readonly perBrokerLabelsTemplate?: Readonly<Record<string, string>>;
  /**
   * Annotations of what each broker has, with `{nodeId}` and `{nodePodName}` in them (from Strimzi 1.1 on).
   * @default - none
   */
  readonly perBrokerAnnotationsTemplate?: Readonly<Record<string, string>>;
  readonly bootstrap?: ServiceBootstrap;
  readonly brokers?: readonly ServiceBroker[];
}

/** Labels and annotations of a Service, Route, Ingress or TLSRoute; annotations for DNS controllers stand there too. */
export interface AddressMarks {
  /**
   * Labels of the object.
   * @default - those that the operator gives it
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Annotations of the object.
   * @default - those that the operator gives it
   */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** The address that clients begin at, as a Service. */
export interface ServiceBootstrap extends ListenerBootstrap, AddressMarks {}

/** One broker, with a Service. */
export interface ServiceBroker extends ListenerBroker, AddressMarks {}

/** What a listener is told that clients outside the Kubernetes cluster use. */
export interface ExternalSettings extends ServiceSettings {
  /**
   * 1 to 11 lower-case letters and digits, unique within the cluster; known at once.
   * @default external
   */
  readonly name?: string;
  /**
   * Where clients at other sites find the listener, as `host:port`, known at once. With TLS, its host is put among the names that the
   * brokers' certificates vouch for (`bootstrap.alternativeNames`).
   * @default - `bootstrapHost` with port 443, the `loadBalancerIP` of a load balancer's bootstrap with its port; without
   * one, other sites cannot connect
   */
  readonly address?: string;
}

/** What a listener is told whose connections stay encrypted up to the brokers. */
export type AlwaysEncrypted = Omit<EncryptedListener, 'tls'>;

/** Properties of {@link Listener.plain}. */
export interface PlainListenerProps extends InsideSettings, Omit<OpenListener, 'tls'> {}

/** Properties of {@link Listener.tls}. */
export interface TlsListenerProps extends InsideSettings, AlwaysEncrypted {}

/** What a listener inside is told that has a port of its own. */
export interface NamedSettings extends InsideSettings, PortSettings {}
/** A listener inside, with TLS. */
export interface EncryptedInternal extends NamedSettings, EncryptedListener {}
/** A listener inside, without TLS. */
export interface OpenInternal extends NamedSettings, OpenListener {}

/** Properties of {@link Listener.internal}. */
export type InternalListenerProps = EncryptedInternal | OpenInternal;

/** What a listener inside is told that has a Service for each broker. */
export interface ClusterIpSettings extends ServiceSettings, Pick<InsideSettings, 'useServiceDnsDomain'> {}
/** A listener inside with a Service for each broker, with TLS. */
export interface EncryptedClusterIp extends ClusterIpSettings, EncryptedListener {}
/** A listener inside with a Service for each broker, without TLS. */
export interface OpenClusterIp extends ClusterIpSettings, OpenListener {}

/** Properties of {@link Listener.clusterIp}. */
export type ClusterIpListenerProps = EncryptedClusterIp | OpenClusterIp;
