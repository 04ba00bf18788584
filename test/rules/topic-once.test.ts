import { topicOnce } from '../../src/rules/topic-once';
import { tell } from './harness';

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
});
