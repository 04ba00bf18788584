import type { FieldPath } from '../model/field';
import type { JsonObject } from '../model/json';
import type { ListenerType } from '../model/listener';
import { listenerFields } from './listener-fields';
import { isWithin, objectRule } from './rule';

const HOSTED: readonly ListenerType[] = ['route', 'ingress', 'tlsroute'];
const BALANCED: readonly ListenerType[] = ['loadbalancer'];
const NODES: readonly ListenerType[] = ['nodeport'];
const WITH_NODE_PORTS: readonly ListenerType[] = ['nodeport', 'loadbalancer'];
const OUTSIDE: readonly ListenerType[] = [...HOSTED, ...WITH_NODE_PORTS, 'cluster-ip'];
const TYPES: ReadonlySet<ListenerType> = new Set<ListenerType>(['internal', ...OUTSIDE]);

type Settings = Readonly<Record<string, readonly ListenerType[]>>;

/** Settings of a listener, and the types that have them. */
const OF_LISTENER: Settings = {
  useServiceDnsDomain: ['internal', 'cluster-ip'],
  createBootstrapService: BALANCED,
  ipFamilyPolicy: OUTSIDE,
  ipFamilies: OUTSIDE,
  class: ['ingress', 'loadbalancer'],
  preferredNodePortAddressType: NODES,
  publishNotReadyAddresses: OUTSIDE,
  externalTrafficPolicy: WITH_NODE_PORTS,
  loadBalancerSourceRanges: BALANCED,
  allocateLoadBalancerNodePorts: BALANCED,
  finalizers: BALANCED,
  hostTemplate: HOSTED,
  perBrokerLabelsTemplate: OUTSIDE,
  perBrokerAnnotationsTemplate: OUTSIDE,
  parentRefs: ['tlsroute'],
};

/** Settings of its bootstrap address, and of each broker. */
const OF_ADDRESS: Settings = {
  host: HOSTED,
  loadBalancerIP: BALANCED,
  nodePort: WITH_NODE_PORTS,
  externalIPs: NODES,
  labels: OUTSIDE,
  annotations: OUTSIDE,
};

/** A setting that a type has from a minor of Strimzi on. */
interface Later {
  readonly setting: string;
  readonly type: ListenerType;
  readonly since: string;
}

const LATER: readonly Later[] = [
  { setting: 'annotations', type: 'route', since: '0.22' },
  { setting: 'nodePort', type: 'loadbalancer', since: '0.30' },
  { setting: 'class', type: 'loadbalancer', since: '0.33' },
  { setting: 'useServiceDnsDomain', type: 'cluster-ip', since: '0.33' },
];

/** A listener is given what its type has. */
export const listenerSettings = objectRule({
  id: 'listener-settings',
  summary: 'A listener is given settings that its type has: hosts are for routes and ingresses, ports for nodes.',
  remedy: 'Leave the setting out, or take another type of listener.',
  effect: 'refused',
  source: 'The operator refuses others with InvalidResource (Strimzi 0.20.1 to 1.2.0, ListenersValidator).',
  releases: { since: '0.20' },
  catalog: Array.from({ length: 27 }, (_, index) => `L-0${index + 12}`),
  nouns: ['kafkaCluster'],
  check(object, report) {
    const { version } = object.site.release;
    for (const { field, listener } of listenerFields(object)) {
      const { name: listenerName, type } = listener;
      if (!TYPES.has(type)) continue; // Which settings it may have, its type will say.
      for (const { at, name, given, types } of settingsOf(listener.configuration ?? {})) {
        const late = LATER.find((row) => row.setting === name && row.type === type && !isWithin(version, row.since));
        if (types.includes(type) && !late) continue;
        report({
          field: [...field, 'configuration', ...at, name],
          given,
          allowed: late
            ? `${name}, from Strimzi ${late.since} on`
            : `${name}, at listeners of type ${types.join(', ')}`,
          message: `Listener "${listenerName}" is of type ${type}, which has no ${name}${late ? ' yet' : ''}.`,
        });
      }
    }
  },
});

interface Setting {
  readonly at: FieldPath;
  readonly name: string;
  readonly given: unknown;
  readonly types: readonly ListenerType[];
}

function settingsOf(configuration: JsonObject): Setting[] {
  const { bootstrap, brokers } = configuration;
  const ofBrokers = Array.isArray(brokers) ? brokers : [];
  return [
    ...pick(OF_LISTENER, configuration, []),
    ...pick(OF_ADDRESS, bootstrap, ['bootstrap']),
    ...ofBrokers.flatMap((broker: unknown, index) => pick(OF_ADDRESS, broker, ['brokers', index])),
  ];
}

function pick(settings: Settings, holder: unknown, at: FieldPath): Setting[] {
  if (typeof holder !== 'object' || holder === null) return [];
  return Object.entries(holder).flatMap(([name, given]: [string, unknown]) => {
    const types = Object.hasOwn(settings, name) ? settings[name] : undefined;
    return types === undefined || isUsual(name, given) ? [] : [{ at, name, given, types }];
  });
}

/** What says nothing every type has: what is left out, empty lists and maps, a bootstrap Service. */
function isUsual(name: string, given: unknown): boolean {
  if (name === 'createBootstrapService') return given === true || given === null;
  return given === null || (MAY_BE_EMPTY.includes(name) && isEmpty(given));
}

const MAY_BE_EMPTY: readonly string[] = [
  'loadBalancerSourceRanges',
  'finalizers',
  'perBrokerLabelsTemplate',
  'perBrokerAnnotationsTemplate',
  'labels',
  'annotations',
];

function isEmpty(given: unknown): boolean {
  return typeof given === 'object' && given !== null && Object.keys(given).length === 0;
}
