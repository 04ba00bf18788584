import { topicReplicas } from '../../src/rules/topic-replicas';
import { cluster, tell } from './harness';

const topic = (replicas: number) => ({ name: 'orders', cluster: 'europe', replicas });
const pool = (name: string, replicas: number) =>
  ({ name, cluster: 'europe', replicas, roles: ['broker'], storage: { type: 'ephemeral' } }) as const;

describe('topic-replicas', () => {
  it('takes as many replicas as there are brokers, in all pools together', () => {
    expect(tell(topicReplicas, { kafkaCluster: [cluster()], topic: [topic(3)] })).toEqual([]);
    const kafkaCluster = [cluster({ brokers: undefined, nodePools: true })];
    expect(tell(topicReplicas, { kafkaCluster, nodePool: [pool('a', 2), pool('b', 2)], topic: [topic(4)] })).toEqual(
      [],
    );
  });

  it('refuses more replicas than brokers, and none', () => {
    const told = tell(topicReplicas, { kafkaCluster: [cluster()], topic: [topic(4), topic(0)] });
    expect(told).toMatchObject([
      { path: 'orders', field: 'spec.replicas', given: 4, allowed: '1 to 3, the brokers of europe' },
      { given: 0 },
    ]);
  });

  it('tells of a single broker, and of the node pools that it counted', () => {
    const single = cluster({ brokers: { replicas: 1, storage: { type: 'ephemeral' } } });
    expect(tell(topicReplicas, { kafkaCluster: [single], topic: [topic(2)] })).toMatchObject([
      { allowed: '1, the only broker of europe' },
    ]);
    const kafkaCluster = [cluster({ brokers: undefined, nodePools: true })];
    const nodePool = [pool('b', 1), pool('a', 2)];
    expect(tell(topicReplicas, { kafkaCluster, nodePool, topic: [topic(4)] })).toMatchObject([
      { allowed: '1 to 3, the brokers of europe in the node pools a, b' },
    ]);
  });

  it('counts no brokers where other node pools must be elsewhere: KRaft has controllers', () => {
    const kafkaCluster = [cluster({ brokers: undefined, nodePools: true, mode: 'kraft' })];
    expect(tell(topicReplicas, { kafkaCluster, nodePool: [pool('a', 2)], topic: [topic(4)] })).toEqual([]);
    const nodePool = [{ ...pool('a', 2), roles: ['broker', 'controller'] as const }];
    expect(tell(topicReplicas, { kafkaCluster, nodePool, topic: [topic(4)] })).toHaveLength(1);
  });

  it('lets a topic be that the operator leaves alone', () => {
    const unmanaged = { ...topic(9), annotations: { 'strimzi.io/managed': 'false' } };
    expect(tell(topicReplicas, { kafkaCluster: [cluster()], topic: [unmanaged] })).toEqual([]);
  });

  it('says nothing of a cluster that it does not see', () => {
    expect(tell(topicReplicas, { topic: [topic(9)] })).toEqual([]);
  });
});
