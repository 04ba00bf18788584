import type { FieldPath } from '../model/field';
import type { ListenerRecord, ListenerType } from '../model/listener';
import { listenerFields } from './listener-fields';
import { objectRule, type Breach } from './rule';

const TAKEN_PORTS = new Map([
  [9404, 'metrics'],
  [9999, 'JMX'],
]);

/** Names of ports that the operator has for itself, and puts `tcp-` before, as before those of listeners. */
const PORT_NAMES: ReadonlySet<string> = new Set(['ctrlplane', 'kafkaagent', 'prometheus', 'replication']);

/** Listeners do not get into each other's way. */
export const listenerSound = objectRule({
  id: 'listener-sound',
  summary:
    'Listeners have names and ports of their own, and TLS where their type, certificate or authentication needs it.',
  remedy: 'Change the name, the port, or the TLS of the listener.',
  effect: 'refused',
  source: 'The operator refuses others with InvalidResource (Strimzi 0.45.2, 1.2.0, ListenersValidator).',
  catalog: ['L-001', 'L-002', 'L-003', 'L-005', 'L-006', 'L-007', 'L-008', 'L-060', 'L-085', 'L-086'],
  nouns: ['kafkaCluster'],
  check(object, report) {
    const names = new Set<string>();
    const ports = new Set<number>();
    for (const { field, listener } of listenerFields(object)) {
      if (names.has(listener.name)) report(nameTaken(field, listener));
      if (PORT_NAMES.has(listener.name)) report(nameReserved(field, listener));
      for (const breach of portBreaches(field, listener, ports)) report(breach);
      const why = tlsNeedOf(listener);
      if (why !== undefined)
        report(lacksTls(typeof field.at(-1) === 'number' ? [...field, 'tls'] : field, listener, why));
      names.add(listener.name);
      ports.add(listener.port);
    }
  },
});

function nameTaken(field: FieldPath, { name }: ListenerRecord): Breach {
  return {
    field: [...field, 'name'],
    given: name,
    allowed: 'a name of its own',
    message: `Another listener is called "${name}".`,
    remedy: 'Give one of the two another name.',
  };
}

function nameReserved(field: FieldPath, { name }: ListenerRecord): Breach {
  return {
    field: [...field, 'name'],
    effect: 'fails',
    given: name,
    allowed: `a name other than ${[...PORT_NAMES].join(', ')}`,
    message: `The operator has a port called tcp-${name} already: Kubernetes refuses the pods.`,
  };
}

function portBreaches(field: FieldPath, { port }: ListenerRecord, taken: ReadonlySet<number>): Breach[] {
  const at = { field: [...field, 'port'], given: port, remedy: 'Give the listener another port.' };
  const user = TAKEN_PORTS.get(port);
  return [
    ...(taken.has(port)
      ? [{ ...at, allowed: 'a port of its own', message: `Another listener has port ${port}.` }]
      : []),
    ...(user === undefined
      ? []
      : [{ ...at, allowed: 'any from 9092 but 9404 and 9999', message: `Port ${port} is that of ${user}.` }]),
  ];
}

/** Types whose clients come through a router, which tells them apart by the host that TLS asks for. */
const ROUTED: readonly ListenerType[] = ['route', 'ingress', 'tlsroute'];

/** Why a listener without TLS needs it; absent: it does not. */
function tlsNeedOf({ tls, type, authentication, configuration }: ListenerRecord): string | undefined {
  if (tls) return undefined;
  if (ROUTED.includes(type)) return `its type is ${type}`;
  if (authentication?.type === 'tls') return 'its clients prove who they are with a certificate';
  return configuration?.['brokerCertChainAndKey'] === undefined ? undefined : 'it has a certificate';
}

function lacksTls(field: FieldPath, { name, type }: ListenerRecord, why: string): Breach {
  return {
    field,
    // The operator does not look, and a TLSRoute passes on TLS alone.
    ...(type === 'tlsroute' && { effect: 'fails' }),
    given: false,
    allowed: 'true',
    message: `Listener "${name}" needs TLS: ${why}.`,
    remedy: 'Give the listener TLS.',
  };
}
