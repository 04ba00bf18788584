import { map } from '../model/guarded';
import { strimziKinds } from './kinds';
import { fieldsAt, placesOf, type Place } from './places';
import { kindRule, type JudgedKind } from './rule';
import { workersPlace } from './worker-names';

/** Settings of a cluster that the operator makes of its fields, those beside which it does. */
const MADE: readonly { readonly settings: RegExp; readonly by: readonly string[] }[] = [
  { settings: /^(alias|bootstrap\.servers)$/, by: ['bootstrapServers'] },
  { settings: /^sasl\.(mechanism|jaas\.config)$/, by: ['authentication'] },
  { settings: /^ssl\.keystore\./, by: ['authentication'] },
  { settings: /^ssl\.truststore\./, by: ['tls'] },
  { settings: /^security\.protocol$/, by: ['authentication', 'tls'] },
];

/** Settings of a source do not take the place of what its fields say. */
export const mirrorClusterConfig = kindRule({
  id: 'mirror-cluster-config',
  summary: 'The settings of a cluster of a mirror say nothing else than its address, tls and authentication do.',
  remedy: 'Leave the setting out, or the field.',
  effect: 'overridden',
  source:
    'The operator hands settings of sources to the connectors unfiltered, and they win over what it makes of the fields (Strimzi 0.18.0 to 1.2.0, addClusterToMirrorMaker2ConnectorConfig).',
  catalog: ['M2-031'],
  kinds: strimziKinds('KafkaMirrorMaker2'),
  check({ manifest }, report) {
    for (const { field: at, value } of sourcesOf(manifest)) {
      const cluster = map(value);
      for (const place of fieldsAt(value, 'config')) {
        const { name, value: given } = place;
        const by = MADE.find(({ settings }) => settings.test(name))?.by.find(
          (each) => (cluster[each] ?? undefined) !== undefined,
        );
        if (by === undefined) continue;
        report({
          field: [...at, ...place.field],
          given,
          message: `The connectors take ${name} in the place of what ${by} of the cluster says.`,
        });
      }
    }
  },
});

/** The clusters that workers do not run at: settings of theirs are filtered. */
function sourcesOf(manifest: JudgedKind['manifest']): readonly Place[] {
  const workers = workersPlace(manifest)?.value;
  return ['spec.mirrors.*.source', 'spec.clusters.*']
    .flatMap((path) => placesOf(manifest, path))
    .filter(({ value }) => value !== workers);
}
