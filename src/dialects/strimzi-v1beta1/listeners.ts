import { EXTERNAL_PORT, PLAIN_PORT, TLS_PORT, type ListenerRecord } from '../../model/listener';
import { defined, type Limit } from '../common/codec';
import type { ListenerForm } from '../common/kafka-cluster';
import { copied, readAuthentication, writeAuthentication, type WireListener } from '../common/listeners';
import { EXTERNAL_TYPES, externalLimits, readExternal, writeExternal, type WireExternal } from './external-listener';

/** The three endpoints that a cluster can have. */
export interface WireListeners {
  plain?: WireListener;
  tls?: WireListener;
  external?: WireExternal;
}

/** Listeners by their place: `plain`, `tls` or `external`, with the names and ports that Strimzi gives to the three. */
export const PLACED: ListenerForm<WireListeners> = {
  write: (listeners) => {
    const result: WireListeners = {};
    for (const listener of listeners) {
      if (listener.type !== 'internal') result.external = writeExternal(listener);
      else if (listener.tls) result.tls = writeInternal(listener);
      else result.plain = writeInternal(listener);
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
};

/** What the three places cannot hold. */
export function listenerLimits(listeners: readonly ListenerRecord[]): Limit[] {
  const places = new Map<string, string>();
  return listeners.flatMap((listener, index) => {
    const field = `listeners[${index}]`;
    const place = placeOf(listener);
    const taken = places.get(place.name);
    places.set(place.name, listener.name);
    if (taken !== undefined) {
      return [
        limit(
          field,
          listener.name,
          `There is one ${place.name} listener only, and "${taken}" is it.`,
          'one plain, one tls and one external listener',
        ),
      ];
    }
    if (listener.type !== 'internal' && !EXTERNAL_TYPES.includes(listener.type)) {
      return [
        limit(
          `${field}.type`,
          listener.type,
          'The operator has no such listener.',
          ['internal', ...EXTERNAL_TYPES].join(', '),
        ),
      ];
    }
    if (listener.name !== place.name || listener.port !== place.port) {
      return [
        limit(
          field,
          `${listener.name}:${listener.port}`,
          'Names and ports of listeners are fixed.',
          `${place.name}:${place.port}`,
        ),
      ];
    }
    return [...authenticationLimits(listener, field), ...settingLimits(listener, field)];
  });
}

function authenticationLimits({ authentication }: ListenerRecord, field: string): Limit[] {
  if (authentication?.type !== 'custom') return [];
  return [
    limit(
      `${field}.authentication.type`,
      'custom',
      'The operator does not know this authentication.',
      'tls, scram-sha-512, oauth',
    ),
  ];
}

function settingLimits(listener: ListenerRecord, field: string): Limit[] {
  if (listener.type !== 'internal') return externalLimits(listener, field);
  const allowed = listener.tls ? ['brokerCertChainAndKey'] : [];
  return Object.entries(listener.configuration ?? {})
    .filter(([name]) => !allowed.includes(name))
    .map(([name, given]) =>
      limit(
        `${field}.configuration.${name}`,
        given,
        `The ${listener.name} listener has no such setting.`,
        allowed.join(', ') || 'none',
      ),
    );
}

function limit(field: string, given: unknown, message: string, allowed: string): Limit {
  return { field, given, message, allowed, since: 'Strimzi 0.45.2' };
}

function placeOf({ type, tls }: ListenerRecord): { name: string; port: number } {
  if (type !== 'internal') return { name: 'external', port: EXTERNAL_PORT };
  return tls ? { name: 'tls', port: TLS_PORT } : { name: 'plain', port: PLAIN_PORT };
}

function writeInternal(listener: ListenerRecord): WireListener {
  return defined({ ...writeAuthentication(listener), configuration: copied(listener.configuration) });
}

function readInternal(wire: WireListener): Omit<ListenerRecord, 'name' | 'port' | 'type' | 'tls'> {
  return defined({ ...readAuthentication(wire), configuration: wire.configuration });
}
