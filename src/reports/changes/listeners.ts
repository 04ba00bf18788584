import { equal } from '../../dialects/common/values';
import { fieldText } from '../../model/field';
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
  return changedFields<JsonObject>(was, is).flatMap((name): readonly ChangeEffect[] => {
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
        return [
          {
            class: 'restarts-pods',
            field,
            message: 'Brokers restart one by one. Where hosts or ports are others, clients need the new address.',
          },
        ];
    }
  });
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
