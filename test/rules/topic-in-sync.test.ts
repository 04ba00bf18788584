import { topicInSync } from '../../src/rules/topic-in-sync';
import { cluster, tell } from './harness';

const topic = (min: number | string, replicas?: number) => ({
  name: 'orders',
  cluster: 'europe',
  ...(replicas !== undefined && { replicas }),
  config: { 'min.insync.replicas': min },
});

describe('topic-in-sync', () => {
  it('takes as many replicas in sync as there are', () => {
    expect(tell(topicInSync, { kafkaCluster: [cluster()], topic: [topic(2, 2), topic('3')] })).toEqual([]);
  });

  it('refuses more', () => {
    const told = tell(topicInSync, { kafkaCluster: [cluster()], topic: [topic(3, 2), topic('4')] });
    expect(told).toMatchObject([{ given: 3, allowed: 'at most 2, the replicas of the topic' }, { given: '4' }]);
  });
});
