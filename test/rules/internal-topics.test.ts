import { internalTopics } from '../../src/rules/internal-topics';
import { cluster, tell } from './harness';
import { kraft } from './mirrors';

const storage = { type: 'ephemeral' } as const;
const single = (config = {}) => [cluster({ brokers: { replicas: 1, storage }, config })];

describe('internal-topics', () => {
  it('takes three brokers, and settings of any number', () => {
    const config = { 'offsets.topic.replication.factor': 1, 'transaction.state.log.replication.factor': 9 };
    expect(tell(internalTopics, { kafkaCluster: [cluster()] })).toEqual([]);
    expect(tell(internalTopics, { kafkaCluster: single(config) })).toEqual([]);
  });

  it('warns of fewer brokers where nothing is said', () => {
    expect(tell(internalTopics, { kafkaCluster: single() })).toMatchObject([
      { severity: 'warning', field: 'spec.kafka.config["offsets.topic.replication.factor"]' },
      { severity: 'warning', field: 'spec.kafka.config["transaction.state.log.replication.factor"]' },
    ]);
  });

  it('says nothing of a cluster whose node pools it does not see', () => {
    expect(tell(internalTopics, { kafkaCluster: [kraft('k')] })).toEqual([]);
  });
});
