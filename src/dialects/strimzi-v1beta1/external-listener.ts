import type { Json, JsonObject } from '../../model/json';
import type { ListenerRecord, ListenerType } from '../../model/listener';
import { defined } from '../common/codec';
import { list, map } from '../../model/guarded';
import { ACCESS_SHAPE, readAuthentication, writeAuthentication } from '../common/listeners';
import type { Fitting, Shape } from '../common/shape';
import { copied } from '../common/values';

/** What readers take the listener for. */
export const EXTERNAL_SHAPE = {
  ...ACCESS_SHAPE,
  type: 'text',
  tls: 'flag',
  class: 'text',
  overrides: 'map',
} as const satisfies Shape;

/** The listener to the outside. Addresses are `overrides`, but for an ingress, which has them in `configuration`. */
export type WireExternal = Fitting<typeof EXTERNAL_SHAPE>;

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
  const { bootstrap, brokers } = (type === 'ingress' ? wire.configuration : wire.overrides) ?? {};
  const { bootstrap: _, brokers: __, ...others } = wire.configuration ?? {};
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

/** The listener as it is written: with TLS where it can be without, and not a word of it where it cannot. */
export function plainExternal({ tls, overrides, ...wire }: WireExternal): WireExternal {
  const isByChoice = TLS_BY_CHOICE.some((type) => type === wire.type);
  return defined({
    ...wire,
    tls: isByChoice ? (tls ?? true) : undefined,
    overrides: overrides && filled(overrides),
  });
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
  const name = (key: string): string => (Object.hasOwn(names, key) ? names[key] : undefined) ?? key;
  return Object.fromEntries(Object.entries(settings).map(([key, value]) => [name(key), value] as const));
}

function filled(settings: JsonObject): JsonObject | undefined {
  return Object.keys(settings).length > 0 ? settings : undefined;
}
