import { consumeRights, produceRights, streamRights } from '../../src/wiring/client-rights';
import { rightsText } from './harness';

describe('a producer', () => {
  it('writes to its topic', () => {
    expect(rightsText(produceRights('orders'))).toEqual(['topic literal orders: Write Describe']);
  });

  it('makes its topic where it may', () => {
    expect(rightsText(produceRights('orders', { createTopic: true }))).toEqual([
      'topic literal orders: Write Create Describe',
    ]);
  });

  it('writes in transactions whose ids begin as it was told', () => {
    expect(rightsText(produceRights('orders', { transactionalIdPrefix: 'shop-' }))).toEqual([
      'topic literal orders: Write Describe',
      'transactionalId prefix shop-: Write Describe',
    ]);
  });
});

describe('a consumer', () => {
  it('reads its topic as a member of its group', () => {
    expect(rightsText(consumeRights('orders', 'stock'))).toEqual([
      'topic literal orders: Read Describe',
      'group literal stock: Read',
    ]);
  });
});

describe('a Kafka Streams application', () => {
  it('keeps topics and a group of its own', () => {
    expect(rightsText(streamRights('pipe'))).toEqual([
      'topic prefix pipe-: Read Write Create Delete Describe DescribeConfigs',
      'group literal pipe: Read Delete Describe',
    ]);
  });
});
