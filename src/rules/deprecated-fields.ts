import { map } from '../model/guarded';
import { DEPRECATIONS, type Deprecation } from './deprecations';
import { strimziKinds } from './kinds';
import { placesOf } from './places';
import { rowsOf } from './rows';
import { kindRule, type Breach } from './rule';

const deprecationsOf = rowsOf(DEPRECATIONS, ({ kinds }, kind) => kinds.includes(kind));

/** Nothing is asked for in words that are on their way out. */
export const deprecatedFields = kindRule({
  id: 'deprecated-fields',
  summary: 'Fields, kinds and types are those that the operator means to keep.',
  remedy: 'Leave out what the operator does not look at any more.',
  effect: 'warned',
  source:
    'The operator complains in the status of the object (Strimzi 0.20.0 to 1.2.0, ValidationVisitor), at 0.18.0 in its log.',
  catalog: ['G-005', 'G-006', 'G-007', 'M1-016'],
  kinds: strimziKinds(...new Set(DEPRECATIONS.flatMap(({ kinds }) => kinds))),
  check({ manifest, site, isSpelled }, report) {
    // That API began without what was on its way out.
    if (manifest.apiVersion === 'kafka.strimzi.io/v1') return;
    for (const row of deprecationsOf(manifest.kind, site.release.version)) {
      for (const place of row.at === '' ? [{ field: [], value: manifest }] : placesOf(manifest, row.at)) {
        const breach = breachOf(row, map(place.value));
        if (!breach) continue;
        const field = [...place.field, row.field];
        if (!(isWording(row) && isSpelled?.(field))) report({ ...breach, field });
      }
    }
  },
});

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
  if (unless !== undefined && Object.hasOwn(beside, unless)) return undefined;
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
