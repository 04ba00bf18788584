import { isWithin } from './rule';

/** Goals that the operator gives to Cruise Control, and the first minor that does; of hard ones, all that rest on no capacity. */
export const GOALS: readonly (readonly [name: string, since?: string])[] = [
  ['RackAwareGoal'],
  ['RackAwareDistributionGoal', '0.43'],
  ['MinTopicLeadersPerBrokerGoal', '0.22'],
  ['ReplicaCapacityGoal'],
  ['DiskCapacityGoal'],
  ['NetworkInboundCapacityGoal'],
  ['NetworkOutboundCapacityGoal'],
  ['CpuCapacityGoal'],
  ['ReplicaDistributionGoal'],
  ['PotentialNwOutGoal'],
  ['DiskUsageDistributionGoal'],
  ['NetworkInboundUsageDistributionGoal'],
  ['NetworkOutboundUsageDistributionGoal'],
  ['CpuUsageDistributionGoal'],
  ['TopicReplicaDistributionGoal'],
  ['LeaderReplicaDistributionGoal'],
  ['LeaderBytesInDistributionGoal'],
  ['PreferredLeaderElectionGoal'],
];
/** The goals that the operator of a release gives to Cruise Control. */
export function goalsOf(version: string): readonly string[] {
  return GOALS.filter(([, since]) => isWithin(version, since)).map(([name]) => name);
}

/** What else Cruise Control has, for clusters whose settings name it. */
export const FURTHER = [
  'BrokerSetAwareGoal',
  'IntraBrokerDiskCapacityGoal',
  'IntraBrokerDiskUsageDistributionGoal',
  'KafkaAssignerDiskUsageDistributionGoal',
  'KafkaAssignerEvenRackAwareGoal',
];
/** Goals that a cluster insists on, whatever the capacity of its network is: without that, those of the network are left out. */
export const HARD = ['RackAwareGoal', 'ReplicaCapacityGoal', 'DiskCapacityGoal', 'CpuCapacityGoal'];
