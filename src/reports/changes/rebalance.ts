import type { RebalanceRecord } from '../../model/rebalance';
import { always, changed } from '../effects';
import type { NounChanges } from '../scene';

const NEXT = 'The next proposal is made by it.';
const proposal = (field: string): ReturnType<typeof always> => always(`spec.${field}`, 'safe', NEXT);

/** KafkaRebalance. */
export const rebalanceChanges: NounChanges<RebalanceRecord> = {
  added: ({ autoApproval }) => [
    {
      class: 'safe',
      message: autoApproval
        ? 'Cruise Control proposes, and moves replicas at once.'
        : 'Cruise Control makes a proposal.',
    },
  ],
  removed: () => [{ class: 'no-effect', message: 'A rebalance that runs is stopped; what was moved stays moved.' }],
  fields: {
    cluster: (was, is) => [
      {
        class: 'safe',
        ...changed('metadata.labels["strimzi.io/cluster"]', was, is),
        message: `The next proposal is for ${is || 'no cluster'}, and none for ${was || 'another'}.`,
      },
    ],
    mode: proposal('mode'),
    brokers: proposal('brokers'),
    goals: proposal('goals'),
    skipHardGoalCheck: proposal('skipHardGoalCheck'),
    rebalanceDisk: proposal('rebalanceDisk'),
    excludedTopics: proposal('excludedTopics'),
    concurrentPartitionMovementsPerBroker: proposal('concurrentPartitionMovementsPerBroker'),
    concurrentIntraBrokerPartitionMovements: proposal('concurrentIntraBrokerPartitionMovements'),
    concurrentLeaderMovements: proposal('concurrentLeaderMovements'),
    replicationThrottle: proposal('replicationThrottle'),
    replicaMovementStrategies: proposal('replicaMovementStrategies'),
    moveReplicasOffVolumes: proposal('moveReplicasOffVolumes'),
    template: (was, is) => [
      {
        class: 'safe',
        ...changed('metadata.annotations["strimzi.io/rebalance-template"]', was, is),
        message: is ? 'It does nothing itself any more.' : 'Cruise Control makes a proposal.',
      },
    ],
    autoApproval: (was, is) => [
      {
        class: 'safe',
        ...changed('metadata.annotations["strimzi.io/rebalance-auto-approval"]', was, is),
        message: is ? 'Proposals are carried out at once.' : 'Proposals wait for an approval.',
      },
    ],
  },
  kept: [
    { at: 'spec', class: 'safe', message: NEXT },
    { at: '', class: 'no-effect', message: 'It is about the object alone.' },
  ],
};
