import type { Manifest } from '../dialects/common/codec';
import type { FieldPath } from '../model/field';
import { compareMinors } from '../model/minors';
import type { PolicyRecord } from '../model/policy';
import type { Release } from '../model/release';
import type { Noun, Records } from '../model/nouns';
import type { Placed, SiteFacts, Topology } from '../model/topology';

/**
 * What becomes of a fault.
 *
 * - `refused`: an API server or an operator takes nothing of the object, or not this part of it.
 * - `fails`: it is taken, and does not work.
 * - `forbidden`: it is taken and works, and a policy of the organisation does not allow it.
 * - `ignored`: it is taken, and has no effect.
 * - `overridden`: something else wins.
 * - `warned`: an operator does as it is told, and complains.
 * - `unlooked`: nobody looks, and it may work.
 */
export type Effect = 'refused' | 'fails' | 'forbidden' | 'ignored' | 'overridden' | 'warned' | 'unlooked';

/** A rule that is broken: what only the case at hand can tell. */
export interface Breach {
  /** The field of the manifest; absent: the object as a whole. */
  readonly field?: FieldPath;
  readonly given?: unknown;
  /** What would be accepted. */
  readonly allowed?: string;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** @default - the rule's */
  readonly effect?: Effect;
  /** @default - the rule's */
  readonly remedy?: string;
  /**
   * What it comes of, where several objects break a rule together because of one thing: they are told as one.
   * @default - the object itself
   */
  readonly cause?: string;
}

/** What every rule tells of itself. */
interface RuleFacts<I extends string> {
  /** Kebab case; the file's name. */
  readonly id: I;
  /** What it asks, in one sentence. */
  readonly summary: string;
  /** What to do where it is broken, in one sentence. */
  readonly remedy: string;
  readonly effect: Effect;
  /** Where the rule comes from. */
  readonly source: string;
  /**
   * The minors of Strimzi that it holds for, such as `0.22`: the first, and the last.
   * @default - all
   */
  readonly releases?: { readonly since?: string; readonly until?: string };
  /** The rules of the operator's own that it stands for, by their ids in the catalogue. */
  readonly catalog?: readonly string[];
  /**
   * Whether it says of a value that nobody takes it as it is. Then it is no matter what else would come of it.
   * @default false
   */
  readonly judgesValues?: boolean;
}

/** An object and what it says. */
export interface JudgedObject<N extends Noun = Noun> {
  readonly noun: N;
  readonly record: Records[N];
  readonly manifest: Manifest;
  readonly site: SiteFacts;
  /**
   * What the organisation asks of it.
   * @default - nothing
   */
  readonly policies?: readonly PolicyRecord[] | undefined;
}

/** An object of some kind, whatever it says. */
export interface JudgedKind {
  readonly manifest: Manifest;
  /** Where nulls were, if whoever made the object left them out. */
  readonly dropped: readonly FieldPath[];
  readonly site: SiteFacts;
  /**
   * Whether the library chose the words of a field: a program says what is meant, and not how the API puts it.
   * @default - of none
   */
  readonly isSpelled?: ((field: FieldPath) => boolean) | undefined;
}

/** A rule that one object alone can break. */
export interface ObjectRule<N extends Noun = Noun, I extends string = string> extends RuleFacts<I> {
  /** The nouns that it is about. */
  readonly nouns: readonly N[];
  check(object: JudgedObject<N>, report: (breach: Breach) => void): void;
}

/** Every kind there is, known or not. */
export const ANY_KIND = '*';

/** A rule about a kind of object, whether or not the model has a noun for it. */
export interface KindRule<I extends string = string> extends RuleFacts<I> {
  /** API groups and kinds, such as `opentelemetry.io/OpenTelemetryCollector`, or {@link ANY_KIND}. */
  readonly kinds: readonly string[];
  check(object: JudgedKind, report: (breach: Breach) => void): void;
}

/** A rule that objects break together. */
export interface TopologyRule<I extends string = string> extends RuleFacts<I> {
  /** `report` names the object that is to be mended. */
  readonly across: (topology: Topology, report: (placed: Placed<unknown>, breach: Breach) => void) => void;
}

/** Any rule. */
export type Rule = ObjectRule | KindRule | TopologyRule;

/** Declares a rule that one object alone can break. */
export function objectRule<N extends Noun, const I extends string>(rule: ObjectRule<N, I>): ObjectRule<N, I> {
  return rule;
}

/** Declares a rule about kinds of objects. */
export function kindRule<const I extends string>(rule: KindRule<I>): KindRule<I> {
  return rule;
}

/** Declares a rule that objects break together. */
export function topologyRule<const I extends string>(rule: TopologyRule<I>): TopologyRule<I> {
  return rule;
}

/** Whether a rule holds for a release. */
export function holdsFor({ releases }: Rule, { version }: Pick<Release, 'version'>): boolean {
  return isWithin(version, releases?.since, releases?.until);
}

/** Whether a version, of whatever product, is of a minor from the first to the last. */
export function isWithin(version: string, since = '0.0', until = version): boolean {
  return compareMinors(since, version) <= 0 && compareMinors(version, until) <= 0;
}
