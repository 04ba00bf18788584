import { equal } from '../../dialects/common/values';
import { list, map } from '../../model/guarded';
import type { JsonObject } from '../../model/json';
import type { ChangeEffect } from '../change';
import { weightOf } from '../change-class';
import { changedFields } from '../effects';

/**
 * What comes of another configuration of a listener.
 * @see ListenersUtils, KafkaCluster and KafkaListenersReconciler of Strimzi 0.45.0 and 1.2.0
 */
export function configurationEffects(was: JsonObject = {}, is: JsonObject = {}, at: string): readonly ChangeEffect[] {
  return changedFields<JsonObject>(was, is)
    .map(String)
    .flatMap((name): readonly ChangeEffect[] => {
      const field = `${at}.${name}`;
      switch (name) {
        case 'loadBalancerSourceRanges':
          return callersEffects(was[name], is[name], field);
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
          return changedParts(name, was[name], is[name])
            .map(outcomeOf)
            .sort((one, other) => weightOf(other.class) - weightOf(one.class))
            .slice(0, 1)
            .map((outcome) => ({ ...outcome, field }));
      }
    });
}

type Outcome = Omit<ChangeEffect, 'field'>;

const MOVED: Outcome = {
  class: 'manual-step',
  message: 'Brokers have other addresses: clients need the new ones. Brokers restart.',
  remedy: 'Tell the clients, and see to DNS and firewalls.',
};
const FOUND_ELSEWHERE: Outcome = {
  class: 'manual-step',
  message:
    'Who makes load balancers and names in DNS goes by it: clients, and others, may find brokers elsewhere, or no more.',
  remedy: 'See what it makes of the annotation.',
};
const RESTART: Outcome = { class: 'restarts-pods', message: 'Brokers restart one by one.' };
const BESIDE: Outcome = { class: 'safe', message: 'It is about objects beside the pods.' };

/** Settings of a listener, of its bootstrap and of its brokers that addresses follow from. */
const ADDRESSING = [
  ...['advertisedHost', 'advertisedHostTemplate', 'advertisedPort', 'advertisedPortTemplate', 'externalIPs'],
  ...['host', 'hostTemplate', 'loadBalancerIP', 'nodePort', 'preferredAddressType', 'preferredNodePortAddressType'],
  ...['class', 'controllerClass', 'createBootstrapService', 'parentRefs', 'useServiceDnsDomain'],
];

/** Settings of Services, and of what leads to them from outside, that brokers never hear of. */
const OF_SERVICES = [
  ...['allocateLoadBalancerNodePorts', 'externalTrafficPolicy', 'finalizers', 'ipFamilies', 'ipFamilyPolicy'],
  ...['labels', 'perBrokerLabelsTemplate', 'publishNotReadyAddresses'],
];

const ANNOTATIONS = ['annotations', 'perBrokerAnnotationsTemplate'];
const LEADS_TO_BROKERS = /dns|load-?balancer/i;

type Fields = Readonly<Record<string, unknown>>;

/** A setting that is another one. */
type Part = readonly [name: string, was: unknown, is: unknown];

function outcomeOf([name, was, is]: Part): Outcome {
  if (ADDRESSING.includes(name)) return MOVED;
  if (OF_SERVICES.includes(name)) return BESIDE;
  if (!ANNOTATIONS.includes(name)) return RESTART;
  return changedFields<Fields>(map(was), map(is))
    .map(String)
    .some((each) => LEADS_TO_BROKERS.test(each))
    ? FOUND_ELSEWHERE
    : BESIDE;
}

/** The settings of a bootstrap and of brokers one by one. */
function changedParts(name: string, was: unknown, is: unknown): readonly Part[] {
  if (name === 'bootstrap') return partsOf(was, is);
  if (name !== 'brokers') return [[name, was, is]];
  return [...brokersOf([...list(was), ...list(is)])].flatMap((id) => partsOf(of(was, id), of(is, id)));
}

function partsOf(one: unknown, other: unknown): readonly Part[] {
  const [was, is] = [map(one), map(other)];
  return changedFields<Fields>(was, is)
    .map(String)
    .filter((name) => name !== 'broker')
    .map((name): Part => [name, was[name], is[name]]);
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
export function callersEffects(before: unknown, after: unknown, field: string): readonly ChangeEffect[] {
  const [was, is] = [filled(before), filled(after)];
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
