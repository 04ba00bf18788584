import { nodePoolRoles } from '../../src/rules/node-pool-roles';
import { cluster, tell } from './harness';
import { kraft, pool } from './mirrors';

const withRoles = (name: string, ...roles: ('broker' | 'controller')[]) => ({ ...pool('k', name, 3), roles });

describe('node-pool-roles', () => {
  it('takes brokers and controllers, in one pool or in two', () => {
    const kafkaCluster = [kraft('k')];
    expect(tell(nodePoolRoles, { kafkaCluster, nodePool: [pool('k', 'p', 3)] })).toEqual([]);
    const nodePool = [withRoles('a', 'broker'), withRoles('b', 'controller')];
    expect(tell(nodePoolRoles, { kafkaCluster, nodePool })).toEqual([]);
  });

  it('refuses a pool without roles, whose cluster is not blamed too', () => {
    expect(tell(nodePoolRoles, { kafkaCluster: [kraft('k')], nodePool: [withRoles('p')] })).toMatchObject([
      { path: 'p', field: 'spec.roles', given: [] },
    ]);
  });

  it('refuses controllers beside ZooKeeper', () => {
    const kafkaCluster = [cluster({ name: 'k', nodePools: true })];
    const nodePool = [withRoles('a', 'broker'), withRoles('b', 'controller')];
    expect(tell(nodePoolRoles, { kafkaCluster, nodePool })).toMatchObject([{ path: 'b', allowed: 'broker' }]);
  });

  it('takes them where ZooKeeper is on its way out', () => {
    const kafkaCluster = [cluster({ name: 'k', nodePools: true, annotations: { 'strimzi.io/kraft': 'migration' } })];
    expect(tell(nodePoolRoles, { kafkaCluster, nodePool: [withRoles('b', 'controller')] })).toEqual([]);
  });

  it('refuses a cluster whose pools have no controllers, or none that run', () => {
    const kafkaCluster = [kraft('k')];
    const empty = { ...withRoles('b', 'controller'), replicas: 0 };
    expect(tell(nodePoolRoles, { kafkaCluster, nodePool: [withRoles('a', 'broker')] })).toMatchObject([{ path: 'k' }]);
    expect(tell(nodePoolRoles, { kafkaCluster, nodePool: [withRoles('a', 'broker'), empty] })).toHaveLength(1);
  });

  it('says nothing of a cluster whose node pools it does not see', () => {
    expect(tell(nodePoolRoles, { kafkaCluster: [kraft('k')] })).toEqual([]);
  });

  it('leaves a role that is none, and a cluster without nodes, to whoever tells of them', () => {
    const kafkaCluster = [kraft('k')];
    const misspelt = { ...pool('k', 'p', 3), roles: ['controler' as 'controller', 'broker' as const] };
    expect(tell(nodePoolRoles, { kafkaCluster, nodePool: [misspelt] })).toEqual([]);
    expect(tell(nodePoolRoles, { kafkaCluster, nodePool: [pool('k', 'p', 0)] })).toEqual([]);
  });
});
