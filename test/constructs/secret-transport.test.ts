import { Duration, Testing } from 'cdk8s';
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
  type Site,
  type SiteProps,
} from '../../src';
import { findings, manifest, manifests, newCluster, newElsewhere, newSite } from './harness';

const release = StrimziRelease.V1_2;
const EXTERNAL = [Listener.tls(), Listener.route({ bootstrapHost: 'kafka.apps.madrid.example.com' })];

/** Clusters of one name, at two sites, and a mirror from the one to the other. */
function apart(
  secretTransport?: SecretTransport,
  { listeners = EXTERNAL, ...props }: Partial<SiteProps & { listeners: Listener[] }> = {},
) {
  const madrid = newSite({ release, platform: Platform.OPENSHIFT, ...props }, 'madrid');
  const center = newElsewhere(madrid, 'center', { ...props, ...(secretTransport && { secretTransport }) });
  const source = newCluster(madrid, 'kafka', { listeners });
  const target = newCluster(center, 'kafka');
  const orders = source.addTopic('orders', { partitions: 1, replicas: 3 });
  new Mirror(center, 'mirror', { source, target, topics: [orders] });
  return { madrid, center, source, orders };
}

const ofKind = (site: Site, kind: string) => manifests(site).filter((each) => each.kind === kind);

describe('External Secrets', () => {
  const byVault = SecretTransport.externalSecrets({ store: 'vault' });

  it('puts into a store what operators make, and makes Secrets of it under names of their own', () => {
    const { madrid, center } = apart(byVault);
    expect(findings(center)).toEqual([]);
    expect(ofKind(madrid, 'PushSecret')).toMatchObject([
      {
        apiVersion: 'external-secrets.io/v1alpha1',
        metadata: { name: 'kafka-cluster-ca-cert-to-vault', namespace: 'madrid' },
        spec: {
          secretStoreRefs: [{ name: 'vault', kind: 'ClusterSecretStore' }],
          selector: { secret: { name: 'kafka-cluster-ca-cert' } },
          data: [
            {
              match: {
                secretKey: 'ca.crt',
                remoteRef: { remoteKey: 'madrid--kafka-cluster-ca-cert', property: 'ca.crt' },
              },
            },
          ],
        },
      },
      { metadata: { name: 'mirror-source-to-vault' }, spec: { selector: { secret: { name: 'mirror-source' } } } },
    ]);
    expect(ofKind(center, 'ExternalSecret')).toMatchObject([
      {
        apiVersion: 'external-secrets.io/v1',
        metadata: { name: 'madrid-kafka-cluster-ca-cert', namespace: 'center' },
        spec: {
          secretStoreRef: { name: 'vault', kind: 'ClusterSecretStore' },
          target: { name: 'madrid-kafka-cluster-ca-cert' },
          data: [{ secretKey: 'ca.crt', remoteRef: { key: 'madrid--kafka-cluster-ca-cert', property: 'ca.crt' } }],
        },
      },
      { metadata: { name: 'madrid-mirror-source' }, spec: { data: [{}, {}] } },
    ]);
    const spec = JSON.stringify(manifest(center, 'KafkaMirrorMaker2', 'mirror').spec);
    expect(spec).toContain('"secretName":"madrid-kafka-cluster-ca-cert"');
    expect(spec).toContain('"secretName":"madrid-mirror-source"');
    expect(spec).toContain('"secretName":"kafka-cluster-ca-cert"');
    expect(JSON.stringify([...manifests(madrid), ...manifests(center)])).not.toContain('BEGIN CERTIFICATE');
  });

  it('speaks the API, and asks the stores, that the site says', () => {
    const { madrid, center } = apart(
      SecretTransport.externalSecrets({
        store: 'here',
        sourceStore: 'there',
        storeKind: 'SecretStore',
        apiVersion: 'v1beta1',
        refreshInterval: Duration.minutes(15),
        keyPrefix: 'kafka/',
      }),
    );
    const name = 'madrid-mirror-source';
    expect(manifest(center, 'ExternalSecret', name)).toMatchObject({
      apiVersion: 'external-secrets.io/v1beta1',
      spec: {
        refreshInterval: '15m',
        secretStoreRef: { name: 'here', kind: 'SecretStore' },
        data: [{ remoteRef: { key: 'kafka/madrid--mirror-source' } }, {}],
      },
    });
    expect(manifest(madrid, 'PushSecret', 'mirror-source-to-there-kafka').spec).toMatchObject({
      refreshInterval: '15m',
      secretStoreRefs: [{ name: 'there', kind: 'SecretStore' }],
    });
  });

  it('brings a Secret once, with the keys of all who need it', () => {
    const { center, madrid, source, orders } = apart(byVault);
    const user = source.addUser('audit');
    new Consumer(center, 'audit', { topic: orders, user });
    new Consumer(center, 'count', { topic: orders, user });
    expect(
      ofKind(center, 'ExternalSecret')
        .map(({ metadata }) => metadata.name)
        .sort(),
    ).toEqual(['madrid-audit', 'madrid-kafka-cluster-ca-cert', 'madrid-mirror-source']);
    expect(ofKind(madrid, 'PushSecret')).toHaveLength(3);
    expect(findings(center)).toEqual([]);
  });

  it('brings passwords too', () => {
    const scram = Authentication.scramSha512();
    const { center } = apart(byVault, {
      listeners: [Listener.route({ bootstrapHost: 'kafka.example.com', authentication: scram })],
    });
    expect(manifest(center, 'ExternalSecret', 'madrid-mirror-source').spec).toMatchObject({
      data: [{ secretKey: 'password', remoteRef: { key: 'madrid--mirror-source', property: 'password' } }],
    });
  });

  it('tells what others have to write where somebody else manages the cluster', () => {
    const madrid = newSite({ release }, 'madrid');
    const center = newElsewhere(madrid, 'center', { secretTransport: byVault });
    const there = KafkaCluster.fromClusterName(madrid, 'kafka', { listeners: EXTERNAL });
    new Consumer(center, 'audit', { topic: KafkaTopic.fromTopicName(there, 'orders') });
    expect(manifests(madrid)).toEqual([]);
    expect(ofKind(center, 'ExternalSecret')).toHaveLength(2);
    const [finding] = findings(center).filter(({ rule }) => rule === 'secret-at-hand');
    expect(finding).toMatchObject({
      severity: 'warning',
      given: 'kafka-cluster-ca-cert as madrid-kafka-cluster-ca-cert, audit as madrid-audit',
    });
    expect(finding?.remedy).toContain('a PushSecret of user.crt, user.key of audit to store vault');
  });

  it('is synthesized by any cdk8s app, twice to the same', () => {
    const { center } = apart(byVault);
    expect(Testing.synth(center)).toEqual(Testing.synth(center));
  });
});

describe('copies', () => {
  it('are put straight into the namespace, and nothing of them is in Git there', () => {
    const { madrid, center } = apart(SecretTransport.copies({ store: 'center' }));
    expect(findings(center)).toEqual([]);
    expect(ofKind(center, 'ExternalSecret')).toEqual([]);
    expect(manifest(madrid, 'PushSecret', 'kafka-cluster-ca-cert-to-center').spec).toMatchObject({
      secretStoreRefs: [{ name: 'center', kind: 'ClusterSecretStore' }],
      data: [
        {
          match: { secretKey: 'ca.crt', remoteRef: { remoteKey: 'madrid-kafka-cluster-ca-cert', property: 'ca.crt' } },
        },
      ],
    });
  });
});

describe('Reflector', () => {
  const transport = SecretTransport.reflector();

  it('is allowed to copy what the operators make, into Secrets without data', () => {
    const { madrid, center } = apart(transport, { kubernetesCluster: 'blue' });
    expect(findings(center)).toEqual([]);
    expect(ofKind(center, 'Secret')).toEqual([
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: {
          name: 'madrid-kafka-cluster-ca-cert',
          namespace: 'center',
          annotations: { 'reflector.v1.k8s.emberstack.com/reflects': 'madrid/kafka-cluster-ca-cert' },
        },
        type: 'Opaque',
      },
      expect.objectContaining({ metadata: expect.objectContaining({ name: 'madrid-mirror-source' }) as object }),
    ]);
    const annotations = {
      'reflector.v1.k8s.emberstack.com/reflection-allowed': 'true',
      'reflector.v1.k8s.emberstack.com/reflection-allowed-namespaces': 'center',
    };
    expect(manifest(madrid, 'Kafka', 'kafka').spec).toMatchObject({
      kafka: { template: { clusterCaCert: { metadata: { annotations } } } },
    });
    expect(manifest(madrid, 'KafkaUser', 'mirror-source').spec).toMatchObject({
      template: { secret: { metadata: { annotations } } },
    });
    expect(JSON.stringify(manifest(center, 'Kafka', 'kafka'))).not.toContain('reflector');
  });

  it('does not reach another Kubernetes cluster', () => {
    const { center } = apart(transport);
    expect(findings(center)).toMatchObject([
      {
        rule: 'secret-transport',
        severity: 'error',
        path: 'center/mirror',
        given: 'kafka-cluster-ca-cert, mirror-source',
        allowed: 'Secrets of center',
      },
    ]);
    expect(ofKind(center, 'Secret')).toEqual([]);
  });

  it('needs a release whose operator annotates its Secrets', () => {
    const { center } = apart(transport, { kubernetesCluster: 'blue', release: StrimziRelease.V0_18 });
    expect(findings(center).map(({ rule, field, path }) => [rule, path, field])).toEqual([
      ['operator-reads-field', 'madrid/kafka', 'spec.kafka.template.clusterCaCert'],
      ['operator-reads-field', 'madrid/kafka/user:mirror-source', 'spec.template'],
    ]);
  });
});

test('by hand, a warning tells what is to be copied under which names', () => {
  const { center } = apart(SecretTransport.byHand());
  expect(findings(center)).toMatchObject([
    { rule: 'secret-at-hand', given: 'kafka-cluster-ca-cert as madrid-kafka-cluster-ca-cert, mirror-source' },
  ]);
});

test('a site by itself has nothing brought', () => {
  const site = newSite({ release, secretTransport: SecretTransport.externalSecrets({ store: 'vault' }) });
  const kafka = newCluster(site);
  new Consumer(site, 'audit', { topic: kafka.addTopic('orders', { partitions: 1, replicas: 3 }) });
  expect(ofKind(site, 'ExternalSecret')).toEqual([]);
  expect(manifest(site, 'Kafka', 'europe').spec).not.toHaveProperty('kafka.template');
});
