import type { AclResource, Operation } from '../model/acl';
import { weightOf, worstOf, type ChangeClass } from './change-class';
import type { Unread } from './side';

/** One thing that a change does. */
export interface ChangeEffect {
  /** What kind of thing it is. */
  readonly class: ChangeClass;
  /** What happens, in a sentence. */
  readonly message: string;
  /** Field of the manifest, such as `spec.config["retention.ms"]`; absent: it is about the object as a whole. */
  readonly field?: string;
  /** What the field was; absent: it was not there, or it is the content of a Secret. */
  readonly before?: unknown;
  /** What the field is; absent: it is not there, or it is the content of a Secret. */
  readonly after?: unknown;
  /** What somebody has to do. */
  readonly remedy?: string;
  /** Who gains or loses what. */
  readonly access?: AccessChange;
}

/** A right that a user gains or loses. */
export interface AccessChange {
  /** Name of the KafkaUser. */
  readonly user: string;
  /** Whether the user has the right from then on, or no more. */
  readonly does: 'gain' | 'lose';
  /** What the user may do with the resource, or no more. */
  readonly operations: readonly Operation[];
  /** A topic, a group, a transactional id or the cluster; one, or those whose names begin so. */
  readonly resource: AclResource;
  /** Address that the user must come from; `*`: any. */
  readonly host: string;
}

/** What names an object. */
export interface ObjectName {
  /** Kind of the object, such as `KafkaTopic`. */
  readonly kind: string;
  /** Name of the object, which need not be its name within Kafka. */
  readonly name: string;
  /** Absent: the manifest leaves it to whoever applies it. */
  readonly namespace?: string;
}

/** An object that one side has and the other has otherwise, or not at all. */
export interface Change extends ObjectName {
  /** Whether one side alone has it, and which. */
  readonly what: 'added' | 'removed' | 'changed';
  /** Where the object stands now; where it stood, if it is gone. */
  readonly path: string;
  /** The class of the effect that weighs most. */
  readonly class: ChangeClass;
  /** An object that says the same under another name or in another namespace: for operators it is another one. */
  readonly becomes?: Pick<ObjectName, 'name' | 'namespace'>;
  /** What weighs most comes first. */
  readonly effects: readonly ChangeEffect[];
}

/** What comes of a change of manifests. */
export interface Diff {
  /** Objects of the operators, and what depends on them; those whose effects weigh most come first. */
  readonly changes: readonly Change[];
  /** Objects of other kinds that differ: what comes of them is not known here. */
  readonly unjudged: readonly UnjudgedChange[];
  /** What is no object that can be told from others, on either side: what changed about it is not known. */
  readonly unread: readonly Unread[];
}

/** An object of a kind that is not known here. */
export type UnjudgedChange = Pick<Change, keyof ObjectName | 'what' | 'path'>;

/** Orders effects, those that weigh most first; equals stay as they are. */
export function byWeight<T extends { readonly class: ChangeClass }>(effects: readonly T[]): readonly T[] {
  return [...effects].sort((one, other) => weightOf(other.class) - weightOf(one.class));
}

/** An object's change with its effects, of which there is one at least; each is told once. */
export function changeOf(object: Omit<Change, 'class' | 'effects'>, effects: readonly ChangeEffect[]): Change {
  return {
    ...object,
    class: worstOf(effects.map((effect) => effect.class)) ?? 'no-effect',
    effects: byWeight(effects),
  };
}
