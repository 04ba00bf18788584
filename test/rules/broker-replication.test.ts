import { brokerReplication } from '../../src/rules/broker-replication';
import { cluster, tell } from './harness';

describe('broker-replication', () => {
  it('takes settings that the brokers can keep', () => {
    const config = { 'offsets.topic.replication.factor': 3, 'min.insync.replicas': '2', 'num.partitions': 12 };
    expect(tell(brokerReplication, { kafkaCluster: [cluster({ config })] })).toEqual([]);
  });

  it('refuses more replicas than brokers, and what is no number', () => {
    const config = { 'default.replication.factor': 4, 'transaction.state.log.min.isr': 'two' };
    const told = tell(brokerReplication, { kafkaCluster: [cluster({ config })] });
    expect(told.map(({ field }) => field)).toEqual([
      'spec.kafka.config["transaction.state.log.min.isr"]',
      'spec.kafka.config["default.replication.factor"]',
    ]);
  });

  it('leaves replicas in sync to whoever tells that fewer are made', () => {
    const config = { 'default.replication.factor': 3, 'min.insync.replicas': 4 };
    expect(tell(brokerReplication, { kafkaCluster: [cluster({ config })] })).toEqual([]);
    expect(tell(brokerReplication, { kafkaCluster: [cluster({ config: { 'min.insync.replicas': 4 } })] })).toHaveLength(
      1,
    );
  });
});
