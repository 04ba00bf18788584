import type { KafkaClusterRecord } from '../../src/model/kafka-cluster';
import { topicTiered } from '../../src/rules/topic-tiered';
import { tell, tellOfYaml } from './harness';
import { kraft } from './mirrors';

const topic = (enable: string | boolean, annotations = {}) => ({
  name: 'orders',
  cluster: 'europe',
  annotations,
  config: { 'remote.storage.enable': enable },
});
const told = (its: Partial<KafkaClusterRecord>, enable: string | boolean = true, annotations = {}) =>
  tell(topicTiered, { kafkaCluster: [kraft('europe', its)], topic: [topic(enable, annotations)] });

describe('topic-tiered', () => {
  it('tells of a topic that its brokers do not take', () => {
    const message = expect.stringContaining('have no tiered storage') as string;
    expect(told({})).toMatchObject([
      { severity: 'error', path: 'orders', field: 'spec.config["remote.storage.enable"]', given: true, message },
    ]);
    expect(told({ config: { 'remote.log.storage.system.enable': 'false' } }, 'TRUE')).toHaveLength(1);
  });

  it('takes it where brokers have tiered storage, or may have it', () => {
    expect(told({ tieredStorage: { type: 'custom', className: 'a.B' } })).toEqual([]);
    expect(told({ config: { 'remote.log.storage.system.enable': true } })).toEqual([]);
    expect(told({ config: { 'remote.log.storage.system.enable': '${file:/a:b}' } })).toEqual([]);
    expect(tell(topicTiered, { topic: [topic(true)] })).toEqual([]);
  });

  it('says nothing of tiered storage that is not understood', () => {
    const kafka =
      '{apiVersion: kafka.strimzi.io/v1, kind: Kafka, metadata: {name: k}, spec: {kafka: {listeners: [], tieredStorage: {type: other}}}}';
    const orders =
      '{apiVersion: kafka.strimzi.io/v1, kind: KafkaTopic, metadata: {name: a, labels: {strimzi.io/cluster: k}}, spec: {config: {remote.storage.enable: true}}}';
    expect(tellOfYaml('topic-tiered', `${kafka}\n---\n${orders}`)).toEqual([]);
  });

  it('says nothing of topics that ask for none, or are not managed', () => {
    expect(told({}, false)).toEqual([]);
    expect(told({}, true, { 'strimzi.io/managed': 'false' })).toEqual([]);
  });

  it('says nothing of a Kafka that has never heard of it', () => {
    expect(told({ version: '3.5.2' })).toEqual([]);
    expect(told({ version: '3.6.0' })).toHaveLength(1);
  });
});
