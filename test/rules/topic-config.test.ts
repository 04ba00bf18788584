import { StrimziRelease } from '../../src/dialects/releases';
import { topicConfig } from '../../src/rules/topic-config';
import { cluster, tell } from './harness';

const topic = (config: Record<string, string | number | boolean>, annotations = {}) => ({
  name: 'orders',
  cluster: 'europe',
  config,
  annotations,
});
const told = (config: Record<string, string | number | boolean>, version?: string) =>
  tell(topicConfig, {
    kafkaCluster: [cluster(version === undefined ? {} : { version })],
    topic: [topic(config)],
  });

describe('topic-config', () => {
  it('takes what Kafka knows', () => {
    expect(told({ 'retention.ms': -1, 'min.insync.replicas': '2', 'cleanup.policy': 'compact, delete' })).toEqual([]);
    expect(told({ preallocate: 'TRUE', 'min.cleanable.dirty.ratio': 0.5, 'compression.type': 'zstd' })).toEqual([]);
    expect(told({ 'retention.ms': Number('9223372036854775807') })).toEqual([]);
  });

  it('refuses what it does not know, and tells what may have been meant', () => {
    expect(told({ 'retension.ms': 1 })).toMatchObject([
      {
        field: 'spec.config["retension.ms"]',
        given: 1,
        allowed: expect.stringMatching(/^retention.ms/),
        remedy: 'Write retention.ms, or leave it out.',
      },
    ]);
    expect(told({ 'something.else.altogether.it.is': 1 })).toMatchObject([{ allowed: 'a setting that Kafka has' }]);
  });

  it.each([
    ['retention.ms', '7d', 'a whole number from -1 to 9223372036854775807'],
    ['retention.ms', -2, 'a whole number from -1 to 9223372036854775807'],
    ['min.insync.replicas', 0, 'a whole number from 1 to 2147483647'],
    ['max.message.bytes', 1e20, 'a whole number from 0 to 2147483647'],
    ['segment.bytes', '3000000000', 'a whole number from 1048576 to 2147483647'],
    ['cleanup.policy', 'compact,remove', 'one or several of compact, delete'],
    ['compression.type', 'zip', 'gzip, lz4, producer, snappy, uncompressed, zstd'],
    ['preallocate', 'yes', 'true or false'],
    ['min.cleanable.dirty.ratio', 1.5, 'a number from 0 to 1'],
    ['compression.gzip.level', 0, 'a whole number: -1, 1 to 9'],
  ])('refuses %s: %s', (name, given, allowed) => {
    expect(told({ [name]: given })).toMatchObject([
      { field: `spec.config["${name}"]`.replace('["preallocate"]', '.preallocate'), given, allowed },
    ]);
  });

  it('asks for the version of the cluster', () => {
    expect(told({ 'compression.gzip.level': 1 }, '3.7.0')).toMatchObject([{ allowed: 'with Kafka from 3.8 on' }]);
    expect(told({ 'compression.gzip.level': 1 }, '3.8.0')).toEqual([]);
    expect(told({ 'message.format.version': '2.8' }, '3.9.0')).toEqual([]);
    expect(told({ 'message.format.version': '2.8' }, '4.0.0')).toMatchObject([{ allowed: 'with Kafka up to 3.9' }]);
    expect(told({ 'segment.bytes': 14 }, '4.0.0')).toEqual([]);
    expect(told({ 'segment.bytes': 14 }, '4.1.0')).toHaveLength(1);
  });

  it('lets a topic be that the operator leaves alone', () => {
    expect(tell(topicConfig, { topic: [topic({ x: 1 }, { 'strimzi.io/managed': 'false' })] })).toEqual([]);
  });

  it('takes what one of the versions takes where the cluster is not seen', () => {
    const given = { topic: [topic({ 'message.format.version': '2.8' })] };
    expect(tell(topicConfig, { ...given, release: StrimziRelease.of('0.46') })).toEqual([]); // It runs 3.9 and 4.0.
    expect(tell(topicConfig, { ...given, release: StrimziRelease.V1_2 })).toHaveLength(1);
    expect(
      tell(topicConfig, { topic: [topic({ 'retention.ms': 'long' })], release: StrimziRelease.V1_2 }),
    ).toMatchObject([{ message: 'Kafka does not take this for retention.ms.' }]);
  });
});
