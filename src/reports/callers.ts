import { equal } from '../dialects/common/values';
import { list, map, text } from '../model/guarded';
import type { JsonObject } from '../model/json';
import type { ChangeEffect } from './change';
import type { Side } from './side';

type Labels = Readonly<Record<string, unknown>>;

/** Pods, as far as listeners look at who opens connections; absent labels: those that a namespace is let in with. */
interface Callers {
  readonly namespace: string | undefined;
  readonly labels?: Labels;
  /** Labels of their namespace. */
  readonly namespaceLabels: Labels;
}

/** What pods come to with other labels, of their own or of their namespace, where listeners ask for them. */
export function callerEffects(was: Callers, is: Callers, field: string, side: Side): readonly ChangeEffect[] {
  return side.kafkas().flatMap(({ name, namespace, listeners }) =>
    listeners.flatMap((listener): readonly ChangeEffect[] => {
      const peers = listener.networkPolicyPeers ?? [];
      const letsIn = (callers: Callers): boolean => peers.some((peer) => isMeant(peer, callers, namespace));
      const [before, after] = [was, is].map(letsIn);
      if (before === after) return [];
      const way = `listener "${listener.name}" of ${name}`;
      return after === true
        ? [{ class: 'widens-access', field, message: `By its labels it may open connections to ${way}.` }]
        : [
            {
              class: 'narrows-access',
              field,
              message: `By its labels it may open no connections to ${way} any more.`,
              remedy: 'Keep the labels that networkPolicyPeers of the listener ask for, or change these.',
            },
          ];
    }),
  );
}

/** Labels of a namespace, that of its name included, which Kubernetes gives it. */
export function namespaceLabels(side: Side, name: string | undefined): Labels {
  return labelsOfNamespace(name, map(map(side.plainOf('Namespace', name)?.metadata)['labels']));
}

/** @see https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetes-io-metadata-name */
export function labelsOfNamespace(name: string | undefined, labels: Labels): Labels {
  return { ...labels, ...(name !== undefined && { 'kubernetes.io/metadata.name': name }) };
}

/** @see https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors */
function isMeant(peer: JsonObject, callers: Callers, namespace: string | undefined): boolean {
  const { podSelector, namespaceSelector } = peer;
  if (namespaceSelector === undefined && (podSelector === undefined || !callers.labels)) return false;
  const isThere =
    namespaceSelector === undefined
      ? callers.namespace === namespace
      : selects(map(namespaceSelector), callers.namespaceLabels);
  return isThere && (podSelector === undefined || !callers.labels || selects(map(podSelector), callers.labels));
}

function selects({ matchLabels, matchExpressions }: Labels, labels: Labels): boolean {
  const isAlike = Object.entries(map(matchLabels)).every(([name, value]) => equal(labels[name], value));
  return isAlike && list(matchExpressions).every((each) => meets(map(each), labels));
}

function meets({ key, operator, values }: Labels, labels: Labels): boolean {
  const value = labels[text(key) ?? ''];
  const isAmong = list(values).includes(value);
  switch (operator) {
    case 'In':
      return isAmong;
    case 'NotIn':
      return !isAmong;
    case 'Exists':
      return value !== undefined;
    default:
      return value === undefined;
  }
}
