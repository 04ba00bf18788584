import { equal } from '../../dialects/common/values';
import { fieldText } from '../../model/field';
import { list, map } from '../../model/guarded';
import type { JsonObject } from '../../model/json';
import type { ListenerRecord } from '../../model/listener';
import type { ChangeEffect } from '../change';
import { changed, changedFields } from '../effects';
import { authenticationEffects } from './listener-authentication';

/**
 * What comes of other listeners.
 * @see ListenersUtils and KafkaCluster of Strimzi 0.18.0 to 1.2.0
 */
export function listenerEffects(
  was: readonly ListenerRecord[],
  is: readonly ListenerRecord[],
): readonly ChangeEffect[] {
  const before = new Map(was.map((listener) => [listener.name, listener]));
  const after = new Map(is.map((listener) => [listener.name, listener]));
  const gone = was.flatMap((listener, index) => (after.has(listener.name) ? [] : [removed(listener, fieldAt(index))]));
  const rest = is.flatMap((listener, index) => {
    const old = before.get(listener.name);
    return old ? listenerChange(old, listener, fieldAt(index)) : added(listener, fieldAt(index));
  });
  return [...gone, ...rest];
}

function fieldAt(index: number): string {
  return fieldText(['spec', 'kafka', 'listeners', index]);
}

function removed(listener: ListenerRecord, field: string): ChangeEffect {
  return {
    class: 'narrows-access',
    field,
    message: `Listener "${listener.name}" (${listener.type}, port ${listener.port}) is gone: who comes through it is shut out. Brokers restart.`,
    remedy: 'Move its clients to another listener first.',
  };
}

function added(listener: ListenerRecord, field: string): readonly ChangeEffect[] {
  const { name, type, port, authentication } = listener;
  const restart: ChangeEffect = {
    class: 'restarts-pods',
    field,
    message: `Listener "${name}" (${type}, port ${port}) is added; brokers restart one by one.`,
  };
  if (!authentication) {
    const message = `Listener "${name}" lets in whoever reaches port ${port}, unknown.`;
    return [{ class: 'widens-access', field, message }, restart];
  }
  if (INSIDE.includes(type)) return [restart];
  const message = `Through listener "${name}" users reach the cluster from outside of Kubernetes.`;
  return [{ class: 'widens-access', field, message }, restart];
}

/** Types of listeners that nobody outside of the Kubernetes cluster reaches. */
const INSIDE: readonly ListenerRecord['type'][] = ['internal', 'cluster-ip'];

function listenerChange(was: ListenerRecord, is: ListenerRecord, at: string): readonly ChangeEffect[] {
  const effects: ChangeEffect[] = [];
  for (const field of ['type', 'port', 'tls'] as const) {
    if (was[field] !== is[field]) effects.push(addressEffect(was[field], is[field], { field, at }));
  }
  if (!equal(was.authentication, is.authentication))
    effects.push(...authenticationEffects(was.authentication, is.authentication, `${at}.authentication`));
  if (!equal(was.networkPolicyPeers, is.networkPolicyPeers)) effects.push(...peersEffects(was, is, at));
  return [...effects, ...configurationEffects(was.configuration, is.configuration, `${at}.configuration`)];
}

const ADDRESS = {
  type: 'The listener has another address: its clients no longer find it. Brokers restart.',
  port: 'The listener has another address: its clients no longer find it. Brokers restart.',
  tls: 'Its clients need another security protocol. Brokers restart.',
} as const;

function addressEffect(
  was: unknown,
  is: unknown,
  { field, at }: { readonly field: keyof typeof ADDRESS; readonly at: string },
): ChangeEffect {
  const open = field === 'tls' && is === false ? ' What they send, passwords included, can be read on its way.' : '';
  return {
    class: 'manual-step',
    ...changed(`${at}.${field}`, was, is),
    message: `${ADDRESS[field]}${open}`,
    remedy: 'Add a listener beside this one, move the clients, then remove this one.',
  };
}

/** Peers are joined by "or"; none at all lets everybody open connections. */
function peersEffects(was: ListenerRecord, is: ListenerRecord, at: string): readonly ChangeEffect[] {
  return callersEffects(filled(was.networkPolicyPeers), filled(is.networkPolicyPeers), `${at}.networkPolicyPeers`);
}

function configurationEffects(was: JsonObject = {}, is: JsonObject = {}, at: string): readonly ChangeEffect[] {
  return changedFields<JsonObject>(was, is)
    .map(String)
    .flatMap((name): readonly ChangeEffect[] => {
      const field = `${at}.${name}`;
      switch (name) {
        case 'loadBalancerSourceRanges':
          return callersEffects(filled(was[name]), filled(is[name]), field);
        case 'brokerCertChainAndKey':
          return [
            {
              class: 'manual-step',
              field,
              message:
                'Brokers show another certificate: clients that do not trust its authority are shut out. Brokers restart.',
              remedy: 'Have clients trust the other authority first.',
            },
          ];
        default:
          return [movesClients(name, was[name], is[name]) ? { ...MOVED, field } : { ...RESTART, field }];
      }
    });
}

const MOVED: Omit<ChangeEffect, 'field'> = {
  class: 'manual-step',
  message: 'Brokers have other addresses: clients need the new ones. Brokers restart.',
  remedy: 'Tell the clients, and see to DNS and firewalls.',
};
const RESTART: Omit<ChangeEffect, 'field'> = { class: 'restarts-pods', message: 'Brokers restart one by one.' };

/** Settings of a listener, of its bootstrap and of its brokers that addresses follow from. */
const ADDRESSING = [
  ...['advertisedHost', 'advertisedHostTemplate', 'advertisedPort', 'advertisedPortTemplate', 'externalIPs'],
  ...['host', 'hostTemplate', 'loadBalancerIP', 'nodePort', 'preferredAddressType', 'preferredNodePortAddressType'],
  ...['class', 'controllerClass', 'createBootstrapService', 'useServiceDnsDomain'],
];

/** Whether clients find brokers elsewhere, once a setting of a listener is another one. */
function movesClients(name: string, was: unknown, is: unknown): boolean {
  if (ADDRESSING.includes(name)) return true;
  if (name === 'bootstrap') return movesPart(was, is);
  return (
    name === 'brokers' && [...brokersOf([...list(was), ...list(is)])].some((id) => movesPart(of(was, id), of(is, id)))
  );
}

function movesPart(was: unknown, is: unknown): boolean {
  return changedFields(map(was), map(is)).some((field) => ADDRESSING.includes(String(field)));
}

function brokersOf(brokers: readonly unknown[]): ReadonlySet<unknown> {
  return new Set(brokers.map((each) => map(each)['broker']));
}

function of(brokers: unknown, id: unknown): unknown {
  return list(brokers).find((each) => map(each)['broker'] === id);
}

/** Operators take an empty list for none. */
function filled(callers: unknown): readonly unknown[] | undefined {
  return Array.isArray(callers) && callers.length > 0 ? callers : undefined;
}

/** Who may open connections: those of a list, or everybody without one. */
function callersEffects(
  was: readonly unknown[] | undefined,
  is: readonly unknown[] | undefined,
  field: string,
): readonly ChangeEffect[] {
  const has = (callers: typeof was, one: unknown): boolean => callers?.some((each) => equal(each, one)) ?? true;
  const gains = is === undefined || is.some((each) => !has(was, each));
  const loses = was === undefined || was.some((each) => !has(is, each));
  return [
    ...(gains && was !== undefined
      ? [{ class: 'widens-access', field, message: 'More may open connections to the listener.' } as const]
      : []),
    ...(loses && is !== undefined
      ? [{ class: 'narrows-access', field, message: 'Fewer may open connections to the listener.' } as const]
      : []),
  ];
}
