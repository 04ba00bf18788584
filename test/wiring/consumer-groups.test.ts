import { ConsumerGroups, consumptionsOfClient, consumptionsOfUser } from '../../src/wiring/consumer-groups';
import { clusterSeen } from './harness';

const EUROPE = clusterSeen();
const US = clusterSeen({ clusterName: 'us' });

describe('consumer groups', () => {
  it('are found by topic and cluster, each once', () => {
    const groups = new ConsumerGroups([
      { cluster: EUROPE, topic: 'orders', group: 'stock' },
      { cluster: clusterSeen(), topic: 'orders', group: 'stock' },
      { cluster: EUROPE, topic: 'orders', group: 'billing' },
      { cluster: US, topic: 'orders', group: 'reports' },
    ]);
    expect([...groups.of(EUROPE, 'orders')].sort()).toEqual(['billing', 'stock']);
    expect([...groups.of(US, 'orders')]).toEqual(['reports']);
    expect([...groups.of(US, 'payments')]).toEqual([]);
    expect([...groups.of(clusterSeen({ clusterName: 'asia' }), 'orders')]).toEqual([]);
  });

  it('are those that users were granted to consume as', () => {
    const consumptions = consumptionsOfUser(EUROPE, [
      { intent: 'consume', topic: 'orders', group: 'stock' },
      { intent: 'produce', topic: 'orders' },
      { intent: 'consume', topic: { prefix: 'orders-' }, group: 'all' },
      { resource: { type: 'group', name: 'by-hand' }, operations: ['Read'] },
    ]);
    expect(consumptions).toEqual([{ cluster: EUROPE, topic: 'orders', group: 'stock' }]);
  });

  it('are those that client applications read as, users or not', () => {
    expect(consumptionsOfClient(EUROPE, { type: 'consumer', topic: 'orders', group: 'stock' })).toEqual([
      { cluster: EUROPE, topic: 'orders', group: 'stock' },
    ]);
    expect(
      consumptionsOfClient(EUROPE, { type: 'streams', source: 'in', target: 'out', applicationId: 'pipe' }),
    ).toEqual([{ cluster: EUROPE, topic: 'in', group: 'pipe' }]);
    const program = { type: 'program', producesTo: ['out'], consumesFrom: ['in', 'more'] } as const;
    expect(consumptionsOfClient(EUROPE, { ...program, group: 'all' })).toEqual([
      { cluster: EUROPE, topic: 'in', group: 'all' },
      { cluster: EUROPE, topic: 'more', group: 'all' },
    ]);
    expect(consumptionsOfClient(EUROPE, { ...program, applicationId: 'app' }).map(({ group }) => group)).toEqual([
      'app',
      'app',
    ]);
    expect(consumptionsOfClient(EUROPE, program)).toEqual([]);
    expect(consumptionsOfClient(EUROPE, { type: 'producer', topic: 'orders' })).toEqual([]);
  });
});
