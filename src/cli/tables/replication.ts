import type { Replication, ReplicatedTopic, ReplicationWay } from '../../reports/replicated';
import type { Table, Tables } from './inventory';

/** What a replication topology does, as tables: the topics of each cluster, what copies them, and what to look at. */
export function replicationTables({ clusters, ways, notes }: Replication): readonly Tables[] {
  const ofClusters = clusters.map(({ name, topics }) => ({ place: name, tables: filled([topicsTable(topics)]) }));
  const ofAll = filled([
    table('Mirrors', ['mirror', 'from', 'to', 'topics', 'as', 'groups'], ways.map(wayRow)),
    table(
      'Look at',
      ['what', 'mirror', 'why'],
      notes.map(({ about, mirror, message }) => [about, mirror, message]),
    ),
  ]);
  return [...ofClusters, { place: '', tables: ofAll }].filter(({ tables }) => tables.length > 0);
}

function topicsTable(topics: readonly ReplicatedTopic[]): Table {
  const rows = topics.map(({ name, as, mirror = '', from = [] }) => [
    name,
    as,
    mirror,
    from.map(({ cluster, topic }) => `${topic} at ${cluster}`).join(', '),
  ]);
  return table('Topics', ['name', 'is', 'by', 'of'], rows);
}

function wayRow({ mirror, source, target, topics, prefix, groups, syncsOffsets }: ReplicationWay): readonly string[] {
  const name = prefix === undefined ? 'not known' : `${prefix}<topic>`;
  const offsets = groups === undefined ? 'none' : `${groups}, offsets ${syncsOffsets ? 'set' : 'not set'}`;
  return [mirror, source, target, topics, name, offsets];
}

function table(title: string, columns: readonly string[], rows: readonly (readonly string[])[]): Table {
  return { title, count: rows.length, columns, rows };
}

function filled(tables: readonly Table[]): readonly Table[] {
  return tables.filter(({ count }) => count > 0);
}
