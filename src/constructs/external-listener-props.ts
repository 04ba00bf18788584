import type {
  EncryptedListener,
  ExternalSettings,
  OpenListener,
  ServiceBootstrap,
  ServiceBroker,
} from './listener-props';

/** One broker behind a host. */
export interface HostedBroker extends ServiceBroker {
  /** Host of the broker's Route, Ingress or TLSRoute. */
  readonly host?: string;
}

/** What a listener behind a router is told, which tells brokers apart by their hosts: connections are encrypted. */
export interface HostedSettings extends Omit<ExternalSettings, 'brokers'>, Omit<EncryptedListener, 'tls'> {}

/** Properties of {@link Listener.route}. */
export interface RouteListenerProps extends HostedSettings {
  /**
   * Host of the bootstrap route, known at once.
   * @default - the platform chooses
   */
  readonly bootstrapHost?: string;
  /**
   * Host of each broker's route, with `{nodeId}` and `{nodePodName}` in it (from Strimzi 0.44 on).
   * @default - as `brokers` has it, or as the platform chooses
   */
  readonly hostTemplate?: string;
  /**
   * What is said of single brokers. It comes before what a template says.
   * @default - nothing
   */
  readonly brokers?: readonly HostedBroker[];
}

/** Hosts that nobody chooses but the team: of the bootstrap, and of each broker by a template. */
export interface TemplateHosts {
  /** Host of the bootstrap ingress or TLS route, known at once. */
  readonly bootstrapHost: string;
  /**
   * Host of each broker, with `{nodeId}` and `{nodePodName}` in it, such as `broker-{nodeId}.kafka.example.com` (from
   * Strimzi 0.44 on).
   */
  readonly hostTemplate: string;
  /**
   * What is said of single brokers. It comes before what a template says.
   * @default - nothing
   */
  readonly brokers?: readonly HostedBroker[];
}

/** Hosts that nobody chooses but the team: of the bootstrap, and of each broker by itself. */
export interface ListedHosts {
  /** Host of the bootstrap ingress or TLS route, known at once. */
  readonly bootstrapHost: string;
  /**
   * Each broker says its host by itself.
   * @default - not with hosts for each broker
   */
  readonly hostTemplate?: never;
  /** Each broker, with its host. */
  readonly brokers: readonly NamedBroker[];
}

/** One broker behind a host of the team's choice. */
export interface NamedBroker extends HostedBroker {
  readonly host: string;
}

/** What a listener behind an ingress controller is told. */
export interface IngressSettings extends HostedSettings {
  /**
   * The class of the ingress controller, such as `nginx`. It has to pass TLS on.
   * @default - the Kubernetes cluster's default class
   */
  readonly class?: string;
}

/** A listener behind an ingress controller, with a template of hosts. */
export interface TemplateIngress extends IngressSettings, TemplateHosts {}
/** A listener behind an ingress controller, with a host for each broker. */
export interface ListedIngress extends IngressSettings, ListedHosts {}

/** Properties of {@link Listener.ingress}. */
export type IngressListenerProps = TemplateIngress | ListedIngress;

/** What a listener behind TLS routes is told. */
export interface TlsRouteSettings extends HostedSettings {
  /** The Gateways, or other objects, that the routes belong to. */
  readonly parentRefs: readonly ParentRef[];
}

/** A listener behind TLS routes, with a template of hosts. */
export interface TemplateTlsRoute extends TlsRouteSettings, TemplateHosts {}
/** A listener behind TLS routes, with a host for each broker. */
export interface ListedTlsRoute extends TlsRouteSettings, ListedHosts {}

/** Properties of {@link Listener.tlsRoute}. */
export type TlsRouteListenerProps = TemplateTlsRoute | ListedTlsRoute;

/** What TLS routes belong to. */
export interface ParentRef {
  /** Name of the Gateway. */
  readonly name: string;
  /** @default - that of the cluster */
  readonly namespace?: string;
  /** @default gateway.networking.k8s.io */
  readonly group?: string;
  /** @default Gateway */
  readonly kind?: string;
  /**
   * Name of the part of the Gateway that listens.
   * @default - all parts
   */
  readonly sectionName?: string;
  /** Port of the part that listens, from 1 to 65535. */
  readonly port?: number;
}

/** Where traffic that comes to a node goes: to pods of the node alone, with the client's address, or to all. */
export type ExternalTrafficPolicy = 'Local' | 'Cluster';

/** The address that clients begin at, as a port of the nodes. */
export interface NodePortBootstrap extends ServiceBootstrap {
  /** Port of the nodes, from 1 to 65535, in the range of the Kubernetes cluster, usually 30000 to 32767. */
  readonly nodePort?: number;
  /** Addresses at which nodes take connections too (from Strimzi 0.41 on). */
  readonly externalIPs?: readonly string[];
}

/** One broker, at a port of the nodes. */
export interface NodePortBroker extends ServiceBroker, Omit<NodePortBootstrap, keyof ServiceBootstrap> {}

/** What a listener at ports of the nodes is told. */
export interface NodePortSettings extends ExternalSettings {
  /** @default Cluster */
  readonly externalTrafficPolicy?: ExternalTrafficPolicy;
  /**
   * The kind of a node's addresses that clients are told, if it has such a one.
   * @default - the first that it has of ExternalDNS, ExternalIP, Hostname, InternalDNS and InternalIP
   */
  readonly preferredNodePortAddressType?: 'ExternalIP' | 'ExternalDNS' | 'InternalIP' | 'InternalDNS' | 'Hostname';
  readonly bootstrap?: NodePortBootstrap;
  readonly brokers?: readonly NodePortBroker[];
}

/** A listener at ports of the nodes, with TLS. */
export interface EncryptedNodePort extends NodePortSettings, EncryptedListener {}
/** A listener at ports of the nodes, without TLS. */
export interface OpenNodePort extends NodePortSettings, OpenListener {}

/** Properties of {@link Listener.nodePort}. */
export type NodePortListenerProps = EncryptedNodePort | OpenNodePort;

/** The load balancer that clients begin at. */
export interface LoadBalancerBootstrap extends ServiceBootstrap {
  /** Port of the nodes that the load balancer sends to, from 1 to 65535. */
  readonly nodePort?: number;
  /** Address of the load balancer, where the platform takes one; known at once. */
  readonly loadBalancerIP?: string;
}

/** One broker, behind a load balancer. */
export interface LoadBalancerBroker extends ServiceBroker, Omit<LoadBalancerBootstrap, keyof ServiceBootstrap> {}

/** What a listener behind load balancers is told. */
export interface LoadBalancerSettings extends ExternalSettings {
  /**
   * The class of the load balancers (from Strimzi 0.24 on).
   * @default - the Kubernetes cluster's default class
   */
  readonly class?: string;
  /** @default Cluster */
  readonly externalTrafficPolicy?: ExternalTrafficPolicy;
  /**
   * Addresses that connections may come from, such as `10.0.0.0/8`.
   * @default - any
   */
  readonly loadBalancerSourceRanges?: readonly string[];
  /**
   * Finalizers of the Services.
   * @default - none
   */
  readonly finalizers?: readonly string[];
  /**
   * Whether nodes have ports for the load balancers; some platforms need none (from Strimzi 0.45 on).
   * @default true
   */
  readonly allocateLoadBalancerNodePorts?: boolean;
  /**
   * Whether there is a load balancer to begin at; without one clients begin at brokers (from Strimzi 0.28 on).
   * @default true
   */
  readonly createBootstrapService?: boolean;
  readonly bootstrap?: LoadBalancerBootstrap;
  readonly brokers?: readonly LoadBalancerBroker[];
}

/** A listener behind load balancers, with TLS. */
export interface EncryptedLoadBalancer extends LoadBalancerSettings, EncryptedListener {}
/** A listener behind load balancers, without TLS. */
export interface OpenLoadBalancer extends LoadBalancerSettings, OpenListener {}

/** Properties of {@link Listener.loadBalancer}. */
export type LoadBalancerListenerProps = EncryptedLoadBalancer | OpenLoadBalancer;
