import type { Change, ChangeEffect, Diff, ObjectName } from '../../reports/change';
import { worstOf, type ChangeClass } from '../../reports/change-class';

/** What a comparison has to say. */
export interface DiffReport extends Diff {
  /** What could not be read, or is malformed: what changed about it is not known. */
  readonly problems: readonly { readonly path: string; readonly message: string }[];
  /** What else the reader should know, such as files that were left out. */
  readonly notes: readonly string[];
  readonly summary: DiffSummary;
}

/** A comparison in figures. */
export interface DiffSummary {
  /** Absent: nothing differs. */
  readonly worst?: ChangeClass;
  /** Objects by the class of what weighs most of them; classes without any are left out. */
  readonly objects: Readonly<Partial<Record<ChangeClass, number>>>;
  /** What comes of changes, by class; classes without any are left out. */
  readonly effects: Readonly<Partial<Record<ChangeClass, number>>>;
}

/** A comparison in figures. */
export function summaryOf({ changes }: Pick<Diff, 'changes'>): DiffSummary {
  const worst = worstOf(changes.map((change) => change.class));
  return {
    ...(worst !== undefined && { worst }),
    objects: countsOf(changes),
    effects: countsOf(changes.flatMap(({ effects }) => effects)),
  };
}

function countsOf(classed: readonly { readonly class: ChangeClass }[]): Partial<Record<ChangeClass, number>> {
  const counts: Partial<Record<ChangeClass, number>> = {};
  for (const each of classed) counts[each.class] = (counts[each.class] ?? 0) + 1;
  return counts;
}

/** A class in words. */
export function classText(changeClass: ChangeClass): string {
  return changeClass.replaceAll('-', ' ');
}

/** An object's name in words: `KafkaTopic shop/orders`. */
export function nameText({ kind, namespace, name }: ObjectName): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

/** What a field was and is, in words; absent: the values are not told. */
export function valuesText({ before, after }: ChangeEffect): string | undefined {
  if (before === undefined && after === undefined) return undefined;
  return `${valueText(before)} → ${valueText(after)}`;
}

function valueText(value: unknown): string {
  return value === undefined ? 'nothing' : typeof value === 'string' ? value : JSON.stringify(value);
}

/** What an object seems to have become, in words. */
export function becomesText({ becomes }: Change): string | undefined {
  if (!becomes) return undefined;
  const { name, namespace } = becomes;
  const other = namespace === undefined ? name : `${namespace}/${name}`;
  return `${other} says the same: to operators it is another object, which takes nothing over.`;
}

/** How many objects without effect there are, by kind. */
export function unaffectedOf(changes: readonly Change[]): ReadonlyMap<string, number> {
  const kinds = new Map<string, number>();
  for (const change of changes) {
    if (change.class === 'no-effect') kinds.set(change.kind, (kinds.get(change.kind) ?? 0) + 1);
  }
  return kinds;
}
