import type { Limit } from '../../../src/dialects/common/codec';
import type { KafkaClusterRecord } from '../../../src/model/kafka-cluster';
import type { ListenerRecord } from '../../../src/model/listener';
import type { UserRecord } from '../../../src/model/user';
import type { Generation } from '../../arbitraries/strimzi';
import { DIALECTS } from './generations';

const told = (limits: readonly Limit[]): string[] =>
  limits.map(({ field, since }) => `${field}: ${since ?? 'no release'}`);
const NODES = { replicas: 1, storage: { type: 'ephemeral' as const } };
const TLS: ListenerRecord = { name: 'tls', port: 9093, type: 'internal', tls: true };
const IN_ONE: KafkaClusterRecord = {
  name: 'europe',
  mode: 'zookeeper',
  nodePools: false,
  listeners: [TLS],
  brokers: NODES,
  zookeeper: NODES,
};
const IN_POOLS: KafkaClusterRecord = { name: 'europe', mode: 'kraft', nodePools: true, listeners: [TLS] };

const cluster = (generation: Generation, record: KafkaClusterRecord): string[] =>
  told(DIALECTS[generation].kafkaCluster.limits(record));
const withListener = (generation: Generation, listener: Partial<ListenerRecord>): string[] => {
  const base = generation === 'v1' ? IN_POOLS : IN_ONE;
  return cluster(generation, { ...base, listeners: [{ ...TLS, ...listener }] });
};

describe('a Kafka cluster', () => {
  it('with KRaft and node pools is nothing for 0.18, which names the release that has them', () => {
    expect(cluster('v1beta1', IN_POOLS)).toEqual(['mode: Strimzi 0.45.2', 'nodePools: Strimzi 0.45.2']);
  });

  it('with ZooKeeper is nothing for 1.2, which names the last release that had it', () => {
    expect(cluster('v1', IN_ONE)).toEqual([
      'mode: Strimzi 0.45.2, the last one',
      'nodePools: Strimzi 0.45.2, the last one',
      'brokers: Strimzi 0.45.2, the last one',
      'zookeeper: Strimzi 0.45.2, the last one',
    ]);
  });

  it('with KRaft has node pools in 0.45', () => {
    expect(cluster('v1beta2', { ...IN_POOLS, nodePools: false, brokers: NODES })).toEqual(['nodePools: no release']);
  });

  it.each(['v1beta2', 'v1'] as const)('has a listener in %s', (generation) => {
    const base = generation === 'v1' ? IN_POOLS : IN_ONE;
    expect(cluster(generation, { ...base, listeners: [] })).toEqual(['listeners: Strimzi 0.18.0']);
  });

  it('has no JBOD under ZooKeeper', () => {
    const jbod = { type: 'jbod' as const, volumes: [{ type: 'ephemeral' as const, id: 0 }] };
    const record = { ...IN_ONE, zookeeper: { replicas: 1, storage: jbod } };
    for (const generation of ['v1beta1', 'v1beta2'] as const) {
      expect(cluster(generation, record)).toEqual(['zookeeper.storage.type: no release']);
    }
  });

  it('of 0.18 keeps no KRaft metadata on a volume', () => {
    const storage = {
      type: 'jbod' as const,
      volumes: [{ type: 'ephemeral' as const, id: 0, kraftMetadata: 'shared' as const }],
    };
    expect(cluster('v1beta1', { ...IN_ONE, brokers: { replicas: 1, storage } })).toEqual([
      'brokers.storage.volumes[0].kraftMetadata: Strimzi 0.45.2',
    ]);
  });
});

describe('a listener', () => {
  it.each([
    ['v1beta1', { name: 'mine' }, 'listeners[0]: Strimzi 0.45.2'],
    ['v1beta1', { port: 9095 }, 'listeners[0]: Strimzi 0.45.2'],
    ['v1beta1', { type: 'cluster-ip' }, 'listeners[0].type: Strimzi 0.45.2'],
    ['v1beta1', { authentication: { type: 'custom' } }, 'listeners[0].authentication.type: Strimzi 0.45.2'],
    ['v1beta1', { configuration: { maxConnections: 5 } }, 'listeners[0].configuration.maxConnections: Strimzi 0.45.2'],
    ['v1beta2', { type: 'tlsroute' }, 'listeners[0].type: Strimzi 1.2.0'],
    ['v1beta2', { configuration: { parentRefs: [] } }, 'listeners[0].configuration.parentRefs: Strimzi 1.2.0'],
    ['v1', { authentication: { type: 'oauth' } }, 'listeners[0].authentication.type: Strimzi 0.45.2, the last one'],
    [
      'v1',
      { authentication: { type: 'custom', secrets: [{ secretName: 'a', key: 'b' }] } },
      'listeners[0].authentication.secrets: Strimzi 0.45.2, the last one',
    ],
  ] as const)('of %s that is %j is refused: %s', (generation, listener, limit) => {
    expect(withListener(generation, listener as Partial<ListenerRecord>)).toEqual([limit]);
  });

  it.each([
    ['route', { tls: false }, 'listeners[0].tls'],
    ['route', { configuration: { maxConnections: 1 } }, 'listeners[0].configuration.maxConnections'],
    ['loadbalancer', { configuration: { class: 'mine' } }, 'listeners[0].configuration.class'],
    ['nodeport', { configuration: { bootstrap: { host: 'a' } } }, 'listeners[0].configuration.bootstrap.host'],
    ['ingress', { configuration: { brokers: [{ nodePort: 1 }] } }, 'listeners[0].configuration.brokers[0].nodePort'],
    [
      'route',
      { configuration: { bootstrap: { alternativeNames: ['a', 'b'] } } },
      'listeners[0].configuration.bootstrap.alternativeNames',
    ],
  ] as const)('to the outside of 0.18, a %s that is %j, is refused at %s', (type, listener, field) => {
    const external = { name: 'external', port: 9094, type, ...(listener as Partial<ListenerRecord>) };
    expect(withListener('v1beta1', external)).toEqual([`${field}: Strimzi 0.45.2`]);
  });

  it('of 0.18 is one of a kind', () => {
    const listeners = [TLS, { ...TLS, name: 'tls2', port: 9095 }];
    expect(cluster('v1beta1', { ...IN_ONE, listeners })).toEqual(['listeners[1]: Strimzi 0.45.2']);
  });
});

describe('a user of 0.18', () => {
  it.each([
    [{ authentication: { type: 'tls-external' } }, 'authentication.type'],
    [{ authentication: { type: 'scram-sha-512', password: { secret: 'a', key: 'b' } } }, 'authentication.password'],
    [{ quotas: { controllerMutationRate: 1 } }, 'quotas.controllerMutationRate'],
  ] as const)('that has %j is refused at %s, and later ones are not', (part, field) => {
    const user = { name: 'me', cluster: 'europe', ...part } as UserRecord;
    expect(told(DIALECTS.v1beta1.user.limits(user))).toEqual([`${field}: Strimzi 0.45.2`]);
    expect(DIALECTS.v1beta2.user.limits(user)).toEqual([]);
    expect(DIALECTS.v1.user.limits(user)).toEqual([]);
  });
});

it('a topic of 0.18 says how many partitions and replicas it has', () => {
  const topic = { name: 'orders', cluster: 'europe' };
  expect(told(DIALECTS.v1beta1.topic.limits(topic))).toEqual([
    'partitions: Strimzi 0.45.2',
    'replicas: Strimzi 0.45.2',
  ]);
  expect(DIALECTS.v1.topic.limits(topic)).toEqual([]);
});

it('node pools are not there in 0.18', () => {
  expect(DIALECTS.v1beta1.nodePool).toMatchObject({ since: 'Strimzi 0.45.2' });
});
