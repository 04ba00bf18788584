import type { JsonObject } from '../model/json';
import { EXTERNAL_PORT, PLAIN_PORT, TLS_PORT, type ListenerRecord, type ListenerType } from '../model/listener';
import { Authentication } from './authentication';
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
   * Port of the brokers, from 9092; 9404 and 9999 are taken, and no two listeners have one.
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
   * Where clients at other sites find the listener, as `host:port`.
   * @default - the bootstrap host with port 443; without one, other sites cannot connect
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
    const { name = 'external', port = EXTERNAL_PORT, bootstrapHost, configuration, ...rest } = props;
    const routed = bootstrapHost !== undefined && ROUTED.includes(type) ? `${bootstrapHost}:${HTTPS_PORT}` : undefined;
    const settings = bootstrapHost === undefined ? configuration : withHost(configuration, bootstrapHost);
    return new Listener(
      { name, port, type },
      { ...rest, ...(settings && { configuration: settings }) },
      props.address ?? routed,
    );
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

function withHost(configuration: JsonObject = {}, host: string): JsonObject {
  const bootstrap = (configuration.bootstrap ?? {}) as JsonObject;
  return { ...configuration, bootstrap: { ...bootstrap, host } };
}
