import type { ListenerRecord, ListenerType } from '../../model/listener';
import { list, map } from '../../model/guarded';
import type { ListenerForm } from '../common/kafka-cluster';
import { LISTED, LISTENER_SHAPE } from '../common/listeners';
import type { Fitting, Shape } from '../common/shape';
import { equal } from '../common/values';
import { PLACED, PLACES_SHAPE, type PlacedShape } from '../strimzi-v1beta1/listeners';

const SHAPE = [LISTENER_SHAPE, PLACES_SHAPE] as const satisfies Shape;

/** What readers take a list of listeners for, or the three places. */
export type PlacedOrListedShape = typeof SHAPE;

type List = Fitting<readonly [typeof LISTENER_SHAPE]>;
type Places = Fitting<PlacedShape>;

/** Listeners by their place, where that says all of them, or else as a list. */
export const PLACED_OR_LISTED: ListenerForm<PlacedOrListedShape> = {
  shape: SHAPE,
  write: (listeners) => {
    const placed = PLACED.write(listeners);
    return hasPlacesFor(listeners) && equal(PLACED.read(placed), listeners) ? placed : LISTED.write(listeners);
  },
  read: (wire = {}) => (isList(wire) ? LISTED.read(wire) : PLACED.read(wire)),
  plain: (wire) => (isList(wire) ? plainList(wire) : (PLACED.plain?.(wire) ?? wire)),
};

/** Settings of listeners that have a place; all others stand in a list only. */
const INSIDE: readonly string[] = ['brokerCertChainAndKey'];
const OUTSIDE: readonly string[] = ['brokerCertChainAndKey', 'bootstrap', 'brokers', 'class'];

/** Addresses that only listeners of some types have in their place. */
const ADDRESSES: Readonly<Record<string, readonly ListenerType[]>> = {
  host: ['ingress', 'route'],
  loadBalancerIP: ['loadbalancer'],
};

function hasPlacesFor(listeners: readonly ListenerRecord[]): boolean {
  return listeners.every(({ type, configuration = {} }) => {
    const placed = type === 'internal' ? INSIDE : OUTSIDE;
    const { bootstrap, brokers } = configuration;
    const addresses = [bootstrap, ...list(brokers)].flatMap((each) => Object.keys(map(each)));
    return (
      Object.keys(configuration).every((setting) => placed.includes(setting)) &&
      addresses.every((address) => ADDRESSES[address]?.includes(type) ?? true)
    );
  });
}

/** Listeners of a list that have their places, in their places; what nobody understands of a list would have none. */
function plainList(wire: List): Places | List {
  const listeners = LISTED.read(wire);
  return equal(LISTED.write(listeners), wire) ? PLACED_OR_LISTED.write(listeners) : wire;
}

function isList(wire: Places | List): wire is List {
  return Array.isArray(wire);
}
