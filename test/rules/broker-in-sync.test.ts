import { brokerInSync } from '../../src/rules/broker-in-sync';
import { cluster, tell } from './harness';

const told = (config: Record<string, string | number>) => tell(brokerInSync, { kafkaCluster: [cluster({ config })] });

describe('broker-in-sync', () => {
  it('takes as many replicas in sync as are made', () => {
    expect(told({ 'min.insync.replicas': 2, 'default.replication.factor': '2' })).toEqual([]);
    expect(told({ 'min.insync.replicas': 2 })).toEqual([]);
  });

  it('refuses more, of topics and of transactions', () => {
    const config = {
      'min.insync.replicas': '3',
      'default.replication.factor': 2,
      'transaction.state.log.min.isr': 2,
      'transaction.state.log.replication.factor': 1,
    };
    expect(told(config)).toMatchObject([
      { field: 'spec.kafka.config["min.insync.replicas"]', given: '3', severity: 'error' },
      { field: 'spec.kafka.config["transaction.state.log.min.isr"]', given: 2 },
    ]);
  });

  it('leaves numbers that no brokers take to whoever tells of them', () => {
    const config = { 'transaction.state.log.min.isr': 2, 'transaction.state.log.replication.factor': -1 };
    expect(told(config)).toEqual([]);
  });
});
