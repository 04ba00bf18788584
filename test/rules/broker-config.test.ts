import { StrimziRelease } from '../../src/dialects/releases';
import { brokerConfig } from '../../src/rules/broker-config';
import { cluster, tell } from './harness';

const told = (config: Record<string, string>, release = StrimziRelease.V1_2) =>
  tell(brokerConfig, { kafkaCluster: [cluster({ config })], release }).map(({ given }) => given);

describe('broker-config', () => {
  it('takes settings that are the team’s, and exceptions from what is not', () => {
    expect(told({ 'num.partitions': 'a', 'ssl.protocol': 'b', 'log.retention.ms': 'c' })).toEqual([]);
    expect(told({ 'listener.name.tls-9093.max.connections': 'a' })).toEqual([]);
  });

  it('warns of what the operator drops, whatever the case of its letters', () => {
    const config = { 'advertised.listeners': 'a', 'log.dirs': 'b', 'Zookeeper.Connect': 'c', 'listener.name.x.y': 'd' };
    expect(told(config)).toEqual(['a', 'b', 'c', 'd']);
    expect(told({ 'listener.name.other-9093.max.connections': 'e' })).toEqual(['e']);
  });

  it('knows since when', () => {
    const config = { 'node.id': 'a', 'broker.session.timeout.ms': 'b', 'principal.builder.class': 'c' };
    expect(told(config, StrimziRelease.V0_18)).toEqual(['b', 'c']);
    expect(told(config)).toEqual(['a']);
  });

  it('names the settings that begin so and are the team’s', () => {
    const allowed = (key: string, release = StrimziRelease.V0_45) =>
      tell(brokerConfig, { kafkaCluster: [cluster({ config: { [key]: 'x' } })], release }).map((each) => each.allowed);
    expect(allowed('ssl.x')).toEqual([
      'ssl.cipher.suites, ssl.enabled.protocols, ssl.protocol, ssl.secure.random.implementation',
    ]);
    expect(allowed('log.dirs')).toEqual([undefined]);
    expect(allowed('listener.name.x.y')).toEqual([undefined]);
    expect(allowed('listener.name.x.y', StrimziRelease.V1_2)).toEqual([
      expect.stringContaining('listener.name.tls-9093.max.connections'),
    ]);
  });

  it('says that a setting is dropped, and not that the operator has it', () => {
    expect(tell(brokerConfig, { kafkaCluster: [cluster({ config: { 'sasl.foo': 'x' } })] })).toMatchObject([
      { message: 'The operator drops sasl.foo: it leaves no such setting to the team.' },
    ]);
  });

  it('says where super users go', () => {
    expect(tell(brokerConfig, { kafkaCluster: [cluster({ config: { 'super.users': 'User:root' } })] })).toMatchObject([
      { severity: 'warning', remedy: expect.stringContaining('superUsers') },
    ]);
  });

  it.each([
    ['log.dirs', 'storage'],
    ['Advertised.Listeners', 'listeners'],
    ['listener.name.x.ssl.truststore.type', 'listeners'],
    ['authorizer.class.name', 'authorization'],
    ['broker.rack', 'rack'],
    ['client.quota.callback.static.produce', 'quotas'],
    ['node.id', 'Leave it out'],
  ])('says what to use instead of %s', (name, remedy) => {
    expect(tell(brokerConfig, { kafkaCluster: [cluster({ config: { [name]: 'x' } })] })).toMatchObject([
      { remedy: expect.stringContaining(remedy) },
    ]);
  });

  it('refuses config providers of names that the operator has', () => {
    const config = { 'config.providers': 'vault,strimzienv,strimzifile' };
    expect(tell(brokerConfig, { kafkaCluster: [cluster({ config })] })).toMatchObject([
      {
        effect: 'refused',
        field: 'spec.kafka.config["config.providers"]',
        message: expect.stringContaining('strimzienv'),
      },
      { effect: 'refused', message: expect.stringContaining('strimzifile') },
    ]);
    expect(told({ 'config.providers': 'vault,env' })).toEqual([]);
    expect(told(config, StrimziRelease.V0_46)).toEqual([]);
  });
});
