import { map, valueAt } from '../model/guarded';
import { strimziKinds } from './kinds';
import { placesOf } from './places';
import { ODDS } from './odds';
import { rowsOf } from './rows';
import { kindRule } from './rule';

const oddsOf = rowsOf(ODDS, (row, kind) => row.kind === kind);

/** Fields that do not go together. */
export const fieldsAtOdds = kindRule({
  id: 'fields-at-odds',
  summary: 'Fields that leave no use for each other do not stand together.',
  remedy: 'Leave the field out, or what leaves no use for it.',
  effect: 'ignored',
  source:
    'The operator refuses the object, or passes over one of the fields (Strimzi 0.45.2, 1.2.0, KafkaRebalanceAssemblyOperator, QuotasPluginModel, SimpleAclRule, KafkaMirrorMaker2Connectors).',
  catalog: [
    'R-008',
    'R-009',
    'R-010',
    'R-011',
    'K-062',
    'K-063',
    'K-085',
    'U-010',
    'U-014',
    'M2-039',
    'M2-040',
    'C-006',
    'T-013',
    'U-031',
    'G-008',
    'K-082',
    'K-090',
    'T-022',
    'T-035',
    'T-024',
  ],
  kinds: strimziKinds(...new Set(ODDS.map(({ kind }) => kind))),
  check({ manifest, site }, report) {
    const spec = map(manifest['spec']);
    for (const { at, field, beside, where, effect, why } of oddsOf(manifest.kind, site.release.version)) {
      for (const place of placesOf(manifest, at)) {
        const fields = map(place.value);
        if (isAbsent(fields[field]) || (beside && isAbsent(valueAt(fields, beside))) || where?.(fields, spec) === false)
          continue;
        const given = fields[field];
        report({ effect, field: [...place.field, field], ...(typeof given !== 'object' && { given }), message: why });
      }
    }
  },
});

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}
