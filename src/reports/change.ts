import type { AclResource, Operation } from '../model/acl';
import { weightOf, worstOf, type ChangeClass } from './change-class';

/** One thing that a change does. */
export interface ChangeEffect {
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
  readonly user: string;
  readonly does: 'gain' | 'lose';
  readonly operations: readonly Operation[];
  readonly resource: AclResource;
  /** Address that the user must come from; `*`: any. */
  readonly host: string;
}

/** What names an object. */
export interface ObjectName {
  readonly kind: string;
  readonly name: string;
  /** Absent: the manifest leaves it to whoever applies it. */
  readonly namespace?: string;
}

/** An object that one side has and the other has otherwise, or not at all. */
export interface Change extends ObjectName {
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
