import { HEARTBEATS_TOPIC } from '../model/mirrored-topics';
import type { NameOrPrefix } from '../model/permissions';
import type { ConsumerGroups } from './consumer-groups';
import { flowRights, mirrorWorkerRights, type FlowNames } from './flow-rights';
import type { MirrorPlan, MirrorRights, MirrorSource } from './mirror';
import { connectorsOf, policyOf, targetOf } from './mirror-connectors';
import { remoteName, remoteNames, separatorOf, sourceName } from './mirror-names';
import { boundsOf, NameFinder, type NameMatch } from './name-matches';

/** What the users of a MirrorMaker 2 need. It follows from what the record says: a connector that it has not needs none. */
export function rights(plan: MirrorPlan, known: ConsumerGroups): MirrorRights {
  const target = targetOf(plan);
  const kafka = plan.workers.version ?? plan.release.kafka.default;
  const { internalSeparator } = plan.release.mirrorMaker2;
  const ends = plan.sources.map((source) => {
    const names = namesOf(plan, source, known);
    return flowRights(connectorsOf(plan, source, names.groups.length > 0), names, { target, kafka, internalSeparator });
  });
  return {
    sources: ends.map(({ source }) => source),
    target: [...mirrorWorkerRights({ target }), ...ends.flatMap((end) => end.target)],
  };
}

function namesOf(plan: MirrorPlan, source: MirrorSource, known: ConsumerGroups): FlowNames {
  const { alias } = source;
  const policy = policyOf(plan, source);
  const topics = boundsOfAll(source.topics);
  return {
    topics,
    remoteTopics: topics.map((names) => remoteNames(names, alias, policy)),
    groups: boundsOfAll(mirroredGroups(plan, source, known)),
    // A heartbeat that another mirror wrote at the source is copied with its alias, whatever the policy.
    ...(plan.heartbeats && { heartbeats: `${alias}${separatorOf(policy)}${HEARTBEATS_TOPIC}` }),
  };
}

/** Consumer groups whose offsets are copied, in no order. At the target they read topics under their names there. */
export function mirroredGroups(plan: MirrorPlan, source: MirrorSource, known: ConsumerGroups): readonly NameMatch[] {
  if (source.groups !== undefined) return source.groups;
  const policy = policyOf(plan, source);
  const topics = new NameFinder(source.topics, source.excludedTopics);
  const found = new Set<string>();
  const add = (groups: Iterable<string>): void => {
    for (const group of groups) found.add(group);
  };
  if (topics.all) {
    for (const topic of topics.all) {
      add(known.of(source.cluster, topic));
      add(known.of(plan.target.cluster, remoteName(topic, source.alias, policy)));
    }
  } else {
    add(known.where(source.cluster, (topic) => topics.finds(topic)));
    add(
      known.where(plan.target.cluster, (topic) => {
        const name = sourceName(topic, source.alias, policy);
        return name !== undefined && topics.finds(name);
      }),
    );
  }
  const excluded = new NameFinder(source.excludedGroups ?? []);
  return [...found].filter((group) => !excluded.finds(group));
}

function boundsOfAll(matches: readonly NameMatch[]): NameOrPrefix[] {
  return matches.flatMap((match) => boundsOf(match) ?? []);
}
