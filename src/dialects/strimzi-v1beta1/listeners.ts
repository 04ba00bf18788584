import { EXTERNAL_PORT, PLAIN_PORT, TLS_PORT, type ListenerRecord } from '../../model/listener';
import { defined } from '../common/codec';
import type { ListenerForm } from '../common/kafka-cluster';
import { ACCESS_SHAPE, copied, readAuthentication, writeAuthentication, type WireListener } from '../common/listeners';
import { EXTERNAL_SHAPE, plainExternal, readExternal, writeExternal, type WireExternal } from './external-listener';

/** The three endpoints that a cluster can have. */
export interface WireListeners {
  plain?: WireListener;
  tls?: WireListener;
  external?: WireExternal;
}

/** What readers take the three for. */
export const PLACES_SHAPE = { plain: ACCESS_SHAPE, tls: ACCESS_SHAPE, external: EXTERNAL_SHAPE } as const;

/**
 * Listeners by their place: `plain`, `tls` or `external`, with the names and ports that Strimzi gives to the three. A
 * listener of another name or port has no place, and neither has a second one for the same place.
 */
export const PLACED: ListenerForm<WireListeners> = {
  shape: PLACES_SHAPE,
  write: (listeners) => {
    const result: WireListeners = {};
    for (const listener of listeners) {
      const place = placeOf(listener);
      if (listener.name !== place || listener.port !== PORTS[place] || result[place]) continue;
      if (place === 'external') result.external = writeExternal(listener);
      else result[place] = writeInternal(listener);
    }
    return result;
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

function writeInternal(listener: ListenerRecord): WireListener {
  return defined({ ...writeAuthentication(listener), configuration: copied(listener.configuration) });
}

function readInternal(wire: WireListener): Omit<ListenerRecord, 'name' | 'port' | 'type' | 'tls'> {
  return defined({ ...readAuthentication(wire), configuration: wire.configuration });
}
