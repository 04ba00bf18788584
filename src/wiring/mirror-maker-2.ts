import type { MirrorFlow, MirrorMaker2Record } from '../model/mirror-maker-2';
import { USUAL_GROUP_EXCLUSION, USUAL_TOPIC_EXCLUSION } from '../model/mirrored-topics';
import type { ConsumerGroups } from './consumer-groups';
import type { MirrorLimit, MirrorPlan, MirrorSource, MirrorStrategy } from './mirror';
import { connectorsOf, offsetsOf, policyOf, targetOf } from './mirror-connectors';
import { mirroredGroups, rights } from './mirror-maker-2-rights';
import { exclusionOf, patternOf } from './name-matches';

/** MirrorMaker 2: connectors on a Connect cluster that writes to the target. It makes its topics itself. */
export const mirrorMaker2: MirrorStrategy = {
  needsTopicCreation: false,
  hasSeveralSources: true,
  record,
  rights,
  policyOf,
  limits,
};

function record(plan: MirrorPlan, known: ConsumerGroups): MirrorMaker2Record {
  const offsets = offsetsOf(plan);
  return {
    ...plan.workers,
    ...(plan.rack && { rack: plan.rack }),
    ...(plan.jmx && { jmx: plan.jmx }),
    target: targetOf(plan),
    mirrors: plan.sources.map((source) => flowOf(plan, source, known)),
    ...(offsets && { offsets }),
  };
}

function flowOf(plan: MirrorPlan, source: MirrorSource, known: ConsumerGroups): MirrorFlow {
  const { topics, excludedTopics = [], excludedGroups = [] } = source;
  const groups = mirroredGroups(plan, source, known);
  const topicsExcludePattern = exclusionOf(excludedTopics, topics, USUAL_TOPIC_EXCLUSION);
  const groupsExcludePattern = exclusionOf(excludedGroups, groups, USUAL_GROUP_EXCLUSION);
  const hasGroups = groups.length > 0;
  return {
    ...connectorsOf(plan, source, hasGroups),
    topicsPattern: source.topicsPattern ?? patternOf(topics),
    ...(topicsExcludePattern !== undefined && { topicsExcludePattern }),
    ...(hasGroups && { groupsPattern: patternOf(groups) }),
    ...(hasGroups && groupsExcludePattern !== undefined && { groupsExcludePattern }),
  };
}

function limits(plan: MirrorPlan): MirrorLimit[] {
  const { release, consumerGroup, offsetSyncs, exactlyOnce, sources } = plan;
  const { identityPolicy, offsetSyncsLocation, exactlyOnce: canBeExact } = release.mirrorMaker2;
  const found: MirrorLimit[] = [];
  if (consumerGroup !== undefined) {
    found.push({
      field: 'consumerGroup',
      given: consumerGroup,
      allowed: 'no consumerGroup',
      message: 'MirrorMaker 2 reads without a consumer group.',
      remedy: 'Leave it out, or choose the engine mirrorMaker on a release that has it.',
    });
  }
  if (sources.some(({ replicationPolicy }) => replicationPolicy === 'identity') && !identityPolicy) {
    found.push({
      field: 'replicationPolicy',
      given: 'identity',
      allowed: 'default',
      message: `MirrorMaker 2 of ${release.name} puts the source's alias before the names of topics.`,
      remedy: "Take replicationPolicy 'default' and topic.at(target), or the engine mirrorMaker.",
    });
  }
  if (offsetSyncs === 'target' && !offsetSyncsLocation) {
    found.push({
      field: 'offsetSyncs',
      given: offsetSyncs,
      allowed: 'source',
      message: `MirrorMaker 2 of ${release.name} keeps offset syncs at the source.`,
      remedy: 'Leave it out.',
    });
  }
  if (exactlyOnce && !canBeExact) {
    found.push({
      field: 'exactlyOnce',
      given: 'true',
      allowed: 'false',
      message: `MirrorMaker 2 of ${release.name} writes records once at least.`,
      remedy: 'Leave it out, or name a release from Strimzi 0.36 on.',
    });
  }
  return found;
}
