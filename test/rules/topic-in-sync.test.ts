import { topicInSync } from '../../src/rules/topic-in-sync';
import { cluster, tell } from './harness';

const europe = (config: Record<string, number>) => [cluster({ config })];
const topic = (min: number | string, replicas?: number) => ({
  name: 'orders',
  cluster: 'europe',
  ...(replicas !== undefined && { replicas }),
  config: { 'min.insync.replicas': min },
});

describe('topic-in-sync', () => {
  it('takes as many replicas in sync as there are', () => {
    const kafkaCluster = europe({ 'default.replication.factor': 3 });
    expect(tell(topicInSync, { kafkaCluster, topic: [topic(2, 2), topic('3')] })).toEqual([]);
  });

  it('refuses more', () => {
    const told = tell(topicInSync, {
      kafkaCluster: europe({ 'default.replication.factor': 3 }),
      topic: [topic(3, 2), topic('4')],
    });
    expect(told).toMatchObject([{ given: 3, allowed: 'at most 2, the replicas of the topic' }, { given: '4' }]);
  });

  it('takes a topic that does not say to have the one replica that Kafka gives', () => {
    expect(tell(topicInSync, { kafkaCluster: [cluster()], topic: [topic(2)] })).toMatchObject([
      { field: 'spec.config["min.insync.replicas"]', allowed: 'at most 1, the replicas of the topic' },
    ]);
    expect(tell(topicInSync, { topic: [topic(2)] })).toEqual([]);
  });

  it('counts what the brokers ask for where the topic asks for nothing', () => {
    const kafkaCluster = europe({ 'min.insync.replicas': 2 });
    const single = { name: 'orders', cluster: 'europe', replicas: 1 };
    const given = { kafkaCluster, topic: [single, topic(1, 1), { name: 'usual', cluster: 'europe' }] };
    expect(tell(topicInSync, given)).toMatchObject([
      { path: 'orders', field: 'spec.replicas', given: 1, allowed: expect.stringContaining('at least 2') },
      { path: 'usual', field: 'spec.replicas', message: expect.stringContaining('has 1 of its brokers') },
    ]);
    const two = europe({ 'min.insync.replicas': 2, 'default.replication.factor': 2 });
    expect(tell(topicInSync, { ...given, kafkaCluster: two })).toMatchObject([{ path: 'orders' }]);
  });

  it('lets a topic be that the operator leaves alone', () => {
    const unmanaged = { ...topic(3, 2), annotations: { 'strimzi.io/managed': 'false' } };
    expect(tell(topicInSync, { topic: [unmanaged] })).toEqual([]);
    expect(tell(topicInSync, { topic: [{ ...unmanaged, annotations: {} }] })).toHaveLength(1);
  });

  it('leaves numbers of replicas that no topic has to whoever tells of them', () => {
    expect(tell(topicInSync, { kafkaCluster: [cluster()], topic: [topic(2, -1)] })).toEqual([]);
  });
});
