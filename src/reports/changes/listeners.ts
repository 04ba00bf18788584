import { equal } from '../../dialects/common/values';
import { fieldText } from '../../model/field';
import type { ListenerRecord } from '../../model/listener';
import type { ChangeEffect } from '../change';
import { changed } from '../effects';
import { authenticationEffects } from './listener-authentication';
import { callersEffects, configurationEffects } from './listener-configuration';

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
  const renamed = new Map(is.flatMap((listener) => (before.has(listener.name) ? [] : pairOf(listener, was, after))));
  const left = new Set([...after.keys(), ...[...renamed.values()].map(({ name }) => name)]);
  const gone = was.flatMap((listener, index) => (left.has(listener.name) ? [] : [removed(listener, fieldAt(index))]));
  const rest = is.flatMap((listener, index) => {
    const old = before.get(listener.name);
    if (old) return listenerChange(old, listener, fieldAt(index));
    const other = renamed.get(listener);
    return other
      ? [rename(other, listener, fieldAt(index)), ...listenerChange(other, listener, fieldAt(index))]
      : added(listener, fieldAt(index));
  });
  const moved = was.filter(({ name }) => after.has(name)).map(({ name }) => name);
  const isOrdered = equal(
    moved,
    is.filter(({ name }) => before.has(name)).map(({ name }) => name),
  );
  return [...gone, ...rest, ...(isOrdered ? [] : [REORDERED])];
}

/**
 * The listener that one of another name takes the place of: Services of internal ones are called without their names.
 * @see ListenersUtils.backwardsCompatibleBootstrapServiceName of Strimzi 0.45.0 and 1.2.0
 */
function pairOf(
  listener: ListenerRecord,
  was: readonly ListenerRecord[],
  after: ReadonlyMap<string, ListenerRecord>,
): readonly (readonly [ListenerRecord, ListenerRecord])[] {
  const other = was.find(
    ({ name, type, port }) =>
      !after.has(name) && type === 'internal' && type === listener.type && port === listener.port,
  );
  return other ? [[listener, other]] : [];
}

function rename(was: ListenerRecord, is: ListenerRecord, at: string): ChangeEffect {
  const message = 'The listener has another name, and the address that it had; brokers restart one by one.';
  return { class: 'restarts-pods', ...changed(`${at}.name`, was.name, is.name), message };
}

const REORDERED: ChangeEffect = {
  class: 'restarts-pods',
  field: 'spec.kafka.listeners',
  message: 'The listeners are told to brokers in another order: they restart one by one.',
};

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
  return callersEffects(was.networkPolicyPeers, is.networkPolicyPeers, `${at}.networkPolicyPeers`);
}
