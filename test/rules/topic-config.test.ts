import { topicConfig } from '../../src/rules/topic-config';
import { cluster, tell } from './harness';

const topic = (config: Record<string, number>, annotations = {}) => ({
  name: 'orders',
  cluster: 'europe',
  config,
  annotations,
});

describe('topic-config', () => {
  it('takes what Kafka knows', () => {
    const given = topic({ 'retention.ms': 1, 'min.insync.replicas': 1, 'cleanup.policy': 1 });
    expect(tell(topicConfig, { kafkaCluster: [cluster()], topic: [given] })).toEqual([]);
  });

  it('refuses what it does not know, and tells what it does', () => {
    expect(tell(topicConfig, { topic: [topic({ 'retension.ms': 1 })] })).toMatchObject([
      { field: 'spec.config["retension.ms"]', given: 1, allowed: expect.stringContaining('retention.ms') },
    ]);
  });

  it('asks for the version of the cluster', () => {
    const given = [topic({ 'compression.gzip.level': 1 })];
    expect(tell(topicConfig, { kafkaCluster: [cluster({ version: '3.7.0' })], topic: given })).toHaveLength(1);
    expect(tell(topicConfig, { kafkaCluster: [cluster({ version: '3.8.0' })], topic: given })).toEqual([]);
  });

  it('lets a topic be that the operator leaves alone', () => {
    expect(tell(topicConfig, { topic: [topic({ x: 1 }, { 'strimzi.io/managed': 'false' })] })).toEqual([]);
  });
});
