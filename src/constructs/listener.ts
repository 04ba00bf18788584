import type { IConstruct } from 'constructs';
import { hostsOf } from '../model/address';
import { list, map } from '../model/guarded';
import type { JsonObject } from '../model/json';
import type { TrustedCertificate } from '../model/endpoint';
import { EXTERNAL_PORT, PLAIN_PORT, TLS_PORT, type ListenerRecord, type ListenerType } from '../model/listener';
import { LISTENER_NAME } from '../model/names';
import type { PlatformName } from '../model/platform';
import { valueClass } from '../props/stand-ins';
import { Authentication } from './authentication';
import type {
  IngressListenerProps,
  LoadBalancerListenerProps,
  NodePortListenerProps,
  RouteListenerProps,
  TlsRouteListenerProps,
} from './external-listener-props';
import { noteFault, type Fault } from './faults';
import { holdCalls } from './held';
import type {
  ClusterIpListenerProps,
  EncryptedListener,
  ExternalSettings,
  InternalListenerProps,
  ListenerCertificate,
  ListenerSettings,
  PlainListenerProps,
  TlsListenerProps,
} from './listener-props';

/** Where clients connect to a Kafka cluster. */
export class Listener {
  static {
    valueClass(this, 'Listener');
    holdCalls(this, 'Listener');
  }

  /** Inside, without encryption, at port 9092. */
  static plain(props: PlainListenerProps = {}): Listener {
    return new Listener({ name: 'plain', port: PLAIN_PORT, type: 'internal' }, { ...props, tls: false });
  }

  /** Inside, with TLS, at port 9093. */
  static tls(props: TlsListenerProps = {}): Listener {
    return new Listener({ name: 'tls', port: TLS_PORT, type: 'internal' }, props);
  }

  /** Inside, under a name of its own. */
  static internal(name: string, props: InternalListenerProps = {}): Listener {
    const { port = EXTERNAL_PORT, ...settings } = props;
    return new Listener({ name, port, type: 'internal' }, settings);
  }

  /** Inside, with a Service for each broker (from Strimzi 0.32 on). */
  static clusterIp(name: string, props: ClusterIpListenerProps = {}): Listener {
    const { port = EXTERNAL_PORT, ...settings } = props;
    return new Listener({ name, port, type: 'cluster-ip' }, settings);
  }

  /** Outside, through OpenShift routes. */
  static route(props: RouteListenerProps = {}): Listener {
    return Listener.external('route', props);
  }

  /** Outside, through load balancers. */
  static loadBalancer(props: LoadBalancerListenerProps = {}): Listener {
    return Listener.external('loadbalancer', props);
  }

  /** Outside, through ports of the nodes. */
  static nodePort(props: NodePortListenerProps = {}): Listener {
    return Listener.external('nodeport', props);
  }

  /** Outside, through an ingress controller that passes TLS. */
  static ingress(props: IngressListenerProps): Listener {
    return Listener.external('ingress', props);
  }

  /** Outside, through TLS routes of the Gateway API (from Strimzi 1.1 on). */
  static tlsRoute(props: TlsRouteListenerProps): Listener {
    return Listener.external('tlsroute', props);
  }

  private static external(type: ListenerType, props: ExternalSettings & Settings): Listener {
    const { name = 'external', port = EXTERNAL_PORT, address, ...settings } = props;
    const hasNames = address !== undefined && settings.tls !== false;
    return new Listener(
      { name, port, type },
      hasNames ? { ...settings, bootstrap: withNames(settings, hostsOf(address)) } : settings,
      address ?? derivedAddress({ type, port }, settings),
    );
  }

  /** What was chosen, as the model has it. */
  readonly record: ListenerRecord;
  /** Certificates that clients trust; absent: that of the cluster's CA. */
  readonly trust: readonly TrustedCertificate[] | undefined;

  private constructor(
    place: Pick<ListenerRecord, 'name' | 'port' | 'type'>,
    props: Settings,
    /** Where clients at other sites find the listener. */
    readonly address?: string,
  ) {
    const { tls = true, authentication = tls ? Authentication.tls() : Authentication.none(), ...settings } = props;
    const { networkPolicyPeers, trust, ...others } = settings;
    const configuration = configurationOf(others);
    this.trust = trust ?? (settings.certificate && []);
    this.record = {
      ...place,
      tls,
      ...(authentication.record && { authentication: authentication.record }),
      ...(Object.keys(configuration).length > 0 && { configuration }),
      ...(networkPolicyPeers && { networkPolicyPeers: networkPolicyPeers as unknown as readonly JsonObject[] }),
    };
  }
}

/** What listeners of all types are told; those of a type alone are handed on as they are. */
type Settings = ListenerSettings &
  Omit<EncryptedListener, 'tls'> & { readonly tls?: boolean; readonly bootstrapHost?: string };

/** The settings in the operator's own keys, which are those of the props but for hosts and certificates. */
function configurationOf({
  certificate,
  bootstrapHost,
  bootstrap,
  ...settings
}: Omit<Settings, 'networkPolicyPeers' | 'trust'>): JsonObject {
  const address = { ...(bootstrapHost !== undefined && { host: bootstrapHost }), ...bootstrap };
  return {
    ...(certificate && { brokerCertChainAndKey: certificateAndKey(certificate) }),
    ...(settings as JsonObject),
    ...(Object.keys(address).length > 0 && { bootstrap: address }),
  };
}

function certificateAndKey({ secret, certificate = 'tls.crt', key = 'tls.key' }: ListenerCertificate): JsonObject {
  return { secretName: secret, certificate, key };
}

const HTTPS_PORT = 443;
/** Types whose clients come through a router, at its own port. */
const ROUTED: readonly ListenerType[] = ['route', 'ingress', 'tlsroute'];

/** Where a listener is found that says so among its settings. */
function derivedAddress(
  { type, port }: Pick<ListenerRecord, 'type' | 'port'>,
  { bootstrapHost, bootstrap }: Settings,
): string | undefined {
  if (ROUTED.includes(type)) return bootstrapHost === undefined ? undefined : `${bootstrapHost}:${HTTPS_PORT}`;
  const { loadBalancerIP } = map(bootstrap);
  return typeof loadBalancerIP === 'string' ? `${loadBalancerIP}:${port}` : undefined;
}

/** Clients ask the brokers' certificates for the name that they connect to: it has to be among those of the bootstrap. */
function withNames({ bootstrapHost, bootstrap }: Settings, hosts: readonly string[]): Settings['bootstrap'] {
  const { loadBalancerIP, alternativeNames = [] } = map(bootstrap);
  const names = list(alternativeNames) as readonly string[];
  const missing = hosts.filter((each) => ![bootstrapHost, loadBalancerIP, ...names].includes(each));
  return missing.length === 0 ? bootstrap : { ...bootstrap, alternativeNames: [...names, ...missing] };
}

/** Notes of a cluster the listeners whose names are no names of listeners, and those that there are not on its platform. */
export function noteListeners(cluster: IConstruct, listeners: readonly Listener[], platform: PlatformName): void {
  for (const [index, { record }] of listeners.entries()) {
    if (!LISTENER_NAME.isLegal(record.name)) noteFault(cluster, nameFault(record.name, index));
    if (record.type === 'route' && platform !== 'openshift') noteFault(cluster, routeFault(index));
  }
}

function nameFault(name: string, index: number): Fault {
  return {
    rule: 'legal-name',
    field: `listeners[${index}].name`,
    given: name,
    allowed: LISTENER_NAME.allowed,
    message: `"${name}" cannot be the name of a listener.`,
    remedy: 'Give the listener another name.',
  };
}

function routeFault(index: number): Fault {
  return {
    rule: 'route-needs-openshift',
    field: `listeners[${index}]`,
    given: 'route',
    allowed: 'another type, such as ingress or loadBalancer',
    message: 'The site is no OpenShift, which alone has Routes: without them the operator gives up the cluster.',
    remedy: 'Say platform: Platform.OPENSHIFT at the site where it is one, or take another type of listener.',
  };
}
