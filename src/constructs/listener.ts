import { hostsOf } from '../model/address';
import { list, map } from '../model/guarded';
import type { Json, JsonObject } from '../model/json';
import { EXTERNAL_PORT, PLAIN_PORT, TLS_PORT, type ListenerRecord, type ListenerType } from '../model/listener';
import { Authentication } from './authentication';
import { keepFaults, lateFault } from '../props/kept';
import { isLate } from '../props/kinds';
import { valueClass } from '../props/stand-ins';
import { holdCalls } from './held';

/** Properties of every listener. */
export interface ListenerProps {
  /**
   * How a client proves who it is.
   * @default Authentication.tls() where the listener has TLS, else Authentication.none()
   */
  readonly authentication?: Authentication;
  /**
   * Further settings, in the operator's own keys (`brokerCertChainAndKey`, `maxConnections` …).
   * @default - none
   */
  readonly configuration?: JsonObject;
}

/** Properties of a listener that has a name and a port of its own. */
export interface NamedListenerProps extends ListenerProps {
  /**
   * Port of the brokers, from 9092 to 65535; 9404 and 9999 are taken, and no two listeners have one.
   * @default 9094
   */
  readonly port?: number;
  /**
   * Whether connections are encrypted.
   * @default true
   */
  readonly tls?: boolean;
}

/** Properties of a listener that clients outside the Kubernetes cluster use. */
export interface ExternalListenerProps extends NamedListenerProps {
  /**
   * 1 to 11 lower-case letters and digits, unique within the cluster.
   * @default external
   */
  readonly name?: string;
  /**
   * Host of the bootstrap route, ingress or TLS route.
   * @default - the platform chooses, where it can
   */
  readonly bootstrapHost?: string;
  /**
   * Where clients at other sites find the listener, as `host:port`. With TLS, its host is put among the names that the
   * brokers' certificates vouch for (`bootstrap.alternativeNames`).
   * @default - the bootstrap host of a route or an ingress with port 443, the `loadBalancerIP` of a load balancer with its
   * port; without one, other sites cannot connect
   */
  readonly address?: string;
}

/** Where clients connect to a Kafka cluster. */
export class Listener {
  static {
    valueClass(this, 'Listener');
    holdCalls(this, 'Listener');
  }

  /** Inside, without encryption, at port 9092. */
  static plain(props: ListenerProps = {}): Listener {
    return new Listener({ name: 'plain', port: PLAIN_PORT, type: 'internal' }, { ...props, tls: false });
  }

  /** Inside, with TLS, at port 9093. */
  static tls(props: ListenerProps = {}): Listener {
    return new Listener({ name: 'tls', port: TLS_PORT, type: 'internal' }, { ...props, tls: true });
  }

  /** Inside, under a name of its own. */
  static internal(name: string, props: NamedListenerProps = {}): Listener {
    return new Listener({ name, port: props.port ?? EXTERNAL_PORT, type: 'internal' }, props);
  }

  /** Inside, with a Service for each broker. */
  static clusterIp(name: string, props: NamedListenerProps = {}): Listener {
    return new Listener({ name, port: props.port ?? EXTERNAL_PORT, type: 'cluster-ip' }, props);
  }

  /** Outside, through OpenShift routes. */
  static route(props: ExternalListenerProps = {}): Listener {
    return Listener.external('route', props);
  }

  /** Outside, through load balancers. */
  static loadBalancer(props: ExternalListenerProps = {}): Listener {
    return Listener.external('loadbalancer', props);
  }

  /** Outside, through ports of the nodes. */
  static nodePort(props: ExternalListenerProps = {}): Listener {
    return Listener.external('nodeport', props);
  }

  /** Outside, through an ingress controller that passes TLS. */
  static ingress(props: ExternalListenerProps = {}): Listener {
    return Listener.external('ingress', props);
  }

  /** Outside, through TLS routes of the Gateway API. */
  static tlsRoute(props: ExternalListenerProps = {}): Listener {
    return Listener.external('tlsroute', props);
  }

  private static external(type: ListenerType, props: ExternalListenerProps): Listener {
    const { name = 'external', port = EXTERNAL_PORT, bootstrapHost, address, configuration, ...rest } = props;
    const hosted = bootstrapHost === undefined ? configuration : withBootstrap(configuration, { host: bootstrapHost });
    // The names of a certificate follow from it.
    const isUnknown = isLate(address);
    const hasNames = address !== undefined && !isUnknown && rest.tls !== false;
    const settings = hasNames ? withNames(hosted, hostsOf(address)) : hosted;
    const listener = new Listener(
      { name, port, type },
      { ...rest, ...(settings && { configuration: settings }) },
      address ?? derivedAddress({ type, port }, hosted),
    );
    if (isUnknown) keepFaults(listener, [lateFault(['address'])]);
    return listener;
  }

  /** What was chosen, as the model has it. */
  readonly record: ListenerRecord;

  private constructor(
    place: Pick<ListenerRecord, 'name' | 'port' | 'type'>,
    props: NamedListenerProps,
    /** Where clients at other sites find the listener. */
    readonly address?: string,
  ) {
    const { tls = true, configuration } = props;
    const authentication = (props.authentication ?? (tls ? Authentication.tls() : Authentication.none())).record;
    this.record = {
      ...place,
      tls,
      ...(authentication && { authentication }),
      ...(configuration && { configuration }),
    };
  }
}

const HTTPS_PORT = 443;
/** Types whose clients come through a router, at its own port. */
const ROUTED: readonly ListenerType[] = ['route', 'ingress', 'tlsroute'];

/** Where a listener is found that says so among its settings. */
function derivedAddress(
  { type, port }: Pick<ListenerRecord, 'type' | 'port'>,
  configuration: JsonObject | undefined,
): string | undefined {
  const { host, loadBalancerIP } = bootstrapOf(configuration);
  if (ROUTED.includes(type)) return typeof host === 'string' ? `${host}:${HTTPS_PORT}` : undefined;
  return type === 'loadbalancer' && typeof loadBalancerIP === 'string' ? `${loadBalancerIP}:${port}` : undefined;
}

/** Clients ask the brokers' certificates for the name that they connect to: it has to be among those of the bootstrap. */
function withNames(configuration: JsonObject | undefined, hosts: readonly string[]): JsonObject | undefined {
  const { host, loadBalancerIP, alternativeNames = [] } = bootstrapOf(configuration);
  const known = [host, loadBalancerIP, ...list(alternativeNames)];
  const missing = hosts.filter((each) => !known.includes(each));
  if (missing.length === 0) return configuration;
  return withBootstrap(configuration, { alternativeNames: [...list(alternativeNames), ...missing] as Json[] });
}

function withBootstrap(configuration: JsonObject | undefined, settings: JsonObject): JsonObject {
  return { ...configuration, bootstrap: { ...bootstrapOf(configuration), ...settings } };
}

function bootstrapOf(configuration: JsonObject | undefined): JsonObject {
  return map(configuration?.bootstrap) as JsonObject;
}
