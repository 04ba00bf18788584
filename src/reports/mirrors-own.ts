import { copies, separatorOf, syncsOffsets } from '../model/flows';
import type { MirrorFlow, MirrorMaker2Record } from '../model/mirror-maker-2';
import { HEARTBEATS_TOPIC } from '../model/mirrored-topics';
import type { Placed, Topology } from '../model/topology';
import { checkpointsTopic, offsetSyncsTopic } from '../wiring/mirror-names';
import type { ReplicatedTopic, ReplicationNote } from './replicated';

/** The topics that mirrors keep something in, by the key of the cluster and by name. */
export type InternalTopics = ReadonlyMap<string, ReadonlyMap<string, ReplicatedTopic>>;

type Mirror = Placed<MirrorMaker2Record>;

/** The topics that mirrors keep something in. */
export function internalTopics(topology: Topology): InternalTopics {
  const found = new Map<string, Map<string, ReplicatedTopic>>();
  for (const mirror of topology.all('mirrorMaker2')) {
    for (const [key, name] of topicsOf(topology, mirror)) {
      if (key === undefined) continue;
      const ofCluster = found.get(key) ?? new Map<string, ReplicatedTopic>();
      found.set(key, ofCluster.set(name, { name, as: 'internal', mirror: mirror.path }));
    }
  }
  return found;
}

/** What is odd about the connectors and the workers of mirrors. */
export function mirrorNotes(topology: Topology, nameOf: (key: string) => string): readonly ReplicationNote[] {
  const mirrors = topology.all('mirrorMaker2');
  return [
    ...mirrors.flatMap((mirror) => mirror.record.mirrors.flatMap((flow) => connectorNotes(flow, mirror))),
    ...workerNotes(topology, nameOf),
  ];
}

type Kept = readonly [cluster: string | undefined, topic: string];

function topicsOf(topology: Topology, mirror: Mirror): Kept[] {
  const { target, mirrors } = mirror.record;
  const to = topology.endOf(target.bootstrapServers, mirror)?.key;
  const storage = [target.configStorageTopic, target.offsetStorageTopic, target.statusStorageTopic];
  return [
    ...storage.flatMap((name): Kept[] => (name === undefined ? [] : [[to, name]])),
    ...mirrors.flatMap((flow) => topicsOfFlow(flow, mirror, { from: endKey(topology, flow, mirror), to })),
  ];
}

function endKey(topology: Topology, { source }: MirrorFlow, mirror: Mirror): string | undefined {
  return topology.endOf(source.bootstrapServers, mirror)?.key;
}

function topicsOfFlow(
  flow: MirrorFlow,
  mirror: Mirror,
  { from, to }: Readonly<Record<'from' | 'to', string | undefined>>,
): Kept[] {
  const { source, sourceConnector, checkpointConnector, heartbeatConnector } = flow;
  const separator = internalSeparator(flow, mirror);
  const isAtTarget = sourceConnector?.config?.['offset-syncs.topic.location'] === 'target';
  const syncs: Kept = isAtTarget
    ? [to, offsetSyncsTopic(source.alias, separator)]
    : [from, offsetSyncsTopic(mirror.record.target.alias, separator)];
  return [
    ...(sourceConnector ? [syncs] : []),
    ...(checkpointConnector ? [[to, checkpointsTopic(source.alias, separator)] as const] : []),
    ...(heartbeatConnector ? [[to, HEARTBEATS_TOPIC] as const] : []),
  ];
}

/** Internal topics have the separator of the policy in their names, where the program does so and is not told otherwise. */
function internalSeparator(flow: MirrorFlow, { site: { release } }: Mirror): string {
  const asked = flow.sourceConnector?.config?.['replication.policy.internal.topic.separator.enabled'];
  return release.mirrorMaker2.internalSeparator && String(asked) !== 'false' ? separatorOf(flow) : '.';
}

function connectorNotes(flow: MirrorFlow, { path: mirror }: Mirror): ReplicationNote[] {
  const { source, sourceConnector, checkpointConnector, groupsPattern } = flow;
  const notes: ReplicationNote[] = [];
  if (!copies(flow)) {
    const why = sourceConnector
      ? `its source connector is ${sourceConnector.state ?? ''}`
      : 'it has no source connector';
    notes.push({ about: 'carries-nothing', mirror, message: `Nothing is copied from ${source.alias}: ${why}.` });
  }
  if (checkpointConnector && !syncsOffsets(flow)) {
    const message = `Offsets of groups of ${source.alias} are translated, and not set at the target: sync.group.offsets.enabled is not true.`;
    notes.push({ about: 'groups-not-synced', mirror, message });
  }
  if (groupsPattern !== undefined && !checkpointConnector) {
    const message = `groupsPattern is for a checkpoint connector, and ${source.alias} has none: no group's offsets are translated.`;
    notes.push({ about: 'groups-not-synced', mirror, message });
  }
  return notes;
}

/** Workers of one group are one Connect cluster, and take connectors from each other. */
function workerNotes(topology: Topology, nameOf: (key: string) => string): ReplicationNote[] {
  const first = new Map<string, string>();
  return topology.all('mirrorMaker2').flatMap((mirror): ReplicationNote[] => {
    const { target } = mirror.record;
    const to = topology.endOf(target.bootstrapServers, mirror)?.key;
    if (to === undefined) return [];
    const key = `${to}\0${target.groupId ?? ''}`;
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, mirror.path);
      return [];
    }
    const group = target.groupId === undefined ? "the operator's usual group" : `group ${target.groupId}`;
    const message = `Its workers are in ${group} at ${nameOf(to)}, as those of ${other} are: they take connectors from each other.`;
    return [{ about: 'shared-workers', mirror: mirror.path, message }];
  });
}
