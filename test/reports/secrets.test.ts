import {
  Authentication,
  Authorization,
  Consumer,
  KafkaBridge,
  KafkaCluster,
  KafkaConnect,
  KafkaTopic,
  Listener,
  Login,
  Mirror,
  SecretTransport,
  StrimziRelease,
  type Site,
} from '../../src';
import type { SiteFacts } from '../../src/model/topology';
import type { SecretPlan } from '../../src/reports/secret-plan';
import { secretPlan } from '../../src/reports/secrets';
import { Side } from '../../src/reports/side';
import { manifests, newCluster, newElsewhere, newSite } from '../constructs/harness';

const EXTERNAL = [Listener.tls(), Listener.loadBalancer({ address: 'kafka.madrid.example.com:9094' })];

interface Asked {
  readonly transport?: SecretTransport;
  readonly listeners?: readonly Listener[];
  readonly release?: StrimziRelease;
  readonly kubernetesCluster?: string;
  /** What stands before the names of users of the source in those of their Secrets. */
  readonly secretPrefix?: string;
}

/** Two clusters of one name, a mirror between them, and a consumer of the source at the place of the target. */
function apart({
  transport,
  listeners = EXTERNAL,
  release = StrimziRelease.V1_2,
  kubernetesCluster,
  secretPrefix,
}: Asked = {}) {
  const where = kubernetesCluster === undefined ? {} : { kubernetesCluster };
  const madrid = newSite({ release, ...where }, 'madrid');
  const center = newElsewhere(madrid, 'center', { ...where, ...(transport && { secretTransport: transport }) });
  const source = newCluster(madrid, 'kafka', {
    listeners,
    ...(secretPrefix !== undefined && { entityOperator: { userOperator: { secretPrefix } } }),
  });
  const orders = source.addTopic('orders', { partitions: 1, replicas: 3 });
  new Mirror(center, 'mirror', { source, target: newCluster(center, 'kafka'), topics: [orders] });
  new Consumer(center, 'audit', { topic: orders });
  return [madrid, center] as const;
}

/** What the manifests of sites come to; nothing else is known of them. */
function planOf(sites: readonly Site[], change: (manifest: object) => object | undefined = (same) => same): SecretPlan {
  return secretPlan(
    sites.map((site) => {
      const { node, release, platform, kubernetesCluster, targetNamespace } = site;
      const side = new Side();
      const facts: SiteFacts = {
        release: release.facts,
        platform: platform.name,
        kubernetesCluster,
        namespace: targetNamespace,
      };
      manifests(site).forEach((manifest, index) => {
        const changed = change(manifest);
        if (changed) side.take(changed, `${node.id} ${index}`);
      });
      return { name: node.id, side, facts };
    }),
  );
}

const told = ({ steps }: SecretPlan) =>
  steps.map((step) => [
    step.do,
    'secret' in step ? step.secret.secret : 'reader' in step ? step.reader.name : step.name,
  ]);

describe('Secrets that have to travel', () => {
  it('are left to the team where they certify a bridge', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    new KafkaBridge(site, 'front', { cluster: newCluster(site), certificate: { secret: 'front-tls' } });
    const { secrets } = planOf([site]);
    expect(secrets).toMatchObject([
      { secret: 'front-tls', keys: ['tls.crt', 'tls.key'], of: 'whoever certifies the bridge front' },
    ]);
  });

  it('are told with their names at both ends, their keys and who reads them', () => {
    const { secrets, steps } = planOf(apart());
    expect(secrets).toEqual([
      {
        kubernetesCluster: 'center',
        namespace: 'center',
        secret: 'madrid-kafka-cluster-ca-cert',
        holds: 'certificate',
        keys: ['ca.crt'],
        of: 'Kafka kafka',
        from: {
          kubernetesCluster: 'madrid',
          namespace: 'madrid',
          secret: 'kafka-cluster-ca-cert',
          kind: 'Kafka',
          name: 'kafka',
        },
        neededBy: [
          { kind: 'KafkaMirrorMaker2', name: 'mirror', followsRenewal: true },
          { kind: 'Deployment', name: 'audit', followsRenewal: false },
        ],
      },
      expect.objectContaining({ secret: 'audit', holds: 'credentials', of: 'KafkaUser audit' }),
      expect.objectContaining({ secret: 'mirror-source', keys: ['user.crt', 'user.key'] }),
    ]);
    expect(steps.map((step) => step.do)).toEqual(['copy', 'copy', 'copy', 'restart']);
  });

  it('are found whatever they are called where they come to', () => {
    const { secrets } = planOf(apart({ transport: SecretTransport.externalSecrets({ store: 'vault' }) }));
    expect(secrets.map(({ secret, from, by }) => [secret, from?.secret, by])).toEqual([
      ['madrid-kafka-cluster-ca-cert', 'kafka-cluster-ca-cert', 'ExternalSecret'],
      ['madrid-audit', 'audit', 'ExternalSecret'],
      ['madrid-mirror-source', 'mirror-source', 'ExternalSecret'],
    ]);
  });

  it('have the prefix that the user operator gives them, at both ends', () => {
    const { secrets } = planOf(apart({ secretPrefix: 'k-' }));
    expect(secrets.map(({ secret, of, from }) => [secret, of, from?.secret])).toEqual([
      ['madrid-kafka-cluster-ca-cert', 'Kafka kafka', 'kafka-cluster-ca-cert'],
      ['k-audit', 'KafkaUser audit', 'k-audit'],
      ['k-mirror-source', 'KafkaUser mirror-source', 'k-mirror-source'],
    ]);
  });

  it('are those of passwords too, by the name that the program logs in with', () => {
    const listener = Listener.route({ bootstrapHost: 'k.example.com', authentication: Authentication.scramSha512() });
    const { secrets } = planOf(apart({ listeners: [listener] }));
    expect(secrets.find(({ secret }) => secret === 'mirror-source')).toMatchObject({
      keys: ['password'],
      from: { kind: 'KafkaUser', name: 'mirror-source' },
    });
  });

  /** A cluster whose users a server knows. */
  const withServer = (site: Site) => {
    const authentication = Authentication.oauth({
      introspectionEndpointUri: 'https://sso/introspect',
      validIssuerUri: 'https://sso',
      clientId: 'kafka',
      clientSecret: { secret: 'sso', key: 'secret' },
      trust: [{ secret: 'sso-ca', certificate: 'ca.crt' }],
    });
    const authorization = Authorization.keycloak({
      clientId: 'kafka',
      tokenEndpointUri: 'https://sso/token',
      trust: [{ secret: 'sso-ca', certificate: 'ca.crt' }],
    });
    const certificate = { secret: 'own-tls' };
    newCluster(site, 'europe', { listeners: [Listener.tls({ authentication, certificate })], authorization });
  };

  it('are those that brokers read and the team makes', () => {
    const site = newSite({ release: StrimziRelease.V0_45 });
    withServer(site);
    const { secrets } = planOf([site]);
    expect(secrets.map(({ secret, holds, keys, of }) => [secret, holds, keys, of])).toEqual([
      ['sso-ca', 'certificate', ['ca.crt'], 'whoever tells Kafka europe of its users'],
      ['own-tls', 'credentials', ['tls.crt', 'tls.key'], 'whoever certifies listener tls of Kafka europe'],
      ['sso', 'credentials', ['secret'], 'whoever tells Kafka europe of its users'],
    ]);
    expect(secrets[0]?.neededBy).toEqual([{ kind: 'Kafka', name: 'europe', followsRenewal: true }]);
  });

  it('are those that nodes have as variables and files where operators configure no OAuth', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    withServer(site);
    const { secrets } = planOf([site]);
    expect(secrets.map(({ secret, keys, of }) => [secret, keys, of])).toEqual([
      ['own-tls', ['tls.crt', 'tls.key'], 'whoever certifies listener tls of Kafka europe'],
      ['sso', ['secret'], 'whoever tells Kafka europe what its nodes read'],
      ['sso-ca', ['*'], 'whoever tells Kafka europe what its nodes read'],
    ]);
  });

  it('are not those of a CA that has not signed what a listener shows', () => {
    const certificate = { secret: 'own-tls' };
    const trust = [{ secret: 'our-ca', certificate: 'ca.crt' }];
    const listener = Listener.route({ bootstrapHost: 'k.example.com', certificate, trust });
    const { secrets } = planOf(apart({ listeners: [listener] }));
    const needed = secrets.find(({ secret }) => secret === 'our-ca');
    expect(needed).toMatchObject({ of: 'whoever certifies listener external of Kafka kafka' });
    expect(needed).not.toHaveProperty('from');
  });

  it('are what programs log in with', () => {
    const site = newSite({ release: StrimziRelease.V0_45 });
    const authentication = Authentication.oauth({ jwksEndpointUri: 'https://sso/keys', validIssuerUri: 'https://sso' });
    const cluster = newCluster(site, 'europe', { listeners: [Listener.tls({ authentication })] });
    const login = Login.oauth({ accessToken: { secret: 'token', key: 'jwt' } });
    new KafkaConnect(site, 'connect', { cluster, user: cluster.addUser('shop', { login }) });
    expect(planOf([site]).secrets).toMatchObject([
      { secret: 'token', keys: ['jwt'], of: 'whoever gives tokens', neededBy: [{ kind: 'KafkaConnect' }] },
    ]);
  });

  it('are none within a namespace', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    new Consumer(site, 'audit', { topic: newCluster(site).addTopic('orders', { partitions: 1, replicas: 3 }) });
    expect(planOf([site])).toEqual({ secrets: [], steps: [] });
  });

  it('are asked for where nobody describes the cluster', () => {
    const [, center] = apart();
    const { secrets, steps } = planOf([center]);
    expect(secrets[0]).toMatchObject({ of: 'whoever runs kafka.madrid.example.com:9094' });
    expect(secrets[0]).not.toHaveProperty('from');
    expect(new Set(steps.map((step) => step.do))).toEqual(new Set(['ask', 'restart']));
  });

  it('are those of Kafka Connect and bridges too', () => {
    const [madrid, center] = apart();
    const spec = {
      bootstrapServers: 'kafka.madrid.example.com:9094',
      tls: { trustedCertificates: [{ secretName: 'ca-of-madrid', pattern: '*.crt' }] },
    };
    const { secrets } = planOf([madrid, center], (manifest) =>
      (manifest as { kind: string }).kind === 'KafkaMirrorMaker2'
        ? { apiVersion: 'kafka.strimzi.io/v1', kind: 'KafkaBridge', metadata: { name: 'bridge' }, spec }
        : manifest,
    );
    expect(secrets.find(({ secret }) => secret === 'ca-of-madrid')).toMatchObject({
      keys: ['*.crt'],
      from: { secret: 'kafka-cluster-ca-cert' },
      neededBy: [{ kind: 'KafkaBridge', name: 'bridge', followsRenewal: true }],
    });
  });
});

describe('what is left to people', () => {
  const vault = SecretTransport.externalSecrets({ store: 'vault' });

  it('are the stores, where External Secrets brings all else', () => {
    const { steps } = planOf(apart({ transport: vault }));
    expect(steps).toMatchObject([
      { do: 'store', kind: 'ClusterSecretStore', name: 'vault', at: { kubernetesCluster: 'madrid', namespace: '' } },
      { do: 'store', kind: 'ClusterSecretStore', name: 'vault', at: { kubernetesCluster: 'center' } },
      { do: 'restart', reader: { kind: 'Deployment', name: 'audit' } },
    ]);
  });

  it('is what nobody puts into the store', () => {
    const plan = planOf(apart({ transport: vault }), (manifest) =>
      (manifest as { kind: string }).kind === 'PushSecret' ? undefined : manifest,
    );
    expect(told(plan)).toEqual([
      ['store', 'vault'],
      ['push', 'madrid-kafka-cluster-ca-cert'],
      ['push', 'madrid-audit'],
      ['push', 'madrid-mirror-source'],
      ['restart', 'audit'],
    ]);
  });

  it('is no copy where a PushSecret or Reflector makes it', () => {
    const copies = planOf(apart({ transport: SecretTransport.copies({ store: 'center' }) }));
    expect(copies.secrets.map(({ by }) => by)).toEqual(['PushSecret', 'PushSecret', 'PushSecret']);
    const reflected = planOf(apart({ transport: SecretTransport.reflector(), kubernetesCluster: 'blue' }));
    expect(reflected.secrets.map(({ by }) => by)).toEqual(['Reflector', 'Reflector', 'Reflector']);
    expect(told(reflected)).toEqual([['restart', 'audit']]);
  });

  it('are restarts of mirrors before 0.26, whose operators do not look', () => {
    const [before, since] = [StrimziRelease.V0_25, StrimziRelease.V0_26].map((release) =>
      told(planOf(apart({ release }))),
    );
    expect(before).toContainEqual(['restart', 'mirror']);
    expect(since).not.toContainEqual(['restart', 'mirror']);
  });
});

test('a cluster that others manage is told as theirs', () => {
  const madrid = newSite({ release: StrimziRelease.V1_2 }, 'madrid');
  const center = newElsewhere(madrid, 'center');
  const there = KafkaCluster.fromClusterName(madrid, 'kafka', { listeners: EXTERNAL });
  new Consumer(center, 'audit', { topic: KafkaTopic.fromTopicName(there, 'orders') });
  expect(told(planOf([madrid, center]))).toEqual([
    ['ask', 'kafka-cluster-ca-cert'],
    ['ask', 'audit'],
    ['restart', 'audit'],
  ]);
});
