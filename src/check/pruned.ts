import type { Manifest } from '../dialects/common/codec';
import { copied } from '../dialects/common/values';
import { isMap } from '../model/guarded';
import { fieldText, type FieldPath } from '../model/field';
import type { Refusal } from './refusals';

/** A manifest without what its reader refuses. */
export interface Pruned {
  readonly manifest: Manifest;
  /** What was taken out, and why. */
  readonly refused: readonly Refusal[];
  /** What the reader asks for and nobody said, and rules on fields together that the manifest breaks. */
  readonly missing: readonly Refusal[];
}

/** What is refused of a manifest. */
export type Judge = (manifest: Manifest) => readonly Refusal[];

/**
 * Takes out of a manifest what is refused, until nothing more is. Where a field goes that the fields beside it need, the
 * list item or the optional part that they are in goes with it. What is missing from the beginning stays missing, and what
 * breaks a rule on fields together from the beginning stays as it is: which of them is to change, nobody but its author knows.
 */
export function pruned(written: Manifest, judge: Judge): Pruned {
  const first = judge(written);
  if (first.length === 0) return { manifest: written, refused: [], missing: [] };
  const pruning = new Pruning(copied(written), judge);
  for (let faults = first; pruning.round(faults); faults = judge(pruning.manifest)) if (faults.length === 0) break;
  return pruning;
}

class Pruning implements Pruned {
  readonly refused: Refusal[] = [];
  /** What is missing by the part that lacks it, for the numbers of list items change. */
  private readonly gaps = new Map<unknown, Map<string, Refusal>>();
  /** Whether a part is one that its parent needs, by its path without the numbers of list items. */
  private readonly needed = new Map<string, boolean>();
  private isFirst = true;

  constructor(
    readonly manifest: Manifest,
    private readonly judge: Judge,
  ) {}

  /** What is still missing: where a part went, so did what it lacked. */
  get missing(): readonly Refusal[] {
    const parts = partsOf(this.manifest);
    return [...this.gaps].flatMap(([part, gaps]) => (parts.has(part) ? [...gaps.values()] : []));
  }

  /** Takes out what is refused now; whether there was anything to take out. */
  round(faults: readonly Refusal[]): boolean {
    const goes = new Map<string, FieldPath>();
    for (const fault of this.dueOf(faults)) {
      const victim = this.victimOf(fault);
      if (victim && partAt(this.manifest, victim) !== undefined) {
        goes.set(fieldText(victim), victim);
        if (fault.code !== 'required') this.refused.push({ ...fault, path: victim, cause: fault.path });
      } else this.noteGap(fault);
    }
    this.isFirst = false;
    for (const path of goes.values()) remove(this.manifest, path);
    const parents = [...goes.values()].map((path) => partAt(this.manifest, path.slice(0, -1)));
    for (const parent of new Set(parents)) if (Array.isArray(parent)) close(parent);
    return goes.size > 0;
  }

  private noteGap(fault: Refusal): void {
    const part = this.lackingPart(fault);
    const known = this.gaps.get(part) ?? new Map<string, Refusal>();
    this.gaps.set(part, known.set(nameOf(fault), fault));
  }

  private isGap(fault: Refusal): boolean {
    return this.gaps.get(this.lackingPart(fault))?.has(nameOf(fault)) ?? false;
  }

  /** The part that lacks a field, or breaks a rule. */
  private lackingPart({ code, path }: Refusal): unknown {
    return partAt(this.manifest, code === 'required' ? path.slice(0, -1) : path);
  }

  /** Faults to see to now. Where a field goes, that may be why another one beside it is missing: the next round tells. */
  private dueOf(faults: readonly Refusal[]): readonly Refusal[] {
    const parentOf = ({ path }: Refusal): string => fieldText(path.slice(0, -1));
    const broken = new Set(this.isFirst ? faults.filter(isOfOneField).map(parentOf) : []);
    return faults.filter((fault) => !this.isGap(fault) && (fault.code !== 'required' || !broken.has(parentOf(fault))));
  }

  /** What goes because of a fault; undefined: nothing can. */
  private victimOf({ code, path }: Refusal): FieldPath | undefined {
    if (path.length === 0) return undefined;
    if (code === 'required') return this.isFirst ? undefined : this.optionalAbove(path.slice(0, -1));
    if (code === 'rule') return this.isFirst ? undefined : this.optionalAbove(path);
    if (code === 'min-items' && this.isNeeded(path)) return undefined;
    // What comes from a source goes with it, and fields beside a `type` belong to that type.
    const source = path.indexOf('valueFrom');
    if (source > 2) return path.slice(0, source);
    if (code === 'enum' && path.at(-1) === 'type' && path.length > 2) return path.slice(0, -1);
    return path;
  }

  /** The part itself, or the nearest part around it that is a list item or that its parent can do without. */
  private optionalAbove(path: FieldPath): FieldPath | undefined {
    let part = path;
    while (part.length > 1 && typeof part.at(-1) === 'string' && this.isNeeded(part)) part = part.slice(0, -1);
    return part.length > 1 ? part : undefined;
  }

  private isNeeded(path: FieldPath): boolean {
    const shape = fieldText(path.map((step) => (typeof step === 'number' ? 0 : step)));
    const known = this.needed.get(shape);
    if (known !== undefined) return known;
    const probe = copied(this.manifest);
    remove(probe, path);
    const text = fieldText(path);
    const needed = this.judge(probe).some((fault) => fault.code === 'required' && fieldText(fault.path) === text);
    this.needed.set(shape, needed);
    return needed;
  }
}

/** What tells the gaps of a part apart. */
function nameOf({ code, path, allowed }: Refusal): string {
  return code === 'required' ? String(path.at(-1)) : `${code} ${allowed}`;
}

/** All maps and lists of a value. */
function partsOf(value: unknown, found = new Set<unknown>()): ReadonlySet<unknown> {
  if (typeof value !== 'object' || value === null) return found;
  found.add(value);
  for (const part of Object.values(value)) partsOf(part, found);
  return found;
}

function isOfOneField({ code }: Refusal): boolean {
  return code !== 'required' && code !== 'rule';
}

/** Takes a part out; an item leaves a hole, so that the numbers of the others stay. */
function remove(manifest: Manifest, path: FieldPath): void {
  const parent = partAt(manifest, path.slice(0, -1));
  const last = path.at(-1);
  if (Array.isArray(parent) && typeof last === 'number') parent[last] = undefined;
  else if (isMap(parent) && typeof last === 'string') Reflect.deleteProperty(parent, last);
}

/** Closes the holes that items left. */
function close(list: unknown[]): void {
  const left = list.filter((item) => item !== undefined);
  list.length = 0;
  for (const item of left) list.push(item);
}

/** What stands at a place of a manifest. */
export function partAt(manifest: Manifest, path: FieldPath): unknown {
  let value: unknown = manifest;
  for (const step of path) {
    const isThere = typeof value === 'object' && value !== null && Object.hasOwn(value, step);
    value = isThere ? (value as Record<string | number, unknown>)[step] : undefined;
  }
  return value;
}
