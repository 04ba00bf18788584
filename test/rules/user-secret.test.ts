import { App, KafkaCluster, Producer, Site, Storage, StrimziRelease, type KafkaClusterProps } from '../../src';
import { findings } from '../constructs/harness';
import { tellOfYaml } from './harness';

const kafka = (prefix?: string) => `
apiVersion: kafka.strimzi.io/v1
kind: Kafka
metadata: {name: europe, namespace: shop}
spec:
  kafka: {listeners: [{name: tls, port: 9093, type: internal, tls: true, authentication: {type: tls}}]}
  entityOperator: {userOperator: {${prefix === undefined ? '' : `secretPrefix: ${prefix}`}}}`;
const user = `
apiVersion: kafka.strimzi.io/v1
kind: KafkaUser
metadata: {name: pipes, namespace: shop, labels: {strimzi.io/cluster: europe}}
spec: {authentication: {type: tls}}`;
const connect = (secret: string, namespace = 'shop') => `
apiVersion: kafka.strimzi.io/v1
kind: KafkaConnect
metadata: {name: pipes, namespace: ${namespace}}
spec:
  replicas: 1
  bootstrapServers: europe-kafka-bootstrap.shop:9093
  groupId: g
  configStorageTopic: c
  offsetStorageTopic: o
  statusStorageTopic: s
  authentication: {type: tls, certificateAndKey: {secretName: ${secret}, certificate: user.crt, key: user.key}}`;
const told = (...objects: readonly string[]) => tellOfYaml('user-secret', objects.join('\n---'));

describe('user-secret', () => {
  it.each([
    ['the prefix and the name', [kafka('k-'), user, connect('k-pipes')]],
    ['a name without a prefix, where there is none', [kafka(), user, connect('pipes')]],
    ['a Secret that is no user’s', [kafka('k-'), user, connect('mine')]],
    ['a copy in another namespace', [kafka('k-'), user, connect('pipes', 'apps')]],
    [
      'a Secret of the team that is there',
      [kafka('k-'), user, connect('pipes'), '\napiVersion: v1\nkind: Secret\nmetadata: {name: pipes, namespace: shop}'],
    ],
  ])('takes %s', (_, objects) => {
    expect(told(...objects)).toEqual([]);
  });

  it('tells of the name of a user in place of its Secret', () => {
    expect(told(kafka('k-'), user, connect('pipes'))).toMatchObject([
      { severity: 'error', field: 'spec.authentication', given: 'pipes', allowed: 'k-pipes' },
    ]);
  });

  it('tells of a prefix that constructs do not hear of, and of none that is a prop', () => {
    const toldOf = (props: Partial<KafkaClusterProps>) => {
      const site = new Site(new App(), 'site', { release: StrimziRelease.V1_2 });
      const storage = Storage.persistentClaim({ size: '1Gi' });
      const cluster = new KafkaCluster(site, 'europe', { brokers: 3, storage, ...props });
      new Producer(site, 'checkout', { topic: cluster.addTopic('orders', { partitions: 1, replicas: 3 }) });
      return findings(site).map(({ rule, path, given }) => [rule, path, given]);
    };
    const userOperator = { secretPrefix: 'k-' };
    expect(toldOf({ entityOperator: { userOperator } })).toEqual([]);
    expect(toldOf({ overrides: { spec: { entityOperator: { userOperator } } } })).toEqual([
      ['user-secret', 'site/checkout', 'checkout'],
    ]);
  });
});
