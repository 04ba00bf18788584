import type { MirrorMakerRecord } from '../model/mirror-maker';
import type { MirrorLimit, MirrorPlan, MirrorStrategy, MirrorRights } from './mirror';
import { patternOf } from './mirror-names';

/** MirrorMaker 1: a consumer at the source that is a producer at the target. It keeps names, and copies no offsets. */
export const mirrorMaker: MirrorStrategy = {
  needsTopicCreation: true,
  record,
  rights,
  remoteName: (topic) => topic,
  limits,
};

function record(plan: MirrorPlan): MirrorMakerRecord {
  return {
    ...plan.workers,
    source: { ...plan.source.endpoint, groupId: groupOf(plan) },
    target: plan.target.endpoint,
    include: plan.topicsPattern ?? patternOf(plan.topics),
  };
}

function rights(plan: MirrorPlan): MirrorRights {
  const group = groupOf(plan);
  return {
    source: plan.topics.map((topic) => ({ intent: 'mirrorMakerSource', topic, group })),
    target: plan.topics.map((topic) => ({ intent: 'mirrorMakerTarget', topic })),
  };
}

/** The consumer group that the mirror reads as. */
function groupOf({ consumerGroup, workers }: MirrorPlan): string {
  return consumerGroup ?? workers.name;
}

function limits({ replicationPolicy }: MirrorPlan): MirrorLimit[] {
  if (replicationPolicy === 'identity') return [];
  return [
    {
      field: 'replicationPolicy',
      given: replicationPolicy,
      allowed: 'identity',
      message: 'MirrorMaker 1 keeps the names of topics.',
      remedy: 'Leave it out, or choose the engine mirrorMaker2.',
    },
  ];
}
