import { fieldText, type FieldPath } from '../model/field';
import { map, text } from '../model/guarded';
import { strimziKinds } from './kinds';
import { placesOf, type Place } from './places';
import { kindRule, type Breach, type JudgedKind } from './rule';

/** The clusters that a mirror names are those that it lists, once each. */
export const mirrorClusters = kindRule({
  id: 'mirror-clusters',
  summary: 'A MirrorMaker 2 names clusters that it lists, each under an alias of its own, and each pair once.',
  remedy: 'Correct the alias, or list the cluster.',
  effect: 'refused',
  source:
    'The operator refuses unknown aliases and takes no alias twice (Strimzi 0.18.0, 0.45.2, KafkaMirrorMaker2Cluster); connectors of one pair have one name (Strimzi 0.18.0 to 1.2.0).',
  catalog: ['M2-002', 'M2-003', 'M2-004', 'M2-007', 'M2-008', 'M2-009', 'M2-010', 'M2-011', 'M2-012', 'M2-013'],
  kinds: strimziKinds('KafkaMirrorMaker2'),
  check({ manifest }, report) {
    for (const breach of [...unlisted(manifest), ...twice(manifest), ...elsewhere(manifest), ...pairs(manifest)]) {
      report(breach);
    }
  },
});

type Manifest = JudgedKind['manifest'];

/**
 * Aliases that no cluster of the list has, each at the first place that names it; a mirror without a list has its clusters in
 * place. An empty list, and a cluster without an alias, are told by themselves.
 */
function unlisted(manifest: Manifest): Breach[] {
  const clusters = placesOf(manifest, 'spec.clusters.*').map(({ value }) => text(map(value)['alias']));
  if (clusters.length === 0 || clusters.includes(undefined)) return [];
  const paths = ['spec.connectCluster', 'spec.mirrors.*.sourceCluster', 'spec.mirrors.*.targetCluster'];
  const named = new Map<string, FieldPath[]>();
  for (const { field, value: given } of paths.flatMap((path) => placesOf(manifest, path))) {
    if (typeof given === 'string' && !clusters.includes(given)) named.set(given, [...(named.get(given) ?? []), field]);
  }
  return [...named].flatMap(([given, [field, ...others]]): Breach[] => {
    const also =
      others.length === 0 ? '' : `, as ${others.map(fieldText).join(', ')} ${others.length === 1 ? 'says' : 'say'} too`;
    return field
      ? [
          {
            field,
            given,
            allowed: clusters.sort().join(', '),
            message: `No cluster of the mirror is called "${given}"${also}.`,
          },
        ]
      : [];
  });
}

function twice(manifest: Manifest): Breach[] {
  return repeated(placesOf(manifest, 'spec.clusters.*.alias'), ({ value }) => text(value)).map(({ field, value }) => ({
    field,
    effect: 'fails',
    given: value,
    allowed: 'an alias that no other cluster has',
    message: `Another cluster is called "${String(value)}".`,
  }));
}

/** Connectors run on workers that write to one cluster. */
function elsewhere(manifest: Manifest): Breach[] {
  const [connect] = placesOf(manifest, 'spec.connectCluster');
  if (!connect) return [];
  const clusters = placesOf(manifest, 'spec.clusters.*').map(({ value }) => map(value));
  const serversOf = (alias: unknown): unknown =>
    clusters.find((cluster) => cluster['alias'] === alias)?.['bootstrapServers'];
  return placesOf(manifest, 'spec.mirrors.*.targetCluster').flatMap(({ field, value: given }): Breach[] => {
    const [ours, theirs] = [serversOf(connect.value), serversOf(given)];
    if (ours === undefined || theirs === undefined || ours === theirs) return [];
    const message = `The workers connect to "${String(connect.value)}", and cannot write to "${String(given)}".`;
    return [{ field, given, allowed: String(connect.value), message, remedy: 'Make connectCluster the target.' }];
  });
}

/** Two mirrors of one pair have connectors of one name; a source that is told of in place is known by its alias. */
function pairs(manifest: Manifest): Breach[] {
  const aliases = (mirror: Place): string | undefined => {
    const { sourceCluster, targetCluster, source } = map(mirror.value);
    const from = text(sourceCluster) ?? text(map(source)['alias']);
    return from === undefined ? undefined : `${from}->${text(targetCluster) ?? ''}`;
  };
  return repeated(placesOf(manifest, 'spec.mirrors.*'), aliases).map(({ field }) => ({
    field,
    effect: 'fails',
    allowed: 'one mirror of each pair',
    message: 'Another mirror has this source and target: its connectors have the same names.',
    remedy: 'Make one mirror of the two, or give the source another alias.',
  }));
}

function repeated(places: readonly Place[], nameOf: (place: Place) => string | undefined): Place[] {
  const seen = new Set<string>();
  return places.filter((place) => {
    const name = nameOf(place);
    if (name === undefined) return false;
    const isKnown = seen.has(name);
    seen.add(name);
    return isKnown;
  });
}
