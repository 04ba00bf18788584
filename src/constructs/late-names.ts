import type { IntentGrant } from '../model/grant';

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

/** Rights to a topic, as it is called when somebody looks. */
export function rightsOn(
  topic: { readonly topicName: string },
  rights: readonly IntentGrant[],
): readonly IntentGrant[] {
  return rights.map((right) => (right.topic === undefined ? right : withNames(right, { topic })));
}
