import { Size } from 'cdk8s';
import { BrokerQuotas, StrimziRelease, TieredStorage, type KafkaClusterProps } from '../../src';
import { findings, manifest, newCluster, newSite } from './harness';

const { V0_18, V0_39, V0_41, V1_2 } = StrimziRelease;

const written = (props: Partial<KafkaClusterProps>, release = V1_2) => {
  const site = newSite({ release });
  const cluster = newCluster(site, 'europe', props);
  return {
    cluster,
    kafka: () => manifest(site, 'Kafka', 'europe').spec?.['kafka'] as Record<string, unknown>,
    found: () => findings(site).map(({ rule, field }) => `${rule} ${field ?? ''}`),
  };
};

describe('quotas of a cluster', () => {
  it('are those of users that have none, or of all clients of a broker', () => {
    const ofUsers = { producerByteRate: 1000, requestPercentage: 50, controllerMutationRate: 0.5 };
    const { kafka, found } = written({ quotas: BrokerQuotas.kafka(ofUsers) });
    expect(kafka()['quotas']).toEqual({ type: 'kafka', ...ofUsers });
    expect(found()).toEqual([]);
    const plugin = { consumerByteRate: 2000, excludedPrincipals: ['User:CN=admin'] };
    const quotas = BrokerQuotas.strimzi({ ...plugin, minAvailablePerVolume: Size.mebibytes(1) });
    expect(written({ quotas }).kafka()['quotas']).toEqual({
      type: 'strimzi',
      ...plugin,
      minAvailableBytesPerVolume: 1_048_576,
    });
  });

  it('keep bytes or a part of a volume free, not both', () => {
    const both = { minAvailablePerVolume: Size.gibibytes(1), minAvailableRatioPerVolume: 0.1 };
    expect(written({ quotas: BrokerQuotas.strimzi(both) }).found()).toEqual([
      'fields-at-odds spec.kafka.quotas.minAvailableRatioPerVolume',
    ]);
  });

  it('are told to be in the place of a class that the settings name', () => {
    const config = { 'client.quota.callback.class': 'a.B' };
    expect(written({ quotas: BrokerQuotas.kafka({}), config }).found()).toEqual(['fields-at-odds spec.kafka.quotas']);
  });

  it('take a part that is one', () => {
    const quotas = BrokerQuotas.strimzi({ minAvailableRatioPerVolume: 10 });
    expect(written({ quotas }).found()).toEqual([expect.stringContaining('minAvailableRatioPerVolume')]);
  });
});

describe('tiered storage', () => {
  const tieredStorage = TieredStorage.custom({ className: 'a.B', classPath: '/opt/*', config: { b: '2', a: '1' } });

  it('is a class, its files and its settings', () => {
    const { kafka, cluster, found } = written({ tieredStorage });
    cluster.addTopic('orders', { config: { 'remote.storage.enable': true } });
    expect(kafka()['tieredStorage']).toEqual({
      type: 'custom',
      remoteStorageManager: { className: 'a.B', classPath: '/opt/*', config: { a: '1', b: '2' } },
    });
    expect(found()).toEqual([]);
  });

  it('is missed by topics that ask for it', () => {
    const { cluster, found } = written({});
    cluster.addTopic('orders', { config: { 'remote.storage.enable': true } });
    expect(found()).toEqual(['topic-tiered spec.config["remote.storage.enable"]']);
  });
});

it.each([
  ['0.18', V0_18],
  ['0.39', V0_39],
])('Strimzi %s is told to know neither', (_, release) => {
  const { found } = written(
    { quotas: BrokerQuotas.kafka({ producerByteRate: 1 }), tieredStorage: TieredStorage.custom({ className: 'a.B' }) },
    release,
  );
  expect(found().sort()).toEqual(
    ['quotas', 'tieredStorage'].map((field) => expect.stringContaining(`spec.kafka.${field}`) as string),
  );
});

it('Strimzi 0.41 is told to know no quotas, and takes tiered storage', () => {
  const tieredStorage = TieredStorage.custom({ className: 'a.B' });
  expect(
    written({ quotas: BrokerQuotas.kafka({}), tieredStorage }, V0_41)
      .found()
      .join(),
  ).toMatch(/^\S+ spec\.kafka\.quotas/);
});
