import type { ResourceRecord } from './resource';

/** What a Kubernetes cluster is. */
export type PlatformName = 'kubernetes' | 'openshift';

/** A namespace. */
export interface NamespaceRecord extends ResourceRecord {
  /** What people call it. */
  readonly displayName?: string;
  readonly description?: string;
}

/** The namespaces that operators installed in one namespace watch. */
export interface OperatorGroupRecord extends ResourceRecord {
  /** Absent: all namespaces. */
  readonly targetNamespaces?: readonly string[];
}

/** An operator that the Operator Lifecycle Manager installs and keeps up to date. */
export interface SubscriptionRecord extends ResourceRecord {
  readonly package: string;
  readonly channel?: string;
  readonly source: string;
  readonly sourceNamespace: string;
  /** Version to install first. */
  readonly startingCSV?: string;
  readonly approval?: 'Automatic' | 'Manual';
}

/** What browsers outside reach a service through: an Ingress or a Route. */
export interface ExposureRecord extends ResourceRecord {
  readonly service: string;
  /** Name or number of the port. A Route takes a number for the port of the pods behind the service. */
  readonly port: string | number;
  /** Absent: the platform chooses, where it can. */
  readonly host?: string;
  /** Path that begins with `/`; absent: everything. */
  readonly path?: string;
  /** TLS ends here; absent: plain HTTP. */
  readonly tls?: ExposureTls;
  /** IngressClass; absent: the Kubernetes cluster's default. A Route has none. */
  readonly ingressClass?: string;
}

/** TLS towards browsers. */
export interface ExposureTls {
  /** Secret with certificate and key (`tls.crt`, `tls.key`); absent: the platform's own certificate. */
  readonly secret?: string;
}
