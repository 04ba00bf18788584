import type { Topology } from '../model/topology';
import { aclNeedsAuthorization } from './acl-needs-authorization';
import { brokerReplication } from './broker-replication';
import type { Finding } from './finding';
import { jaegerAgentPorts } from './jaeger-agent-ports';
import { kafkaClusterNodes } from './kafka-cluster-nodes';
import { kafkaVersion } from './kafka-version';
import { listenerSound } from './listener-sound';
import { mirrorTraced } from './mirror-traced';
import { replicaCount } from './replica-count';
import { resourceQuantity } from './resource-quantity';
import type { Rule } from './rule';
import { topicInSync } from './topic-in-sync';
import { topicOnce } from './topic-once';
import { topicReplicas } from './topic-replicas';
import { userCanLogIn } from './user-can-log-in';
import { volumeSize } from './volume-size';

/** All rules, in the order that reads best: what a cluster is, then what is on it. */
export const RULES: readonly Rule[] = [
  kafkaVersion,
  kafkaClusterNodes,
  replicaCount,
  volumeSize,
  resourceQuantity,
  listenerSound,
  brokerReplication,
  topicOnce,
  topicReplicas,
  topicInSync,
  aclNeedsAuthorization,
  userCanLogIn,
  mirrorTraced,
  jaegerAgentPorts,
];

/** Holds a topology to all rules. */
export function checkTopology({ sites }: Topology): Finding[] {
  const findings: Finding[] = [];
  for (const site of sites) {
    for (const { id, remedy, check } of RULES) {
      check(site, (fault) => findings.push({ severity: 'error', remedy, ...fault, rule: id }));
    }
  }
  return findings;
}
