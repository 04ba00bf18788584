import type { Json, JsonObject } from '../../model/json';
import type { ListenerRecord, ListenerType } from '../../model/listener';
import { defined, type Limit } from '../common/codec';
import { list, map } from '../common/guarded';
import { copied, readAuthentication, writeAuthentication, type WireListener } from '../common/listeners';

/** The listener to the outside. Addresses are `overrides`, but for an ingress, which has them in `configuration`. */
export interface WireExternal extends WireListener {
  class?: string;
  overrides?: JsonObject;
}

/** Types of the external listener. */
export const EXTERNAL_TYPES: readonly ListenerType[] = ['route', 'loadbalancer', 'nodeport', 'ingress'];
/** External types whose `tls` can be turned off; the others are TLS always. */
export const TLS_BY_CHOICE: readonly ListenerType[] = ['loadbalancer', 'nodeport'];

/** Settings that are called differently from 0.20 on, when listeners became a list. */
const RENAMED: Readonly<Record<string, string>> = {
  annotations: 'dnsAnnotations',
  preferredNodePortAddressType: 'preferredAddressType',
};
const RENAMED_BACK = Object.fromEntries(Object.entries(RENAMED).map(([now, then]) => [then, now]));

/** What can be set, by type, in the model's words. */
interface Settings {
  readonly listener: readonly string[];
  readonly bootstrap: readonly string[];
  readonly broker: readonly string[];
}

const BROKER = ['broker', 'advertisedHost', 'advertisedPort'];
const SETTINGS: Readonly<Partial<Record<ListenerType, Settings>>> = {
  route: {
    listener: ['brokerCertChainAndKey', 'bootstrap', 'brokers'],
    bootstrap: ['alternativeNames', 'host'],
    broker: [...BROKER, 'host'],
  },
  loadbalancer: {
    listener: ['brokerCertChainAndKey', 'bootstrap', 'brokers'],
    bootstrap: ['alternativeNames', 'annotations', 'loadBalancerIP'],
    broker: [...BROKER, 'annotations', 'loadBalancerIP'],
  },
  nodeport: {
    listener: ['brokerCertChainAndKey', 'bootstrap', 'brokers', 'preferredNodePortAddressType'],
    bootstrap: ['alternativeNames', 'annotations', 'nodePort'],
    broker: [...BROKER, 'annotations', 'nodePort'],
  },
  ingress: {
    listener: ['brokerCertChainAndKey', 'bootstrap', 'brokers', 'class'],
    bootstrap: ['alternativeNames', 'annotations', 'host'],
    broker: [...BROKER, 'annotations', 'host'],
  },
};

/** Spells a listener to the outside. */
export function writeExternal(listener: ListenerRecord): WireExternal {
  const { type, tls } = listener;
  const { bootstrap, brokers, class: ingressClass, ...others } = copied(listener.configuration) ?? {};
  const addresses = defined({
    bootstrap: bootstrap === undefined ? undefined : writeAddress(bootstrap),
    brokers: brokers === undefined ? undefined : list(brokers).map(writeAddress),
  });
  const settings = renamed(others, RENAMED);
  const isIngress = type === 'ingress';
  return defined({
    type,
    tls: TLS_BY_CHOICE.includes(type) ? tls : undefined,
    ...writeAuthentication(listener),
    class: ingressClass as string | undefined,
    overrides: isIngress ? undefined : filled(addresses),
    configuration: filled(isIngress ? { ...addresses, ...settings } : settings),
  });
}

/** Reads a listener to the outside, but for its name and port. */
export function readExternal(wire: WireExternal): Omit<ListenerRecord, 'name' | 'port'> {
  const type = EXTERNAL_TYPES.find((known) => known === wire.type) ?? 'route';
  const { bootstrap, brokers, ...others } = { ...wire.configuration, ...wire.overrides };
  const configuration = defined({
    ...renamed(others, RENAMED_BACK),
    class: wire.class,
    bootstrap: bootstrap === undefined ? undefined : readAddress(bootstrap),
    brokers: brokers === undefined ? undefined : list(brokers).map(readAddress),
  });
  return defined({
    type,
    tls: TLS_BY_CHOICE.includes(type) ? (wire.tls ?? true) : true,
    ...readAuthentication(wire),
    configuration: filled(configuration),
  });
}

/** What the listener cannot say. */
export function externalLimits({ type, tls, configuration }: ListenerRecord, field: string): Limit[] {
  const found: Limit[] = [];
  const refuse = (at: string, given: unknown, message: string, allowed: string): void => {
    found.push({ field: `${field}.${at}`, given, message, allowed, since: 'Strimzi 0.45.2' });
  };
  if (!tls && !TLS_BY_CHOICE.includes(type)) refuse('tls', false, `A listener of type ${type} always has TLS.`, 'true');
  const settings = SETTINGS[type];
  if (!settings || !configuration) return found;
  const check = (at: string, given: unknown, allowed: readonly string[]): void => {
    for (const [name, value] of Object.entries(map(given))) {
      if (allowed.includes(name)) continue;
      refuse(`${at}.${name}`, value, `A listener of type ${type} has no such setting.`, allowed.join(', '));
    }
  };
  check('configuration', configuration, settings.listener);
  check('configuration.bootstrap', configuration['bootstrap'], settings.bootstrap);
  list(configuration['brokers']).forEach((broker, index) => {
    check(`configuration.brokers[${index}]`, broker, settings.broker);
  });
  const names = map(configuration['bootstrap'])['alternativeNames'];
  if (names !== undefined && list(names).length !== 1) {
    refuse('configuration.bootstrap.alternativeNames', names, 'A listener has one more name.', 'one name');
  }
  return found;
}

/** One further name of the bootstrap address is `address`; later API versions have a list of them. */
function writeAddress(given: unknown): JsonObject {
  const { alternativeNames, ...others } = map(given) as JsonObject;
  const [address] = list(alternativeNames) as Json[];
  return { ...(address !== undefined && { address }), ...renamed(others, RENAMED) };
}

function readAddress(given: unknown): JsonObject {
  const { address, ...others } = map(given) as JsonObject;
  return { ...(address !== undefined && { alternativeNames: [address] }), ...renamed(others, RENAMED_BACK) };
}

function renamed(settings: JsonObject, names: Readonly<Record<string, string>>): JsonObject {
  return Object.fromEntries(Object.entries(settings).map(([key, value]) => [names[key] ?? key, value]));
}

function filled(settings: JsonObject): JsonObject | undefined {
  return Object.keys(settings).length > 0 ? settings : undefined;
}
