import { equal } from '../../dialects/common/values';
import { fieldText } from '../../model/field';
import type { ListenerRecord } from '../../model/listener';
import type { ChangeEffect } from '../change';
import { changed } from '../effects';

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
  if (authentication) return [restart];
  return [
    { class: 'widens-access', field, message: `Listener "${name}" lets in whoever reaches port ${port}, unknown.` },
    restart,
  ];
}

function listenerChange(was: ListenerRecord, is: ListenerRecord, at: string): readonly ChangeEffect[] {
  const effects: ChangeEffect[] = [];
  for (const field of ['type', 'port', 'tls'] as const) {
    if (was[field] !== is[field]) effects.push(addressEffect(was[field], is[field], { field, at }));
  }
  if (!equal(was.authentication, is.authentication))
    effects.push(authenticationEffect(was.authentication?.type, is.authentication?.type, at));
  if (!equal(was.networkPolicyPeers, is.networkPolicyPeers)) effects.push(...peersEffects(was, is, at));
  if (!equal(was.configuration, is.configuration)) {
    effects.push({
      class: 'restarts-pods',
      field: `${at}.configuration`,
      message: 'Brokers restart one by one. Where hosts or ports are others, clients need the new address.',
    });
  }
  return effects;
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

function authenticationEffect(was: string | undefined, is: string | undefined, listener: string): ChangeEffect {
  const at = changed(`${listener}.authentication`, was, is);
  if (is === undefined) {
    return {
      class: 'widens-access',
      ...at,
      message: 'Whoever reaches the listener is let in, unknown. Brokers restart.',
    };
  }
  if (was === undefined) {
    return { class: 'narrows-access', ...at, message: 'Clients without credentials are shut out. Brokers restart.' };
  }
  return {
    class: 'manual-step',
    ...at,
    message: 'Clients need other credentials. Brokers restart.',
    remedy: 'Add a listener beside this one, move the clients, then remove this one.',
  };
}

/** Peers are joined by "or"; none at all lets everybody open connections. */
function peersEffects(was: ListenerRecord, is: ListenerRecord, at: string): readonly ChangeEffect[] {
  const field = `${at}.networkPolicyPeers`;
  const [before, after] = [was.networkPolicyPeers, is.networkPolicyPeers];
  const has = (peers: typeof before, one: unknown): boolean => peers?.some((peer) => equal(peer, one)) ?? true;
  const gains = after === undefined || after.some((peer) => !has(before, peer));
  const loses = before === undefined || before.some((peer) => !has(after, peer));
  return [
    ...(gains && before !== undefined
      ? [{ class: 'widens-access', field, message: 'More may open connections to the listener.' } as const]
      : []),
    ...(loses && after !== undefined
      ? [{ class: 'narrows-access', field, message: 'Fewer may open connections to the listener.' } as const]
      : []),
  ];
}
