import {
  Platform,
  Authentication,
  Consumer,
  KafkaCluster,
  KafkaTopic,
  Listener,
  Mirror,
  SecretTransport,
  StrimziRelease,
} from '../../src';
import type { EntityOperatorProps } from '../../src';
import { inventory } from '../../src/reports/inventory';
import { findings, manifest, manifests, newCluster, newElsewhere, newNeighbour, newSite } from './harness';

const { V0_20, V0_21, V1_2 } = StrimziRelease;
const PREFIXED: EntityOperatorProps = { userOperator: { secretPrefix: 'kafka-' } };
const OUTSIDE = [Listener.tls(), Listener.route({ bootstrapHost: 'kafka.apps.madrid.example.com' })];

/** A cluster with a prefix, one of the same name without, and a mirror from the one to the other. */
function apart(secretTransport?: SecretTransport) {
  const madrid = newSite({ release: V1_2, platform: Platform.OPENSHIFT }, 'madrid');
  const center = newElsewhere(madrid, 'center', secretTransport && { secretTransport });
  const source = newCluster(madrid, 'kafka', { listeners: OUTSIDE, entityOperator: PREFIXED });
  const orders = source.addTopic('orders', { partitions: 1, replicas: 3 });
  new Mirror(center, 'mirror', { source, target: newCluster(center, 'kafka'), topics: [orders] });
  const spec = () => JSON.stringify(manifest(center, 'KafkaMirrorMaker2', 'mirror').spec);
  return { madrid, center, spec };
}

describe('a prefix of the Secrets of users', () => {
  it('stands in the Kafka resource, and before the names that clients look for', () => {
    const site = newSite({ release: V0_21 });
    const cluster = newCluster(site, 'europe', { entityOperator: PREFIXED });
    const consumer = new Consumer(site, 'audit', { topic: cluster.addTopic('orders', { partitions: 1, replicas: 3 }) });
    expect(consumer.user?.userName).toBe('audit');
    expect(cluster.addUser('shop').credentials).toMatchObject({ secret: 'kafka-shop' });
    expect(manifest(site, 'Kafka', 'europe').spec?.['entityOperator']).toMatchObject({
      userOperator: { secretPrefix: 'kafka-' },
    });
    expect(manifest(site, 'KafkaUser', 'audit').metadata.name).toBe('audit');
    const environment = JSON.stringify(manifest(site, 'Deployment', 'audit').spec);
    expect(environment).toContain('{"secretKeyRef":{"name":"kafka-audit","key":"user.crt"}}');
    expect(environment).not.toContain('"name":"audit","key"');
    expect(findings(site)).toEqual([]);
  });

  it('leaves the name that a user logs in with alone', () => {
    const site = newSite({ release: V1_2 });
    const listeners = [Listener.tls({ authentication: Authentication.scramSha512() })];
    const cluster = newCluster(site, 'europe', { entityOperator: PREFIXED, listeners });
    expect(cluster.addUser('shop').credentials).toEqual({
      type: 'scram-sha-512',
      username: 'shop',
      password: { secret: 'kafka-shop', key: 'password' },
    });
  });

  it('is of one end of a mirror where the other has none', () => {
    const { center, spec } = apart();
    expect(spec()).toContain('"secretName":"kafka-mirror-source"');
    expect(spec()).toContain('"secretName":"mirror-target"');
    expect(findings(center)).toMatchObject([
      { rule: 'secret-at-hand', given: 'kafka-cluster-ca-cert as madrid-kafka-cluster-ca-cert, kafka-mirror-source' },
    ]);
  });

  it('is in the names of Secrets that are brought elsewhere', () => {
    const { madrid, center, spec } = apart(SecretTransport.externalSecrets({ store: 'vault' }));
    expect(spec()).toContain('"secretName":"madrid-kafka-mirror-source"');
    expect(manifest(madrid, 'PushSecret', 'kafka-mirror-source-to-vault').spec).toMatchObject({
      selector: { secret: { name: 'kafka-mirror-source' } },
    });
    expect(findings(center)).toEqual([]);
  });

  it('is in the names of Secrets that Reflector copies', () => {
    const madrid = newSite({ release: V1_2, kubernetesCluster: 'here', namespace: 'madrid' }, 'madrid');
    const transport = SecretTransport.reflector();
    const center = newElsewhere(madrid, 'center', { kubernetesCluster: 'here', secretTransport: transport });
    const source = newCluster(madrid, 'europe', { entityOperator: PREFIXED });
    new Consumer(center, 'audit', { topic: source.addTopic('orders') });
    expect(manifest(madrid, 'KafkaUser', 'audit').spec).toMatchObject({
      template: {
        secret: { metadata: { annotations: { 'reflector.v1.k8s.emberstack.com/reflection-allowed': 'true' } } },
      },
    });
    expect(JSON.stringify(manifests(center))).toContain('madrid/kafka-audit');
    expect(findings(center)).toEqual([]);
  });

  it('keeps Secrets of two clusters apart that programs of one namespace read', () => {
    const site = newSite({ release: V1_2, kubernetesCluster: 'here' }, 'shop');
    const north = newNeighbour(site, 'north');
    const south = newNeighbour(site, 'south');
    for (const [at, entityOperator] of [
      [north, PREFIXED],
      [south, {}],
    ] as const) {
      const cluster = newCluster(at, `of-${at.node.id}`, { entityOperator });
      const user = cluster.addUser('shop');
      new Consumer(site, `to-${at.node.id}`, { topic: cluster.addTopic('orders'), user });
    }
    const read = (name: string) => JSON.stringify(manifest(site, 'Deployment', name).spec);
    expect(read('to-north')).toContain('"name":"kafka-shop","key":"user.crt"');
    expect(read('to-south')).toContain('"name":"shop","key":"user.crt"');
  });

  it('is told of a cluster that somebody else manages', () => {
    const site = newSite({ release: V1_2 });
    const cluster = KafkaCluster.fromClusterName(site, 'europe', { userSecretPrefix: 'k-' });
    new Consumer(site, 'audit', { topic: KafkaTopic.fromTopicName(cluster, 'orders') });
    expect(JSON.stringify(manifest(site, 'Deployment', 'audit').spec)).toContain('"name":"k-audit","key":"user.key"');
  });

  it('is in what the inventory says that operators make', () => {
    const site = newSite({ release: V1_2, namespace: 'shop' });
    newCluster(site, 'europe', { entityOperator: PREFIXED }).addUser('audit');
    const { release, targetNamespace } = site;
    const { items } = inventory([{ name: 'site', manifests: manifests(site), release, namespace: targetNamespace }]);
    expect(items).toContainEqual(
      expect.objectContaining({ kind: 'Secret', name: 'kafka-audit', of: { kind: 'KafkaUser', name: 'audit' } }),
    );
  });

  it('is told where a release has none, or no Secret can be called so', () => {
    const found = (secretPrefix: string, release: StrimziRelease) => {
      const site = newSite({ release });
      newCluster(site, 'europe', { entityOperator: { userOperator: { secretPrefix } } });
      return findings(site).map(({ rule, field }) => [rule, field]);
    };
    expect(found('kafka-', V0_20)).toEqual([['operator-reads-field', 'spec.entityOperator.userOperator.secretPrefix']]);
    expect(found('Kafka_', V1_2)).toEqual([['derived-names', 'spec.entityOperator.userOperator.secretPrefix']]);
    expect(found('', V1_2)).toEqual([]);
  });
});
