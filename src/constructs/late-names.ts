import type { IntentGrant } from '../model/grant';
import { made } from '../props/made';

/** A record with the names that its topics have when somebody looks: mirrors that are told of later may name them. */
export function withNames<R extends object, K extends string>(
  record: R,
  topics: Readonly<Record<K, { readonly topicName: string }>>,
): R & Readonly<Record<K, string>> {
  const named = { ...record };
  for (const [field, topic] of Object.entries<{ readonly topicName: string }>(topics)) {
    Object.defineProperty(named, field, { get: () => topic.topicName, enumerable: true });
  }
  return named as R & Readonly<Record<K, string>>;
}

/**
 * Rights to a topic, as it is called when somebody looks. Nobody looks yet: what it is called may follow from all that was
 * said so far, and each grant adds to that.
 */
export function rightsOn(
  topic: { readonly topicName: string },
  rightsTo: (topicName: string) => readonly IntentGrant[],
): readonly IntentGrant[] {
  return rightsTo(NOT_YET).map((right) =>
    right.topic === undefined ? right : made(withNames(right, { topic }), 'IntentGrant'),
  );
}

/** Stands for the name until it is looked at. */
const NOT_YET = '';
