import type { Manifest } from '../dialects/common/codec';
import { fieldText, type FieldPath } from '../model/field';
import { checkManifest, type SchemaFault } from '../schema';
import { isSlip } from '../text/nearest';

/** An object as it was meant. */
export interface Meant {
  /** The object, what has a slip in its name under the name that it was meant for. */
  readonly manifest: Manifest;
  /** The fields whose names are slips. */
  readonly slips: readonly SchemaFault[];
  /** What is wrong besides. */
  readonly faults: readonly SchemaFault[];
}

/**
 * Looks for slips in names of fields. What lacks a field because its name is misspelt lacks it to whoever looks at it: a
 * slip that is told once is one cause, and what it holds is judged as well.
 */
export function meantBy(manifest: Manifest, version: string | undefined): Meant {
  const faults = checkManifest(manifest, version) ?? NO_FAULTS;
  const slips = faults.length === 0 ? NO_FAULTS : slipsOf(manifest, faults);
  if (slips.length === 0) return { manifest, slips, faults };
  const meant = meantBy(withoutSlips(manifest, slips) as Manifest, version);
  const unfit = new Set(meant.faults.flatMap(({ code, path }) => (code === 'type' ? [fieldText(path)] : [])));
  // What does not fit where it was meant to go was meant for something else.
  if (slips.some((slip) => unfit.has(fieldText(placeMeant(slip))))) return { manifest, slips: [], faults };
  return { ...meant, slips: [...slips, ...meant.slips] };
}

const NO_FAULTS: readonly SchemaFault[] = [];

/** The known name that is nearest to that of an unknown field. */
export function nearestName({ allowed }: Pick<SchemaFault, 'allowed'>): string | undefined {
  return /^did you mean ([\w-]+)/.exec(allowed)?.[1];
}

/** Fields that the server would drop, each beside a place that its name is hardly different from, and that is free. */
function slipsOf(manifest: Manifest, faults: readonly SchemaFault[]): readonly SchemaFault[] {
  const taken = new Set<string>();
  return faults.filter((fault) => {
    const { path, code, kept = false, since, until } = fault;
    if (code !== 'unknown-field' || kept || since !== undefined || until !== undefined) return false;
    const [name, meant] = [String(path.at(-1)), nearestName(fault)];
    const place = fieldText(placeMeant(fault));
    if (meant === undefined || !isSlip(name, meant) || taken.has(place) || isThere(manifest, placeMeant(fault)))
      return false;
    taken.add(place);
    return true;
  });
}

function nameMeant(fault: SchemaFault): string {
  return nearestName(fault) ?? '';
}

/** Where a field with a slip in its name was meant to stand. */
export function placeMeant(fault: SchemaFault): FieldPath {
  return [...fault.path.slice(0, -1), nameMeant(fault)];
}

function isThere(value: unknown, path: FieldPath): boolean {
  let reached = value;
  for (const step of path) reached = (reached as Readonly<Record<string, unknown>> | undefined)?.[step];
  return reached !== undefined;
}

/** What is to be called by another name: the field itself, or fields below it. */
interface Renaming {
  name?: string;
  readonly below: Map<string | number, Renaming>;
}

/** A value without slips: what has one stands under the name that it was meant for, at the place of the old one. */
function withoutSlips(value: unknown, slips: readonly SchemaFault[]): unknown {
  const root: Renaming = { below: new Map() };
  for (const slip of slips) {
    let at = root;
    for (const step of slip.path) {
      const next = at.below.get(step) ?? { below: new Map() };
      at.below.set(step, next);
      at = next;
    }
    at.name = nameMeant(slip);
  }
  return renamed(value, root);
}

function renamed(value: unknown, { below }: Renaming): unknown {
  if (below.size === 0) return value;
  const partOf = (step: string | number, part: unknown): unknown => {
    const renaming = below.get(step);
    return renaming ? renamed(part, renaming) : part;
  };
  if (Array.isArray(value)) return value.map((item: unknown, at) => partOf(at, item));
  const fields = Object.entries(value as Readonly<Record<string, unknown>>);
  return Object.fromEntries(fields.map(([key, part]) => [below.get(key)?.name ?? key, partOf(key, part)]));
}
