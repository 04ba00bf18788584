import type { MirrorMakerRecord } from '../model/mirror-maker';
import { mirrorMakerRights } from './flow-rights';
import type { MirrorLimit, MirrorPlan, MirrorSource, MirrorStrategy, MirrorRights } from './mirror';
import { nameFrom } from './mirror-names';
import { boundsOf, patternOf } from './name-matches';

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
    source: { ...source.endpoint, groupId: groupOf(plan) },
    target: plan.target.endpoint,
    include: source.topicsPattern ?? patternOf(source.topics),
  };
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
  const { replicationPolicy, excludedTopics = [] } = source;
  const instead = 'Leave it out, or choose the engine mirrorMaker2.';
  const found: MirrorLimit[] = [];
  if (replicationPolicy !== 'identity') {
    found.push({
      field: 'replicationPolicy',
      given: typeof replicationPolicy === 'string' ? replicationPolicy : JSON.stringify(replicationPolicy),
      allowed: 'identity',
      message: 'MirrorMaker 1 keeps the names of topics.',
      remedy: instead,
    });
  }
  if (excludedTopics.length > 0) {
    found.push({
      field: 'excludedTopics',
      given: patternOf(excludedTopics),
      allowed: 'no excludedTopics',
      message: 'MirrorMaker 1 copies all that its pattern finds.',
      remedy: 'Name the topics that are copied, or choose the engine mirrorMaker2.',
    });
  }
  for (const field of ['heartbeats', 'exactlyOnce', 'rack', 'jmx'] as const) {
    const given = plan[field];
    if (!given) continue;
    found.push({
      field,
      given: JSON.stringify(given),
      allowed: given === true ? 'false' : `no ${field}`,
      message: `MirrorMaker 1 has no ${WORDS[field]}.`,
      remedy: instead,
    });
  }
  for (const field of ['state', 'autoRestart', 'sourceConnector', 'checkpointConnector'] as const) {
    const given = source[field];
    if (given === undefined) continue;
    found.push({
      field,
      given: typeof given === 'string' ? given : JSON.stringify(given),
      allowed: `no ${field}`,
      message: 'MirrorMaker 1 has no connectors.',
      remedy: instead,
    });
  }
  return found;
}

const WORDS = {
  heartbeats: 'heartbeats',
  exactlyOnce: 'exactly-once delivery',
  rack: 'racks',
  jmx: 'JMX for tools',
} as const;
