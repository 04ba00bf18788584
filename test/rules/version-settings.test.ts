import { StrimziRelease } from '../../src/dialects/releases';
import { versionSettings } from '../../src/rules/version-settings';
import type { KafkaClusterRecord } from '../../src/model/kafka-cluster';
import { cluster, tell } from './harness';

const { brokers: _, zookeeper: __, ...KRAFT } = cluster({ mode: 'kraft', nodePools: true, version: '4.3.1' });
const told = (record: KafkaClusterRecord, release = StrimziRelease.V1_2) =>
  tell(versionSettings, { release, kafkaCluster: [record] });

describe('version-settings', () => {
  it.each(['4.3', '4.3-IV0', '4.3.1', undefined])('takes metadata of %s for Kafka 4.3.1', (metadataVersion) => {
    expect(told({ ...KRAFT, ...(metadataVersion !== undefined && { metadataVersion }) })).toEqual([]);
  });

  it.each([
    ['4.2', 'warned'],
    ['3.3-IV3', 'warned'],
    ['4.4', 'ignored'],
    ['3.2', 'refused'],
    ['newest', 'refused'],
    ['', 'refused'],
  ])('tells metadata of "%s": %s', (metadataVersion, effect) => {
    expect(told({ ...KRAFT, metadataVersion })).toMatchObject([
      { effect, field: 'spec.kafka.metadataVersion', given: metadataVersion },
    ]);
  });

  it('takes the usual version of the release where none is named', () => {
    const { version: _version, ...usual } = KRAFT;
    expect(told({ ...usual, metadataVersion: '4.2' })).toHaveLength(1);
    expect(told({ ...usual, metadataVersion: '4.3' })).toEqual([]);
  });

  it('leaves a version that the operator does not run to who tells it', () => {
    expect(told({ ...KRAFT, version: '3.0.0', metadataVersion: '4.2' })).toEqual([]);
  });

  it('compares what brokers with ZooKeeper say to each other', () => {
    const of = (config: KafkaClusterRecord['config'] = {}, version = '3.9.0') =>
      told(cluster({ config, version }), StrimziRelease.V0_45);
    expect(of({ 'inter.broker.protocol.version': 3.9, 'log.message.format.version': '3.9-IV0' })).toEqual([]);
    expect(of({ 'inter.broker.protocol.version': '3.8', 'log.message.format.version': 2.8 })).toMatchObject([
      { effect: 'warned', field: 'spec.kafka.config["log.message.format.version"]', given: 2.8, allowed: '3.9' },
      { effect: 'warned', field: 'spec.kafka.config["inter.broker.protocol.version"]', given: '3.8' },
    ]);
    expect(of({ 'inter.broker.protocol.version': '${version}' })).toEqual([]);
  });

  it('refuses a migration of metadata that is too old, or of another version', () => {
    const of = (changes: Partial<KafkaClusterRecord>, release = StrimziRelease.V0_45) =>
      told(cluster({ annotations: { 'strimzi.io/kraft': 'migration' }, ...changes }), release);
    const config = { 'inter.broker.protocol.version': '3.9', 'log.message.format.version': '3.9' };
    expect(of({ version: '3.9.0', metadataVersion: '3.9-IV0', config })).toEqual([]);
    expect(of({ version: '3.9.0' })).toEqual([]);
    expect(of({ version: '3.9.0', metadataVersion: '3.8', config })).toMatchObject([
      { effect: 'refused', field: 'spec.kafka.metadataVersion', given: '3.8', allowed: '3.9' },
    ]);
    expect(of({ version: '3.6.1' }, StrimziRelease.V0_40)).toMatchObject([
      { effect: 'refused', field: 'spec.kafka.version', given: '3.6.1' },
    ]);
    expect(told(cluster({ version: '3.6.1' }), StrimziRelease.V0_40)).toEqual([]);
  });
});
