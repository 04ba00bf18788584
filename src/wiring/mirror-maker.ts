import type { MirrorMakerRecord } from '../model/mirror-maker';
import { mirrorMakerRights } from './flow-rights';
import type { MirrorLimit, MirrorPlan, MirrorSource, MirrorStrategy, MirrorRights } from './mirror';
import { nameFrom } from './mirror-names';
import { boundsOf, patternOf, type NameMatch } from './name-matches';

/** MirrorMaker 1: a consumer at the source that is a producer at the target. It keeps names, and copies no offsets. */
export const mirrorMaker: MirrorStrategy = {
  needsTopicCreation: true,
  hasSeveralSources: false,
  record,
  rights,
  policyOf: () => 'identity',
  limits,
};

function record(plan: MirrorPlan): MirrorMakerRecord {
  const source = sourceOf(plan);
  return {
    ...plan.workers,
    source: { ...source.endpoint, groupId: groupOf(plan), ...streamsOf(plan, source) },
    target: plan.target.endpoint,
    include: source.topicsPattern ?? patternOf(source.topics),
  };
}

/** Consumers are for each replica, and tasks for all of them. */
function streamsOf({ workers: { replicas } }: MirrorPlan, { tasksMax }: MirrorSource): { numStreams?: number } {
  if (tasksMax === undefined) return {};
  return { numStreams: Math.max(1, Math.floor(tasksMax / Math.max(1, replicas))) };
}

function rights(plan: MirrorPlan): MirrorRights {
  const topics = sourceOf(plan).topics.flatMap((match) => boundsOf(match) ?? []);
  const { source, target } = mirrorMakerRights(topics, groupOf(plan));
  return { sources: [source], target };
}

function sourceOf({ sources: [source] }: MirrorPlan): MirrorSource {
  if (!source) throw new Error('a MirrorMaker 1 has one source');
  return source;
}

/** The consumer group that the mirror reads as. */
function groupOf(plan: MirrorPlan): string {
  return plan.consumerGroup ?? nameFrom(plan.workers.name, plan.site, sourceOf(plan).cluster.site);
}

function limits(plan: MirrorPlan): MirrorLimit[] {
  const source = sourceOf(plan);
  const ofPlan = OF_PLAN.flatMap((field) => limit(field, plan[field], `MirrorMaker 1 has no ${WORDS[field]}.`));
  const ofConnectors = OF_CONNECTORS.flatMap((field) =>
    limit(field, source[field], 'MirrorMaker 1 has no connectors.'),
  );
  return [...namesLimits(source), ...ofPlan, ...ofConnectors];
}

function namesLimits({
  replicationPolicy: policy,
  excludedTopics,
  groups,
  excludedGroups,
}: MirrorSource): MirrorLimit[] {
  const renamed = policy === 'identity' ? undefined : policy;
  return [
    ...limit('replicationPolicy', renamed, 'MirrorMaker 1 keeps the names of topics.', { allowed: 'identity' }),
    ...limit('excludedTopics', patternIn(excludedTopics), 'MirrorMaker 1 copies all that its pattern finds.', {
      remedy: 'Name the topics that are copied, or choose the engine mirrorMaker2.',
    }),
    ...limit('groups', patternIn(groups), 'MirrorMaker 1 copies no offsets.'),
    ...limit('excludedGroups', patternIn(excludedGroups), 'MirrorMaker 1 copies no offsets.'),
  ];
}

function patternIn(names: readonly NameMatch[] = []): string | undefined {
  return names.length === 0 ? undefined : patternOf(names);
}

/** @returns nothing where it is not asked for */
function limit(
  field: MirrorLimit['field'],
  given: unknown,
  message: string,
  other: Partial<Pick<MirrorLimit, 'allowed' | 'remedy'>> = {},
): MirrorLimit[] {
  if (given === undefined || given === false) return [];
  const text = typeof given === 'string' ? given : JSON.stringify(given);
  const allowed = given === true ? 'false' : `no ${field}`;
  const remedy = 'Leave it out, or choose the engine mirrorMaker2.';
  return [{ field, given: text, allowed, message, remedy, ...other }];
}

const OF_PLAN = ['heartbeats', 'exactlyOnce', 'rack', 'jmx', 'offsetSyncs', 'workerNames', 'workerConfig'] as const;

const OF_CONNECTORS = [
  'state',
  'autoRestart',
  'sourceConnector',
  'checkpointConnector',
  'sourceConnectorConfig',
  'checkpointConnectorConfig',
] as const;

const WORDS: Readonly<Record<(typeof OF_PLAN)[number], string>> = {
  heartbeats: 'heartbeats',
  exactlyOnce: 'exactly-once delivery',
  rack: 'racks',
  jmx: 'JMX for tools',
  offsetSyncs: 'offset syncs',
  workerNames: 'Connect workers',
  workerConfig: 'Connect workers',
};
