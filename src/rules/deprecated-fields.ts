import { fieldText, type FieldPath } from '../model/field';
import { map } from '../model/guarded';
import { DEPRECATIONS, type Deprecation } from './deprecations';
import { strimziKinds } from './kinds';
import { placesOf, valueAtPath } from './places';
import { rowsOf } from './rows';
import { kindRule, type Breach, type JudgedKind } from './rule';

const deprecationsOf = rowsOf(DEPRECATIONS, ({ kinds }, kind) => kinds.includes(kind));

/** Nothing is asked for in words that are on their way out. */
export const deprecatedFields = kindRule({
  id: 'deprecated-fields',
  summary: 'Fields, kinds and types are those that the operator means to keep.',
  remedy: 'Leave out what the operator does not look at any more.',
  effect: 'warned',
  source:
    'The operator complains in the status of the object (Strimzi 0.20.0 to 1.2.0, ValidationVisitor), at 0.18.0 in its log.',
  catalog: ['G-005', 'G-006', 'G-007', 'M1-016', 'K-087', 'CC-015', 'K-100'],
  kinds: strimziKinds(...new Set(DEPRECATIONS.flatMap(({ kinds }) => kinds))),
  check({ manifest, site, isSpelled }, report) {
    // That API began without what was on its way out.
    if (manifest.apiVersion === 'kafka.strimzi.io/v1') return;
    const told = deprecationsOf(manifest.kind, site.release.version).map((row) => toldOf(row, manifest, isSpelled));
    const wholes = told.flat().filter(({ row: { isWhole, instead } }) => isWhole ?? instead === undefined);
    for (const [first, ...others] of told.map((each) => each.filter((found) => !wholes.some(goesWith(found))))) {
      if (first) report(together(first, others));
    }
  },
});

/** A deprecated field of an object. */
interface Found {
  readonly row: Deprecation;
  /** Where it belongs. */
  readonly place: FieldPath;
  readonly field: FieldPath;
  readonly breach: Breach;
}

function toldOf(row: Deprecation, manifest: JudgedKind['manifest'], isSpelled: JudgedKind['isSpelled']): Found[] {
  const places = row.at === '' ? [{ field: [], value: manifest }] : placesOf(manifest, row.at);
  return places.flatMap((found) => {
    const breach = breachOf(row, map(found.value));
    if (!breach) return [];
    const place = found.field;
    const field = [...place, row.field];
    return isWording(row) && isSpelled?.(field) ? [] : [{ row, place, field, breach }];
  });
}

/** Whether a field is of one that goes as a whole; with its kind, all of an object does. */
function goesWith(found: Found): (whole: Found) => boolean {
  return ({ place, field }) => {
    const whole = place.length === 0 && field[0] === 'kind' ? place : field;
    return field !== found.field && whole.every((step, at) => step === found.field[at]);
  };
}

/** One cause, however often it is there. */
function together({ field, breach }: Found, others: readonly Found[]): Breach {
  if (others.length === 0) return { ...breach, field };
  const also = others.slice(0, NAMED).map((other) => fieldText(other.field));
  const more = others.length > NAMED ? [`${others.length - NAMED} more`] : [];
  return {
    ...breach,
    field,
    message: `${breach.message.replace(/\.$/, '')}; so it does at ${[...also, ...more].join(', ')}.`,
  };
}

/** How many other places are named. */
const NAMED = 3;

/** Whether there are other words for the same: which ones a release is told is the library's own choice. */
function isWording({ value, instead }: Deprecation): boolean {
  return value === undefined && instead !== undefined;
}

function breachOf(
  { field, value, unless, instead }: Deprecation,
  beside: Readonly<Record<string, unknown>>,
): Breach | undefined {
  const given = Object.hasOwn(beside, field) ? beside[field] : undefined;
  if (given === undefined || given === null || (value !== undefined && given !== value)) return undefined;
  if (unless !== undefined && valueAtPath(beside, unless) !== undefined) return undefined;
  const told = typeof given === 'object' ? {} : { given };
  if (instead === undefined) {
    return { ...told, effect: 'ignored', message: `The operator does not look at ${field} any more.` };
  }
  return {
    ...told,
    allowed: instead,
    message: `The operator takes ${value === undefined ? field : `${field}: ${value}`} for now, and means to drop it.`,
    remedy: `Use ${instead}.`,
  };
}
