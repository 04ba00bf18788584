import type { IntentGrant } from '../model/grant';
import { HEARTBEATS_TOPIC } from '../model/mirrored-topics';
import type { NameOrPrefix } from '../model/permissions';
import type { ConsumerGroups } from './consumer-groups';
import type { MirrorPlan, MirrorRights, MirrorSource } from './mirror';
import { commitsOffsets, keepsSyncsAtTarget, policyOf } from './mirror-connectors';
import {
  checkpointsTopic,
  nameFrom,
  offsetSyncsTopic,
  remoteName,
  remoteNames,
  separatorOf,
  sourceName,
  workerNames,
} from './mirror-names';
import { boundsOf, NameFinder, type NameMatch } from './name-matches';

/** What the users of a MirrorMaker 2 need. */
export function rights(plan: MirrorPlan, known: ConsumerGroups): MirrorRights {
  const ends = plan.sources.map((source) => rightsOf(plan, source, known));
  return {
    sources: ends.map(({ source }) => source),
    target: [...workerRights(plan), ...ends.flatMap(({ target }) => target)],
  };
}

/** The names that the workers take at the target. Mirrors of one name at several sites have names of their own. */
export function ownNames({ workers, site, target }: MirrorPlan): ReturnType<typeof workerNames> {
  return workerNames(nameFrom(workers.name, site, target.cluster.site));
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

interface EndRights {
  readonly source: IntentGrant[];
  readonly target: IntentGrant[];
}

function rightsOf(plan: MirrorPlan, source: MirrorSource, known: ConsumerGroups): EndRights {
  const { alias } = source;
  const policy = policyOf(plan, source);
  const separator = plan.release.mirrorMaker2.internalSeparator ? separatorOf(policy) : '.';
  const topics = boundsOfAll(source.topics);
  const remote = topics.map((names) => remoteNames(names, alias, policy));
  const groups = boundsOfAll(mirroredGroups(plan, source, known));
  const commits = groups.length > 0 && commitsOffsets(plan, source);
  const syncsAtTarget = keepsSyncsAtTarget(plan, source);
  const beats = plan.heartbeats ?? false;
  return {
    source: [
      ...topics.map((topic): IntentGrant => ({ intent: 'mirrorSourceTopic', topic })),
      ...groups.map((group): IntentGrant => ({ intent: 'mirrorSourceGroup', group })),
      ...(beats ? [{ intent: 'mirrorSourceTopic', topic: HEARTBEATS_TOPIC } as const] : []),
      ...(syncsAtTarget ? [] : [internalTopic(offsetSyncsTopic(plan.target.alias, separator))]),
    ],
    target: [
      ...(syncsAtTarget ? [internalTopic(offsetSyncsTopic(alias, separator))] : []),
      ...(groups.length > 0 ? [internalTopic(checkpointsTopic(alias, separator))] : []),
      ...remote.map((topic): IntentGrant => ({ intent: 'mirrorTargetTopic', topic })),
      ...(beats ? heartbeatRights(`${alias}${separatorOf(policy)}`) : []),
      ...(commits ? remote.map((topic): IntentGrant => ({ intent: 'mirrorTargetOffsets', topic })) : []),
      ...(commits ? groups.map((group): IntentGrant => ({ intent: 'mirrorTargetGroup', group })) : []),
    ],
  };
}

/** A heartbeat that another mirror wrote at the source is copied with its alias, whatever the policy. */
function heartbeatRights(prefix: string): IntentGrant[] {
  return [internalTopic(HEARTBEATS_TOPIC), { intent: 'mirrorTargetTopic', topic: `${prefix}${HEARTBEATS_TOPIC}` }];
}

function workerRights(plan: MirrorPlan): IntentGrant[] {
  const { workerNames: chosen = {}, exactlyOnce } = plan;
  const own = ownNames(plan);
  const groupId = chosen.groupId ?? own.groupId;
  const topics = [chosen.configStorageTopic, chosen.offsetStorageTopic, chosen.statusStorageTopic];
  const named = topics.filter((topic) => topic !== undefined);
  const storage: NameOrPrefix[] = named.length < topics.length ? [{ prefix: own.storagePrefix }, ...named] : named;
  return [
    { intent: 'connectGroup', group: groupId },
    ...storage.map((topic): IntentGrant => ({ intent: 'connectStorage', topic })),
    ...(exactlyOnce ? transactionRights(groupId) : []),
  ];
}

/** The leader writes the configuration in transactions, each task its records. */
function transactionRights(groupId: string): IntentGrant[] {
  return [
    { intent: 'transact', transactionalId: `connect-cluster-${groupId}` },
    { intent: 'transact', transactionalId: { prefix: `${groupId}-` } },
  ];
}

function boundsOfAll(matches: readonly NameMatch[]): NameOrPrefix[] {
  return matches.flatMap((match) => boundsOf(match) ?? []);
}

function internalTopic(topic: string): IntentGrant {
  return { intent: 'mirrorInternalTopic', topic };
}
