import { EXTERNAL_PORT, PLAIN_PORT, TLS_PORT, type ListenerRecord } from '../../model/listener';
import { defined } from '../common/codec';
import type { ListenerForm } from '../common/kafka-cluster';
import { ACCESS_SHAPE, readAuthentication, writeAuthentication, type WireAccess } from '../common/listeners';
import type { Fitting, Shape } from '../common/shape';
import { copied } from '../common/values';
import { EXTERNAL_SHAPE, plainExternal, readExternal, writeExternal } from './external-listener';

/** What readers take the three endpoints for that a cluster can have. */
export const PLACES_SHAPE = {
  plain: ACCESS_SHAPE,
  tls: ACCESS_SHAPE,
  external: EXTERNAL_SHAPE,
} as const satisfies Shape;

export type PlacedShape = typeof PLACES_SHAPE;

type WireListeners = Fitting<PlacedShape>;

/**
 * Listeners by their place: `plain`, `tls` or `external`, with the names and ports that Strimzi gives to the three. A
 * listener of another name or port has no place, and neither has a second one for the same place.
 */
export const PLACED: ListenerForm<PlacedShape> = {
  shape: PLACES_SHAPE,
  write: (listeners) => {
    const at = (place: keyof WireListeners): ListenerRecord | undefined =>
      listeners.find((each) => placeOf(each) === place && each.name === place && each.port === PORTS[place]);
    const [plain, tls, external] = [at('plain'), at('tls'), at('external')];
    return defined({
      plain: plain && writeInternal(plain),
      tls: tls && writeInternal(tls),
      external: external && writeExternal(external),
    });
  },
  read: ({ plain, tls, external } = {}) => {
    const listeners: ListenerRecord[] = [];
    if (plain)
      listeners.push({ name: 'plain', port: PLAIN_PORT, type: 'internal', tls: false, ...readInternal(plain) });
    if (tls) listeners.push({ name: 'tls', port: TLS_PORT, type: 'internal', tls: true, ...readInternal(tls) });
    if (external) listeners.push({ name: 'external', port: EXTERNAL_PORT, ...readExternal(external) });
    return listeners;
  },
  plain: ({ external, ...others }) => (external ? { ...others, external: plainExternal(external) } : others),
};

const PORTS: Readonly<Record<keyof WireListeners, number>> = {
  plain: PLAIN_PORT,
  tls: TLS_PORT,
  external: EXTERNAL_PORT,
};

function placeOf({ type, tls }: ListenerRecord): keyof WireListeners {
  if (type !== 'internal') return 'external';
  return tls ? 'tls' : 'plain';
}

function writeInternal(listener: ListenerRecord): WireAccess {
  return defined({ ...writeAuthentication(listener), configuration: copied(listener.configuration) });
}

function readInternal(wire: WireAccess): Omit<ListenerRecord, 'name' | 'port' | 'type' | 'tls'> {
  return defined({ ...readAuthentication(wire), configuration: wire.configuration });
}
