import type { NodePoolRecord } from '../../src/model/node-pool';
import { StrimziRelease } from '../../src/dialects/releases';
import { quorumSize } from '../../src/rules/quorum-size';
import { cluster, tell } from './harness';

const storage = { type: 'persistent-claim', size: '20Gi' } as const;
const pool = (name: string, replicas: number, roles: NodePoolRecord['roles']): NodePoolRecord => ({
  name,
  cluster: 'europe',
  replicas,
  roles,
  storage,
});
const kraft = () => {
  const { brokers: _, zookeeper: __, ...record } = cluster({ mode: 'kraft', nodePools: true });
  return [record];
};
const told = (...nodePool: NodePoolRecord[]) => tell(quorumSize, { kafkaCluster: kraft(), nodePool });

describe('quorum-size', () => {
  it('takes an odd number of controllers, whatever the number of brokers', () => {
    expect(told(pool('controllers', 3, ['controller']), pool('brokers', 4, ['broker']))).toEqual([]);
    expect(told(pool('a', 1, ['controller']), pool('b', 2, ['controller', 'broker']))).toEqual([]);
    expect(told()).toEqual([]);
  });

  it('warns of an even number, at the pool that has them or at the cluster', () => {
    expect(told(pool('all', 2, ['controller', 'broker']))).toMatchObject([
      {
        path: 'all',
        field: 'spec.replicas',
        given: 2,
        effect: 'warned',
        message: expect.stringContaining('2 can lose no more of them than 1 can.'),
      },
    ]);
    expect(told(pool('a', 3, ['controller']), pool('b', 1, ['controller']))).toMatchObject([
      { path: 'europe', given: 4, message: expect.stringContaining('4 can lose no more of them than 3 can.') },
    ]);
  });

  it('counts ZooKeeper nodes where there are some', () => {
    const of = (replicas: number) => ({
      release: StrimziRelease.V0_45,
      kafkaCluster: [cluster({ zookeeper: { replicas, storage } })],
    });
    expect(tell(quorumSize, of(3))).toEqual([]);
    expect(tell(quorumSize, of(4))).toMatchObject([{ field: 'spec.zookeeper.replicas', given: 4 }]);
  });
});
