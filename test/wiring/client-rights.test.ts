import { consumeRights, produceRights, streamRights, transactRight } from '../../src/wiring/client-rights';
import { rightsText } from './harness';

const NOW = '4.3.1';

describe('a producer', () => {
  it('writes to its topic', () => {
    expect(rightsText(produceRights('orders', NOW))).toEqual(['topic literal orders: Write']);
  });

  it('makes its topic where it may', () => {
    expect(rightsText(produceRights('orders', NOW, { createTopic: true }))).toEqual([
      'topic literal orders: Write Create',
    ]);
  });

  it('writes in transactions whose ids begin as it was told', () => {
    expect(rightsText(produceRights('orders', NOW, { transactionalIdPrefix: 'shop-' }))).toEqual([
      'topic literal orders: Write',
      'transactionalId prefix shop-: Write',
    ]);
    expect(rightsText([transactRight('shop')])).toEqual(['transactionalId literal shop: Write']);
  });

  it.each([
    ['2.4.0', ['cluster: IdempotentWrite']],
    ['2.7.2', ['cluster: IdempotentWrite']],
    ['2.8.0', []],
    [NOW, []],
  ])('writes each record once to brokers of Kafka %s', (version, more) => {
    const written = produceRights({ prefix: 'shop.' }, version, { idempotent: true });
    expect(rightsText(written)).toEqual(['topic prefix shop.: Write', ...more]);
    expect(rightsText(produceRights('orders', version))).toHaveLength(1);
  });
});

describe('a consumer', () => {
  it('reads its topic as a member of its group', () => {
    expect(rightsText(consumeRights('orders', 'stock'))).toEqual([
      'topic literal orders: Read',
      'group literal stock: Read',
    ]);
  });

  it('reads topics as a member of any group that begins alike', () => {
    expect(rightsText(consumeRights({ prefix: 'shop.' }, { prefix: 'shop-' }))).toEqual([
      'topic prefix shop.: Read',
      'group prefix shop-: Read',
    ]);
  });
});

describe('a Kafka Streams application', () => {
  const OWN = ['topic prefix pipe-: Read Write Create Delete', 'group literal pipe: Read'];

  it('keeps topics and a group of its own', () => {
    expect(rightsText(streamRights('pipe'))).toEqual(OWN);
  });

  it('writes in transactions of its own where it processes each record once', () => {
    expect(rightsText(streamRights('pipe', { exactlyOnce: true }))).toEqual([
      ...OWN,
      'transactionalId prefix pipe-: Write',
    ]);
  });
});
