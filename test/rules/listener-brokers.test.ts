import type { KafkaClusterRecord } from '../../src/model/kafka-cluster';
import { listenerBrokers } from '../../src/rules/listener-brokers';
import { cluster, tell } from './harness';

const told = (ids: readonly number[], changes: Partial<KafkaClusterRecord> = {}) => {
  const brokers = ids.map((broker) => ({ broker, host: `b${broker}.example.com` }));
  const listeners = [{ name: 'out', port: 9094, type: 'route' as const, tls: true, configuration: { brokers } }];
  return tell(listenerBrokers, { kafkaCluster: [cluster({ listeners, ...changes })] });
};

describe('listener-brokers', () => {
  it('takes brokers that there are, each once', () => {
    expect(told([2, 0, 1])).toEqual([]);
  });

  it('tells of brokers that there are not, unless node pools number them', () => {
    expect(told([0, 3])).toMatchObject([
      {
        severity: 'warning',
        field: 'spec.kafka.listeners[0].configuration.brokers[1].broker',
        given: 3,
        allowed: '0 to 2, each once',
      },
    ]);
    expect(told([0, 3], { nodePools: true })).toEqual([]);
  });

  it('tells of a second entry', () => {
    expect(told([1, 1], { nodePools: true })).toMatchObject([
      { field: 'spec.kafka.listeners[0].configuration.brokers[1].broker', given: 1, allowed: 'each broker once' },
    ]);
  });
});
