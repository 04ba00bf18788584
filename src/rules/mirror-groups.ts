import type { MirrorMakerRecord } from '../model/mirror-maker';
import type { Placed } from '../model/topology';
import { topologyRule } from './rule';

/** Consumers of a mirror have a group to themselves. */
export const mirrorGroups = topologyRule({
  id: 'mirror-groups',
  summary: 'Each MirrorMaker 1 has a consumer group of its own at its source.',
  remedy: 'Give it a group of its own, such as its name.',
  effect: 'fails',
  source:
    'Nobody checks it: consumers of one group share the partitions, and each mirror copies a part (Strimzi 0.18.0 to 0.45.2).',
  catalog: ['M1-022'],
  across: (topology, report) => {
    const first = new Map<string, Placed<MirrorMakerRecord>>();
    for (const mirror of topology.all('mirrorMaker')) {
      const { source } = mirror.record;
      const end = topology.endOf(source.bootstrapServers, mirror);
      if (!end) continue;
      const key = `${end.key}\0${source.groupId}`;
      const other = first.get(key);
      if (!other) {
        first.set(key, mirror);
        continue;
      }
      report(mirror, {
        field: ['spec', 'consumer', 'groupId'],
        given: source.groupId,
        allowed: 'a group that no other mirror has at the source',
        message: `${other.place.path} reads in the same group: each of the two copies a part of the records.`,
      });
    }
  },
});
