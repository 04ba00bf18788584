import type { FieldPath } from '../model/field';
import { map } from '../model/guarded';
import { strimziKinds } from './kinds';
import { placesOf } from './places';
import { rowsOf, type Row } from './rows';
import { kindRule, type Breach } from './rule';

/** Settings of a mirror's connectors that something else decides. */
interface Decided extends Row {
  readonly settings: RegExp;
  /** Fields of the mirror, or of the whole spec, that decide it where one of them is there; absent: the operator always does. */
  readonly by?: { readonly of: 'mirror' | 'spec'; readonly fields: readonly string[] };
}

const DECIDED: readonly Decided[] = [
  { settings: /^topics$/, by: { of: 'mirror', fields: ['topicsPattern'] } },
  {
    settings: /^topics\.(exclude|blacklist)$/,
    by: { of: 'mirror', fields: ['topicsExcludePattern', 'topicsBlacklistPattern'] },
  },
  { settings: /^groups$/, by: { of: 'mirror', fields: ['groupsPattern'] } },
  {
    settings: /^groups\.(exclude|blacklist)$/,
    by: { of: 'mirror', fields: ['groupsExcludePattern', 'groupsBlacklistPattern'] },
  },
  { settings: /^(consumer|producer)\.interceptor\.classes$/, by: { of: 'spec', fields: ['tracing'] }, since: '0.19' },
  { settings: /^consumer\.client\.rack$/, by: { of: 'spec', fields: ['rack'] }, since: '0.30' },
  { settings: /^connector\.class$/, until: '0.28' },
  { settings: /^(source|target)\.cluster\.(alias|bootstrap\.servers|security\.protocol)$/, until: '0.48' },
];
const decidedOf = rowsOf(DECIDED, () => true);

/** Settings of a connector that are put over what the mirror says of its clusters, and the field that says the same. */
interface Rival extends Row {
  readonly setting: string;
  readonly end: 'source' | 'target';
  readonly field: string;
}

const RIVALS: readonly Rival[] = (['source', 'target'] as const).flatMap((end) => [
  { setting: `${end}.cluster.alias`, end, field: 'alias', since: '0.49' },
  { setting: `${end}.cluster.bootstrap.servers`, end, field: 'bootstrapServers', since: '0.49' },
]);
const rivalsOf = rowsOf(RIVALS, () => true);

const CONNECTORS = ['sourceConnector', 'checkpointConnector', 'heartbeatConnector'];

/** A connector of a mirror is told nothing that something else decides. */
export const mirrorSettings = kindRule({
  id: 'mirror-settings',
  summary: 'Connectors of a mirror are not given settings that fields of the mirror decide.',
  remedy: 'Leave the setting out, or the field.',
  effect: 'overridden',
  source:
    'The operator puts its own value in the place of the setting (Strimzi 0.18.0 to 1.2.0, KafkaMirrorMaker2Connectors, KafkaMirrorMaker2AssemblyOperator); what connectors say of clusters it puts over what it has itself from 0.49.0 on.',
  catalog: ['M2-033', 'M2-036', 'M2-037', 'M2-038', 'M2-045', 'M2-071'],
  kinds: strimziKinds('KafkaMirrorMaker2'),
  check({ manifest, site }, report) {
    const spec = map(manifest['spec']);
    const rows = decidedOf(manifest.kind, site.release.version);
    const rivals = rivalsOf(manifest.kind, site.release.version);
    for (const { field, value } of placesOf(manifest, 'spec.mirrors.*')) {
      for (const [name, given, at] of settingsIn(value, field)) {
        const row = rows.find(({ settings }) => settings.test(name));
        const parts = { spec, mirror: map(value) };
        const rival = rivals.find(({ setting }) => setting === name);
        const breach = rival && rivalBreach(rival, given, parts);
        if (breach) report({ field: at, given, ...breach });
        const decider = row && deciderOf(row, parts);
        if (decider === undefined) continue;
        const decided = parts.mirror[decider];
        report({
          field: at,
          given,
          ...(typeof decided === 'string' && { allowed: `${JSON.stringify(decided)}, as ${decider} says` }),
          message: `${decider} decides it: nothing comes of ${name}.`,
        });
      }
    }
  },
});

type Parts = Readonly<Record<'spec' | 'mirror', Readonly<Record<string, unknown>>>>;

/** What a connector is told of a cluster that the mirror says otherwise. */
function rivalBreach({ setting, end, field }: Rival, given: unknown, { spec, mirror }: Parts): Breach | undefined {
  const alias = mirror[`${end}Cluster`];
  const listed = placesOf(spec, 'clusters.*').find(({ value }) => map(value)['alias'] === alias)?.value;
  const said = map(listed ?? (end === 'source' ? mirror['source'] : spec['target']))[field];
  if (said === undefined || said === given) return undefined;
  return {
    effect: 'unlooked',
    allowed: `${JSON.stringify(said)}, as ${field} of the ${end} says`,
    message: `The connector takes ${setting}, and is of another cluster than the ${end} of the mirror.`,
  };
}

function settingsIn(mirror: unknown, at: FieldPath): (readonly [name: string, given: unknown, at: FieldPath])[] {
  return CONNECTORS.flatMap((connector) => placesOf(mirror, `${connector}.config`, at)).flatMap(({ field, value }) =>
    Object.entries(map(value)).map(([name, given]) => [name, given, [...field, name]] as const),
  );
}

/** Who decides a setting; absent: nobody else does. */
function deciderOf({ by }: Decided, parts: Parts): string | undefined {
  if (!by) return 'The operator';
  return by.fields.find((field) => (parts[by.of][field] ?? undefined) !== undefined);
}
