import type { NodePoolRecord } from '../../src/model/node-pool';
import type { StorageRecord } from '../../src/model/storage';
import { loneStorage } from '../../src/rules/lone-storage';
import { cluster, tell } from './harness';

const claim = { type: 'persistent-claim', size: '20Gi' } as const;
const ephemeral = { type: 'ephemeral' } as const;
const mixed: StorageRecord = {
  type: 'jbod',
  volumes: [
    { id: 0, ...claim },
    { id: 1, ...ephemeral },
  ],
};
const pool = (
  name: string,
  replicas: number,
  roles: NodePoolRecord['roles'],
  storage: StorageRecord,
): NodePoolRecord => ({ name, cluster: 'europe', replicas, roles, storage });

function told(...nodePool: NodePoolRecord[]) {
  const { brokers: _, zookeeper: __, ...record } = cluster({ mode: 'kraft', nodePools: true });
  return tell(loneStorage, { kafkaCluster: [record], nodePool });
}

describe('lone-storage', () => {
  it('takes nodes that are several, or keep what they have', () => {
    expect(told(pool('all', 3, ['controller', 'broker'], ephemeral))).toEqual([]);
    expect(told(pool('all', 1, ['controller', 'broker'], claim))).toEqual([]);
    expect(
      told(pool('a', 1, ['controller', 'broker'], ephemeral), pool('b', 1, ['controller', 'broker'], ephemeral)),
    ).toEqual([]);
  });

  it('warns once of a node that is alone and loses what it has', () => {
    for (const storage of [ephemeral, mixed])
      expect(told(pool('all', 1, ['controller', 'broker'], storage))).toMatchObject([
        { path: 'all', field: 'spec.storage', effect: 'warned', message: expect.stringContaining('only broker') },
      ]);
    expect(
      told(
        pool('controllers', 1, ['controller'], ephemeral),
        pool('brokers', 3, ['broker'], ephemeral),
        pool('none', 0, ['controller'], claim),
      ),
    ).toMatchObject([{ path: 'controllers', message: expect.stringContaining('only controller') }]);
  });

  it('is silent where not all pools are seen', () => {
    expect(told(pool('brokers', 1, ['broker'], ephemeral))).toEqual([]);
  });

  it('looks at brokers and ZooKeeper nodes that a Kafka describes', () => {
    const nodes = { replicas: 1, storage: ephemeral };
    expect(tell(loneStorage, { kafkaCluster: [cluster({ brokers: nodes, zookeeper: nodes })] })).toMatchObject([
      { field: 'spec.kafka.storage' },
      { field: 'spec.zookeeper.storage' },
    ]);
    expect(tell(loneStorage, { kafkaCluster: [cluster()] })).toEqual([]);
  });
});
