import { StrimziRelease } from '../../src/dialects/releases';
import { topicOnce } from '../../src/rules/topic-once';
import { cluster, tell } from './harness';

describe('topic-once', () => {
  it('takes topics of one name at two clusters', () => {
    const topic = [
      { name: 'orders', cluster: 'europe' },
      { name: 'orders-us', cluster: 'us', topicName: 'orders' },
    ];
    expect(tell(topicOnce, { topic })).toEqual([]);
  });

  it('refuses two resources for one topic', () => {
    const topic = [
      { name: 'orders', cluster: 'europe' },
      { name: 'orders-2', cluster: 'europe', topicName: 'orders' },
    ];
    expect(tell(topicOnce, { topic })).toMatchObject([
      {
        path: 'orders-2',
        field: 'spec.topicName',
        given: 'orders',
        message: expect.stringContaining('by orders already'),
      },
    ]);
  });

  it('lets a topic be that the operator leaves alone, where operators can be told so', () => {
    const twin = {
      name: 'orders-2',
      cluster: 'europe',
      topicName: 'orders',
      annotations: { 'strimzi.io/managed': 'false' },
    };
    const topic = [{ name: 'orders', cluster: 'europe' }, twin];
    expect(tell(topicOnce, { topic })).toEqual([]);
    expect(tell(topicOnce, { topic, release: StrimziRelease.V0_18 })).toHaveLength(1);
  });

  it('says nothing where several objects claim to be the cluster', () => {
    const topic = [
      { name: 'orders', cluster: 'europe' },
      { name: 'orders-2', cluster: 'europe', topicName: 'orders' },
    ];
    expect(tell(topicOnce, { kafkaCluster: [cluster(), cluster()], topic })).toEqual([]);
  });
});
