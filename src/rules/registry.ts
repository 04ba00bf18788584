import type { Noun } from '../model/topology';
import { aclNeedsAuthorization } from './acl-needs-authorization';
import { brokerConfig } from './broker-config';
import { brokerInSync } from './broker-in-sync';
import { brokerReplication } from './broker-replication';
import { collectorConfig } from './collector-config';
import { derivedNames } from './derived-names';
import { internalTopics } from './internal-topics';
import { jaegerAgentPorts } from './jaeger-agent-ports';
import { jaegerBufferListener } from './jaeger-buffer-listener';
import { kafkaClusterNodes } from './kafka-cluster-nodes';
import { kafkaVersion } from './kafka-version';
import { listenerAnonymous } from './listener-anonymous';
import { listenerHosts } from './listener-hosts';
import { listenerSettings } from './listener-settings';
import { listenerSound } from './listener-sound';
import { mirrorEndsApart } from './mirror-ends-apart';
import { mirrorLoop } from './mirror-loop';
import { mirrorPattern } from './mirror-pattern';
import { mirrorRights } from './mirror-rights';
import { mirrorTraced } from './mirror-traced';
import { nodePoolCluster } from './node-pool-cluster';
import { nodePoolRoles } from './node-pool-roles';
import { replicaCount } from './replica-count';
import { resourceQuantity } from './resource-quantity';
import type { KindRule, ObjectRule, Rule, TopologyRule } from './rule';
import { topicConfig } from './topic-config';
import { topicInSync } from './topic-in-sync';
import { topicOnce } from './topic-once';
import { topicReplicas } from './topic-replicas';
import { userCanLogIn } from './user-can-log-in';
import { variableNames } from './variable-names';
import { volumeSize } from './volume-size';
import { volumesApart } from './volumes-apart';

/** All rules, in the order that reads best: what a cluster is, what is on it, and what goes between clusters. */
const ALL = [
  kafkaVersion,
  kafkaClusterNodes,
  nodePoolRoles,
  nodePoolCluster,
  replicaCount,
  variableNames,
  volumeSize,
  volumesApart,
  resourceQuantity,
  listenerSound,
  listenerSettings,
  listenerHosts,
  listenerAnonymous,
  derivedNames,
  brokerConfig,
  brokerReplication,
  brokerInSync,
  internalTopics,
  topicOnce,
  topicConfig,
  topicReplicas,
  topicInSync,
  aclNeedsAuthorization,
  userCanLogIn,
  mirrorEndsApart,
  mirrorLoop,
  mirrorPattern,
  mirrorRights,
  mirrorTraced,
  jaegerAgentPorts,
  jaegerBufferListener,
  collectorConfig,
] as const;

/** Id of a rule. */
export type RuleId = (typeof ALL)[number]['id'];

type Known<R extends Rule> = R & { readonly id: RuleId };

/** All rules. */
export const RULES: readonly Known<Rule>[] = ALL;

/** The rules that objects break together. */
export const TOPOLOGY_RULES: readonly Known<TopologyRule>[] = RULES.filter((rule) => 'across' in rule);

const BY_NOUN = new Map<Noun, Known<ObjectRule>[]>();
const BY_KIND = new Map<string, Known<KindRule>[]>();
for (const rule of RULES) {
  if ('nouns' in rule) for (const noun of rule.nouns) BY_NOUN.set(noun, [...(BY_NOUN.get(noun) ?? []), rule]);
  if ('kinds' in rule) for (const kind of rule.kinds) BY_KIND.set(kind, [...(BY_KIND.get(kind) ?? []), rule]);
}

/** The rules that one object of a noun can break. */
export function objectRules(noun: Noun): readonly Known<ObjectRule>[] {
  return BY_NOUN.get(noun) ?? NONE;
}

/** The rules about a kind, such as `opentelemetry.io/OpenTelemetryCollector`. */
export function kindRules(kind: string): readonly Known<KindRule>[] {
  return BY_KIND.get(kind) ?? NONE;
}

const NONE: readonly never[] = [];
