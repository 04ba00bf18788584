import type { RebalanceMode, RebalanceRecord } from '../../model/rebalance';
import { CLUSTER_LABEL, clusterOf } from './cluster-label';
import { codec, defined, type Codec, type Marks } from './codec';
import type { Fitting, Shape } from './shape';
import type { Named, VersionOf, Wire } from './wire';

const SHAPE = {
  spec: {
    mode: 'text',
    brokers: ['number'],
    goals: ['text'],
    skipHardGoalCheck: 'flag',
    rebalanceDisk: 'flag',
    excludedTopics: 'text',
    concurrentPartitionMovementsPerBroker: 'number',
    concurrentIntraBrokerPartitionMovements: 'number',
    concurrentLeaderMovements: 'number',
    replicationThrottle: 'number',
    replicaMovementStrategies: ['text'],
    moveReplicasOffVolumes: [{ brokerId: 'number', volumeIds: ['number'] }],
  },
} as const satisfies Shape;

type WireSpec = NonNullable<Fitting<typeof SHAPE>['spec']>;

const TEMPLATE = 'strimzi.io/rebalance-template';
const AUTO_APPROVAL = 'strimzi.io/rebalance-auto-approval';
const YES = 'true';

/** KafkaRebalance. */
export function rebalanceCodec<T extends Wire<T, typeof SHAPE, Lacks>, Lacks extends string = never>(
  apiVersion: VersionOf<T>,
): Codec<RebalanceRecord> {
  return codec<RebalanceRecord, typeof SHAPE, Named>({
    apiVersion,
    kind: 'KafkaRebalance',
    shape: SHAPE,
    marks,
    write: ({ moveReplicasOffVolumes, ...rebalance }) => ({
      spec: {
        ...known(rebalance),
        ...(moveReplicasOffVolumes && {
          moveReplicasOffVolumes: moveReplicasOffVolumes.map(({ brokerId, volumeIds }) => ({
            brokerId,
            volumeIds: [...volumeIds],
          })),
        }),
      },
    }),
    read: ({ spec = {} }, given) =>
      defined({
        cluster: clusterOf(given),
        ...known(spec),
        mode: spec.mode as RebalanceMode | undefined,
        moveReplicasOffVolumes: spec.moveReplicasOffVolumes?.flatMap(({ brokerId, volumeIds }) =>
          brokerId === undefined || volumeIds === undefined ? [] : [{ brokerId, volumeIds }],
        ),
        template: isYes(given, TEMPLATE),
        autoApproval: isYes(given, AUTO_APPROVAL),
      }),
  });
}

/** What model and object have in the same words, in a fixed order. */
function known(spec: Omit<WireSpec, 'moveReplicasOffVolumes'>): Omit<WireSpec, 'moveReplicasOffVolumes'> {
  return defined({
    mode: spec.mode,
    brokers: spec.brokers && [...spec.brokers],
    goals: spec.goals && [...spec.goals],
    skipHardGoalCheck: spec.skipHardGoalCheck,
    rebalanceDisk: spec.rebalanceDisk,
    excludedTopics: spec.excludedTopics,
    concurrentPartitionMovementsPerBroker: spec.concurrentPartitionMovementsPerBroker,
    concurrentIntraBrokerPartitionMovements: spec.concurrentIntraBrokerPartitionMovements,
    concurrentLeaderMovements: spec.concurrentLeaderMovements,
    replicationThrottle: spec.replicationThrottle,
    replicaMovementStrategies: spec.replicaMovementStrategies && [...spec.replicaMovementStrategies],
  });
}

function marks({
  cluster,
  template,
  autoApproval,
}: Pick<RebalanceRecord, 'cluster' | 'template' | 'autoApproval'>): Marks {
  const annotations = { ...(template && { [TEMPLATE]: YES }), ...(autoApproval && { [AUTO_APPROVAL]: YES }) };
  return {
    ...(cluster !== '' && { labels: { [CLUSTER_LABEL]: cluster } }),
    ...(Object.keys(annotations).length > 0 && { annotations }),
  };
}

function isYes({ annotations }: Required<Marks>, annotation: string): true | undefined {
  return annotations[annotation] === YES ? true : undefined;
}
