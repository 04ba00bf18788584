import { keyText } from '../dialects/common/items';
import { equal } from '../dialects/common/values';
import { fieldPath, fieldText, type FieldPath } from '../model/field';
import { isMap, valueAt } from '../model/guarded';
import type { Kept, Part, ResourceRecord, Step } from '../model/resource';
import type { ChangeEffect } from './change';
import { changed } from './effects';
import type { ChangeClass } from './change-class';

/** What comes of fields that a record does not know. */
export interface KeptRow {
  /** The field, without items of lists; what it holds is meant with it. Empty: all that no row before is about. */
  readonly at: string;
  /** The kind that the row is for; absent: any. */
  readonly kind?: string;
  /** Which changes the row is about; absent: all. */
  readonly isAbout?: (before: unknown, after: unknown) => boolean;
  readonly class: ChangeClass;
  readonly message: string;
  readonly remedy?: string;
}

/** A value that a reader kept, and where it stands. */
interface Leaf {
  readonly path: FieldPath;
  /** Absent: nothing stands there, though the record's own words would have something. */
  readonly value?: unknown;
}

/**
 * What comes of fields that two records do not know and have otherwise, and of those that one manifest lacks though its
 * record's own words have them.
 * @param manifests - those of the records, where they are of one API
 */
export function keptEffects(
  was: ResourceRecord,
  is: ResourceRecord & { readonly kind?: unknown; readonly workload?: { readonly kind: string } },
  rows: readonly KeptRow[],
  manifests?: Pair,
): readonly ChangeEffect[] {
  const own = rows.filter(({ kind }) => kind === undefined || kind === (is.workload?.kind ?? is.kind));
  const effects = leafEffects(leavesOf(was.rest), leavesOf(is.rest), own, manifests);
  return effects.length > 0 || !manifests ? effects : listEffects(was, is, own);
}

/** What comes of lists that lack items which the record's own words have, where nothing else is told. */
function listEffects(was: ResourceRecord, is: ResourceRecord, rows: readonly KeptRow[]): readonly ChangeEffect[] {
  const [before, after] = [runsOf(was.rest), runsOf(is.rest)];
  const key = [...before.keys(), ...after.keys()].find((each) => before.get(each)?.text !== after.get(each)?.text);
  const path = key === undefined ? undefined : (after.get(key) ?? before.get(key))?.path;
  return path ? [{ ...effectOf(path, rows, [undefined, undefined]), field: fieldText(path) }] : [];
}

function runsOf(kept: Kept | undefined): ReadonlyMap<string, { readonly path: FieldPath; readonly text: string }> {
  return new Map(
    (kept?.parts ?? []).flatMap((part) => {
      if ('is' in part) return [];
      const own = part.runs.filter((run) => 'items' in run);
      const path = part.at.map((step) => (typeof step === 'string' ? step : step.index));
      return own.length === 0 ? [] : [[part.at.map(stepText).join('\0'), { path, text: JSON.stringify(own) }] as const];
    }),
  );
}

/** What comes of fields that two manifests have otherwise, which no record tells of. */
export function fieldEffects(was: object, is: object, rows: readonly KeptRow[]): readonly ChangeEffect[] {
  return leafEffects(fieldsOf(was), fieldsOf(is), rows);
}

function fieldsOf(manifest: object): Leaves {
  const leaves = new Map<string, Leaf>();
  for (const [field, value] of Object.entries(manifest)) addValue(leaves, field, [field], value);
  return leaves;
}

/** Whether a reader kept something of a field, or of what it holds. */
export function isKeptAt(record: ResourceRecord, at: string): boolean {
  const field = fieldPath(at);
  return [...leavesOf(record.rest).values()].some(
    ({ path, value }) => value !== undefined && field.every((name, depth) => path[depth] === name),
  );
}

type Leaves = ReadonlyMap<string, Leaf>;
type Pair = readonly [was: unknown, is: unknown];

function leafEffects(
  before: Leaves,
  after: Leaves,
  rows: readonly KeptRow[],
  manifests?: Pair,
): readonly ChangeEffect[] {
  const effects: ChangeEffect[] = [];
  for (const [key, { path }] of [...before, ...after]) {
    const [old, now] = [before.get(key), after.get(key)];
    const [was, is] = (old ?? now)?.value === undefined ? valuesAt(path, manifests) : [old?.value, now?.value];
    // What both have is told once, with its place of today.
    if (equal(was, is) || (now !== undefined && now.path !== path)) continue;
    effects.push({ ...effectOf(path, rows, [was, is]), ...changed(fieldText(path), was, is) });
  }
  return effects;
}

/** What stands in a field on either side; nothing where items of lists are on the way, which may be others there. */
function valuesAt(path: FieldPath, manifests: Pair = [undefined, undefined]): Pair {
  if (path.some((part) => typeof part === 'number')) return [undefined, undefined];
  const [was, is] = manifests.map((manifest) => valueAt(manifest, path));
  return [was, is];
}

function effectOf(
  path: FieldPath,
  rows: readonly KeptRow[],
  [before, after]: readonly [before: unknown, after: unknown],
): Pick<ChangeEffect, 'class' | 'message' | 'remedy'> {
  const names = path.filter((part) => typeof part === 'string');
  const row = rows.find(
    ({ at, isAbout }) =>
      fieldPath(at).every((name, depth) => names[depth] === name) && (isAbout?.(before, after) ?? true),
  );
  if (!row) throw new Error(`no row is about ${fieldText(path)}`);
  const { class: changeClass, message, remedy } = row;
  return { class: changeClass, message, ...(remedy !== undefined && { remedy }) };
}

/** What a reader kept, by its place: that of an item by what it is known by, wherever it stands in its list. */
function leavesOf(kept: Kept | undefined): ReadonlyMap<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  for (const part of kept?.parts ?? []) addPart(leaves, part);
  return leaves;
}

function addPart(leaves: Map<string, Leaf>, part: Part): void {
  const key = part.at.map(stepText).join('\0');
  const path = part.at.map((step) => (typeof step === 'string' ? step : step.index));
  if ('is' in part) {
    for (const [field, value] of Object.entries(part.is)) addValue(leaves, `${key}\0${field}`, [...path, field], value);
    for (const field of Object.keys(part.was)) {
      if (!Object.hasOwn(part.is, field)) leaves.set(`${key}\0${field}`, { path: [...path, field] });
    }
    return;
  }
  const items = part.runs.flatMap((run) => ('items' in run ? run.items : []));
  if (items.length > 0) leaves.set(key, { path, value: items });
}

/** Maps are told by their fields. */
function addValue(leaves: Map<string, Leaf>, key: string, path: FieldPath, value: unknown): void {
  if (!isMap(value) || Object.keys(value).length === 0) {
    leaves.set(key, { path, value });
    return;
  }
  for (const [field, each] of Object.entries(value)) addValue(leaves, `${key}\0${field}`, [...path, field], each);
}

function stepText(step: Step): string {
  return typeof step === 'string' ? step : keyText(step);
}
