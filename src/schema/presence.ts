import { kindAt, servedBy } from './kinds';
import { ordinal, within } from './releases';
import type { Presence, RawSchema } from './store';

/**
 * Which releases have a field: the first minor and the last one, each absent where it is the first or the last release
 * that is known. Undefined where no release has the field or its kind. Items of lists are numbers, as in a fault's path;
 * any number will do.
 */
export function fieldSince(apiVersion: string, kind: string, path: readonly (string | number)[]): Presence | undefined {
  const served = servedBy(apiVersion, kind);
  const found = kindAt({ apiVersion, kind }, undefined);
  if (!served || !found || found === 'not-served') return undefined;
  const { operator: _, ...whole } = served;
  let presence: Presence = whole;
  let schema = found.raw;
  for (const step of path) {
    const target = schema.$ref === undefined ? schema : (found.file.get(schema.$ref) ?? {});
    const part = typeof step === 'number' ? target.items : fieldOf(target, step);
    if (!part) return isOpen(target) ? presence : undefined;
    presence = within(presence, part);
    schema = part;
  }
  return isEver(presence) ? presence : undefined;
}

/** Whether there is a release between the first and the last. */
function isEver({ since, until }: Presence): boolean {
  return since === undefined || until === undefined || ordinal(since) <= ordinal(until);
}

/** Which releases take a value of an enumeration, as the schemas of a line of releases say; undefined where none does. */
export function valuePresence(line: RawSchema, value: unknown, releases: readonly string[]): Presence | undefined {
  const forms = [...(line.was ?? []).map((form) => ({ ...line, ...form })), { ...line, until: undefined }];
  const takes = forms.map((form) => form.enum?.includes(value) === true);
  const first = takes.indexOf(true);
  if (first < 0) return undefined;
  const since = first === 0 ? undefined : minorAfter(forms[first - 1]?.until ?? '', releases);
  const until = forms[takes.lastIndexOf(true)]?.until;
  return { ...(since !== undefined && { since }), ...(until !== undefined && { until }) };
}

function minorAfter(minor: string, releases: readonly string[]): string | undefined {
  const next = releases.find((each) => ordinal(each) > ordinal(minor));
  return next?.split('.').slice(0, 2).join('.');
}

function fieldOf({ properties, additionalProperties }: RawSchema, name: string): RawSchema | undefined {
  if (properties && Object.hasOwn(properties, name)) return properties[name];
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}

/** Whether any release keeps what it has no schema for. */
function isOpen(schema: RawSchema): boolean {
  const forms: Readonly<Record<string, unknown>>[] = [{ ...schema }, ...(schema.was ?? [])];
  return (
    schema.type === undefined ||
    forms.some((form) => form['x-kubernetes-preserve-unknown-fields'] === true || form['additionalProperties'] === true)
  );
}
