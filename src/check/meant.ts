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
  const slips = slipsOf(manifest, faults);
  if (slips.length === 0) return { manifest, slips, faults };
  const renamed = slips.reduce<unknown>(
    (value, slip) => withName(value, slip.path, nameMeant(slip)),
    manifest,
  ) as Manifest;
  const meant = meantBy(renamed, version);
  // What does not fit where it was meant to go was meant for something else.
  if (slips.some((slip) => isRefused(slip, meant.faults))) return { manifest, slips: [], faults };
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

function isRefused(slip: SchemaFault, faults: readonly SchemaFault[]): boolean {
  const place = fieldText(placeMeant(slip));
  return faults.some(({ code, path }) => code === 'type' && fieldText(path) === place);
}

/** A value whose field has another name, at the place of the old one. */
function withName(value: unknown, [step, ...rest]: FieldPath, name: string): unknown {
  if (Array.isArray(value)) {
    return value.map((item: unknown, at) => (at === step ? withName(item, rest, name) : item));
  }
  const fields = Object.entries(value as Readonly<Record<string, unknown>>).map(([key, part]): [string, unknown] => {
    if (key !== step) return [key, part];
    return rest.length === 0 ? [name, part] : [key, withName(part, rest, name)];
  });
  return Object.fromEntries(fields);
}
