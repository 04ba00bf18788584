import { StrimziRelease } from '../../src/dialects/releases';
import { brokerSettings } from '../../src/rules/broker-settings';
import { cluster, tell } from './harness';

const told = (config: Record<string, string | number | boolean>, release = StrimziRelease.V1_2) =>
  tell(brokerSettings, { kafkaCluster: [cluster({ config })], release });

describe('broker-settings', () => {
  it('takes what Kafka takes, and what plugins may have', () => {
    expect(told({ 'num.partitions': 3, 'auto.create.topics.enable': 'false', 'log.cleanup.policy': 'delete' })).toEqual(
      [],
    );
    expect(told({ 'client.quota.callback.class': 'any.Class', 'acme.plugin.level': 'x', 'leader.rate': 1 })).toEqual(
      [],
    );
  });

  it.each([
    ['num.partitions', 0, 'a whole number from 1 to 2147483647'],
    ['num.partitions', 'three', 'a whole number from 1 to 2147483647'],
    ['num.partitions', 3e9, 'a whole number from 1 to 2147483647'],
    ['num.partitions', 1e20, 'a whole number from 1 to 2147483647'],
    ['log.retention.ms', 2e19, 'a whole number from -9223372036854775808 to 9223372036854775807'],
    ['log.retention.ms', -1e30, 'a whole number from -9223372036854775808 to 9223372036854775807'],
    ['auto.create.topics.enable', 'yes', 'true or false'],
    ['log.cleanup.policy', 'shred', 'one or several of compact, delete'],
    ['background.threads', '1.5', 'a whole number from 1 to 2147483647'],
  ])('refuses %s: %s', (name, given, allowed) => {
    expect(told({ [name]: given })).toMatchObject([{ effect: 'refused', given, allowed }]);
  });

  it('takes a number that was within bounds before JavaScript rounded it', () => {
    expect(told({ 'log.retention.ms': Number('9223372036854775807'), 'log.retention.bytes': 2 ** 60 })).toEqual([]);
  });

  it('tells of a name that is nearly one of Kafka', () => {
    expect(told({ 'min.insync.replica': 2 })).toMatchObject([
      { effect: 'ignored', remedy: 'Write min.insync.replicas, or leave it out.' },
    ]);
  });

  it('tells of settings that the version has no longer, or not yet', () => {
    expect(told({ 'inter.broker.protocol.version': '3.9' })).toMatchObject([{ allowed: 'with Kafka up to 3.9' }]);
    expect(told({ 'inter.broker.protocol.version': '3.9' }, StrimziRelease.V0_45)).toEqual([]);
    expect(told({ 'compression.gzip.level': 1 }, StrimziRelease.V0_42)).toMatchObject([
      { allowed: 'with Kafka from 3.8 on' },
    ]);
  });

  it('leaves to others what the operator sets', () => {
    expect(told({ 'node.id': 'x', 'broker.id': 'y' })).toEqual([]);
  });

  it('shows no secret', () => {
    const [finding] = told({ 'delegation.token.secret.keys': 'abc', 'delegation.token.secret.key': 'abc' });
    expect(JSON.stringify(finding)).not.toContain('abc"');
  });

  it('leaves a name that is not quite near to others: a plugin may have it', () => {
    expect(told({ 'log.retention.days': 7, 'nim.partitons': 1 })).toMatchObject([{ given: 1 }]);
  });
});
