import { USUAL_NAMES } from '../dialects/common/mirror-maker-2-parts';
import type { IntentGrant } from '../model/grant';
import { compareMinors } from '../model/minors';
import type { MirrorConnector, MirrorFlow, MirrorMaker2Record } from '../model/mirror-maker-2';
import type { Intent, NameOrPrefix } from '../model/permissions';
import { internalSeparatorOf, syncsOffsets } from '../model/flows';
import { HEARTBEATS_TOPIC } from '../model/mirrored-topics';
import { workerRights } from './connect';
import { exactlyOnce } from './connect-rights';
import { checkpointsTopic, offsetSyncsTopic } from './mirror-names';

/** What a flow copies, as each end calls it. */
export interface FlowNames {
  /** Topics, as the source calls them. */
  readonly topics: readonly NameOrPrefix[];
  /** Topics, as the target calls them. */
  readonly remoteTopics: readonly NameOrPrefix[];
  /** Consumer groups. */
  readonly groups: readonly NameOrPrefix[];
  /**
   * What heartbeats of the source are called at the target, where they are to be copied.
   * @default - they are not
   */
  readonly heartbeats?: string;
}

/** What a flow takes at its two ends. */
export interface FlowRights {
  readonly source: readonly IntentGrant[];
  readonly target: readonly IntentGrant[];
}

/** What decides, besides a flow, what is needed for it. */
export interface FlowWorkers {
  readonly target: MirrorMaker2Record['target'];
  /** Kafka version of the mirror. */
  readonly kafka: string;
  /** Whether the separator of a policy is in the names of internal topics too, as it is from Kafka 3.1 on. */
  readonly internalSeparator: boolean;
}

/** The version of Kafka whose checkpoint connector reads its checkpoints (KAFKA-15905). */
const READS_CHECKPOINTS = '3.8';

/** What a flow of a MirrorMaker 2 takes at its two ends: what the connectors do that it has, and no more. */
export function flowRights(flow: MirrorFlow, names: FlowNames, workers: FlowWorkers): FlowRights {
  const separator = internalSeparatorOf(flow, workers.internalSeparator);
  return {
    source: [
      ...sourceRights(flow, names),
      ...offsetSyncs(flow, offsetSyncsTopic(workers.target.alias, separator), 'source'),
    ],
    target: [
      ...offsetSyncs(flow, offsetSyncsTopic(flow.source.alias, separator), 'target'),
      ...copyRights(flow, names),
      ...checkpointRights(flow, names, { checkpoints: checkpointsTopic(flow.source.alias, separator), ...workers }),
      ...(flow.heartbeatConnector ? [onTopic('mirrorHeartbeats', HEARTBEATS_TOPIC)] : []),
      ...transactionRights(flow, workers),
    ],
  };
}

/** What a MirrorMaker 1 takes at its two ends: those of a consumer and a producer. It keeps the names of topics. */
export function mirrorMakerRights(topics: readonly NameOrPrefix[], group: string): FlowRights {
  return {
    source: topics.map((topic) => ({ intent: 'mirrorMakerSource', topic, group })),
    target: topics.map((topic) => onTopic('mirrorMakerTarget', topic)),
  };
}

/** What the Connect workers of a MirrorMaker 2 take at its target, whatever they copy. */
export function mirrorWorkerRights({ target }: Pick<MirrorMaker2Record, 'target'>): readonly IntentGrant[] {
  return workerRights({ ...USUAL_NAMES, ...target }, target.config);
}

function sourceRights(
  { sourceConnector, checkpointConnector }: MirrorFlow,
  { topics, groups, heartbeats }: FlowNames,
): IntentGrant[] {
  const rights: IntentGrant[] = [];
  const copied = heartbeats === undefined ? topics : [...topics, HEARTBEATS_TOPIC];
  if (sourceConnector) rights.push(...copied.map((topic) => onTopic('mirrorSourceTopic', topic)));
  if (isOn(sourceConnector, 'sync.topic.acls.enabled')) rights.push({ intent: 'mirrorSourceAcls' });
  if (!checkpointConnector) return rights;
  if (!sourceConnector) rights.push(...topics.map((topic) => onTopic('mirrorSourceOffsets', topic)));
  return [...rights, ...groups.map((group): IntentGrant => ({ intent: 'mirrorSourceGroup', group }))];
}

/** Each connector is told by itself at which end the topic is. */
function offsetSyncs(
  { sourceConnector, checkpointConnector }: MirrorFlow,
  topic: string,
  end: 'source' | 'target',
): IntentGrant[] {
  const isHere = (connector: MirrorConnector | undefined): boolean =>
    connector !== undefined && (connector.config?.['offset-syncs.topic.location'] ?? 'source') === end;
  return [
    ...(isHere(sourceConnector) && isOn(sourceConnector, 'emit.offset-syncs.enabled')
      ? [onTopic('mirrorOffsetSyncs', topic)]
      : []),
    ...(isHere(checkpointConnector) ? [onTopic('mirrorOffsetSyncsRead', topic)] : []),
  ];
}

function copyRights({ sourceConnector }: MirrorFlow, { remoteTopics, heartbeats }: FlowNames): IntentGrant[] {
  if (!sourceConnector) return [];
  const copied = heartbeats === undefined ? remoteTopics : [...remoteTopics, heartbeats];
  return [
    ...remoteTopics.map((topic) => onTopic('mirrorTargetTopic', topic)),
    ...(heartbeats === undefined ? [] : [onTopic('mirrorTargetHeartbeats', heartbeats)]),
    ...(isOn(sourceConnector, 'sync.topic.configs.enabled')
      ? copied.map((topic) => onTopic('mirrorTargetConfigs', topic))
      : []),
    ...(isOn(sourceConnector, 'sync.topic.acls.enabled') ? [{ intent: 'mirrorTargetAcls' as const }] : []),
  ];
}

function checkpointRights(
  flow: MirrorFlow,
  { remoteTopics, groups }: FlowNames,
  { checkpoints, kafka }: Pick<FlowWorkers, 'kafka'> & { readonly checkpoints: string },
): IntentGrant[] {
  if (!flow.checkpointConnector) return [];
  const rights = [onTopic('mirrorCheckpoints', checkpoints)];
  if (compareMinors(kafka, READS_CHECKPOINTS) >= 0) rights.push(onTopic('mirrorCheckpointsRead', checkpoints));
  if (!syncsOffsets(flow)) return rights;
  return [
    ...rights,
    ...remoteTopics.map((topic) => onTopic('mirrorTargetOffsets', topic)),
    ...groups.map((group): IntentGrant => ({ intent: 'mirrorTargetGroup', group })),
  ];
}

/** Each task has an id of its own, which begins with the group of the workers and the name of the connector. */
function transactionRights(flow: MirrorFlow, { target }: FlowWorkers): IntentGrant[] {
  if (exactlyOnce(target.config) !== 'enabled') return [];
  const { groupId } = { ...USUAL_NAMES, ...target };
  const connectors: readonly (readonly [MirrorConnector | undefined, string])[] = [
    [flow.sourceConnector, 'MirrorSourceConnector'],
    [flow.checkpointConnector, 'MirrorCheckpointConnector'],
    [flow.heartbeatConnector, 'MirrorHeartbeatConnector'],
  ];
  return connectors.flatMap(([connector, name]): IntentGrant[] => {
    const prefix = `${groupId}-${flow.source.alias}->${target.alias}.${name}-`;
    return connector ? [{ intent: 'connectorExactlyOnce', transactionalId: { prefix } }] : [];
  });
}

/** Whether a connector does what it does by itself, unless it is told not to. */
function isOn(connector: MirrorConnector | undefined, setting: string): boolean {
  return connector !== undefined && String(connector.config?.[setting] ?? 'true').toLowerCase() !== 'false';
}

function onTopic(intent: Intent, topic: NameOrPrefix): IntentGrant {
  return { intent, topic };
}
