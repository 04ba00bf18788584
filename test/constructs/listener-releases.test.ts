import { Authentication, Authorization, Listener, Storage, StrimziRelease, type KafkaClusterProps } from '../../src';
import { findings, manifest, newCluster, newSite } from './harness';

const told = (release: StrimziRelease, props: Partial<KafkaClusterProps>) => {
  const site = newSite({ release });
  newCluster(site, 'europe', props);
  return findings(site).filter(({ severity }) => severity === 'error');
};
const of = (minor: string) => StrimziRelease.of(minor);

describe('a listener', () => {
  const certificate = { secret: 'own-tls' };
  const networkPolicyPeers = [{ podSelector: { matchLabels: { app: 'shop' } } }];
  const annotations = { dns: 'kafka.example.com' };

  it.each(['0.18', '0.19', '0.20', '0.22', '0.26', '0.33', '0.40', '0.45', '0.48', '0.49', '1.0', '1.2'])(
    'of each type that a release has is taken by Strimzi %s',
    (minor) => {
      const inside = [Listener.plain({ networkPolicyPeers }), Listener.tls({ certificate, networkPolicyPeers })];
      const outside = [
        Listener.loadBalancer({ certificate, bootstrap: { annotations }, brokers: [{ broker: 0, annotations }] }),
        Listener.nodePort({ tls: false, bootstrap: { nodePort: 31000 }, brokers: [{ broker: 0, nodePort: 31001 }] }),
        Listener.ingress({
          bootstrapHost: 'kafka.example.com',
          brokers: [0, 1, 2].map((broker) => ({ broker, host: `b${broker}.example.com` })),
        }),
      ];
      for (const listener of outside) expect(told(of(minor), { listeners: [...inside, listener] })).toEqual([]);
    },
  );

  it.each([
    ['hostTemplate', Listener.route({ hostTemplate: 'b{nodeId}.example.com' }), '0.43', '0.44'],
    ['advertisedPortTemplate', Listener.tls({ advertisedPortTemplate: '9000 + {nodeId}' }), '0.51', '1.0'],
    ['allocateLoadBalancerNodePorts', Listener.loadBalancer({ allocateLoadBalancerNodePorts: false }), '0.44', '0.45'],
  ])('with %s is told the release that has it', (field, listener, before, since) => {
    expect(told(of(since), { listeners: [listener] })).toEqual([]);
    const [fault] = told(of(before), { listeners: [listener] });
    expect(fault?.field).toContain(field);
    expect(fault?.remedy).toContain(since);
  });

  it('of a type that a release has not is told once', () => {
    const listeners = [
      Listener.tlsRoute({
        bootstrapHost: 'kafka.example.com',
        hostTemplate: 'b{nodeId}.example.com',
        parentRefs: [{ name: 'gateway', sectionName: 'kafka' }],
      }),
    ];
    expect(told(of('1.2'), { listeners })).toEqual([]);
    expect(told(of('1.0'), { listeners }).map(({ field }) => field)).toEqual(['spec.kafka.listeners[0].type']);
  });
});

describe('OAuth, with Keycloak', () => {
  const authentication = Authentication.oauth({ jwksEndpointUri: 'https://sso/keys', validIssuerUri: 'https://sso' });
  const authorization = Authorization.keycloak({ clientId: 'kafka', tokenEndpointUri: 'https://sso/token' });
  const props = { listeners: [Listener.tls({ authentication })], authorization };

  it.each(['0.18', '0.22', '0.36', '0.45', '0.48', '0.49', '0.51', '1.0', '1.2'])('is taken by Strimzi %s', (minor) => {
    expect(told(of(minor), props)).toEqual([]);
  });

  it('is told once each where the library of a release without the types does not take it', () => {
    const trust = ['one', 'two'].map((secret) => ({ secret, certificate: 'ca.crt' }));
    const listener = Listener.tls({
      authentication: Authentication.oauth({ jwksEndpointUri: 'https://sso/keys', checkIssuer: false, trust }),
    });
    const keycloak = Authorization.keycloak({ clientId: 'kafka', tokenEndpointUri: 'https://sso/token', trust });
    expect(told(of('1.2'), { listeners: [listener], authorization: keycloak }).map(({ field }) => field)).toEqual([
      'spec.kafka.listeners[0].authentication.type',
      'spec.kafka.authorization.type',
    ]);
  });

  it('has what it needs in every pool of nodes, beside what these say', () => {
    const site = newSite({ release: of('1.2') });
    const asking = Authentication.oauth({
      introspectionEndpointUri: 'https://sso/introspect',
      validIssuerUri: 'https://sso',
      clientId: 'kafka',
      clientSecret: { secret: 'sso', key: 'secret' },
    });
    const cluster = newCluster(site, 'europe', {
      listeners: [Listener.tls({ authentication: asking })],
      config: { 'principal.builder.class': 'com.example.Principals' },
    });
    cluster.addNodePool('more', {
      replicas: 3,
      storage: Storage.ephemeral(),
      env: [{ name: 'OWN', value: '1' }],
    });
    const env = (pool: string) => JSON.stringify(manifest(site, 'KafkaNodePool', pool).spec);
    expect(env('europe-dual-role')).toContain('"env":[{"name":"LISTENER_TLS_CLIENT_SECRET"');
    expect(env('more')).toMatch(/LISTENER_TLS_CLIENT_SECRET.*"name":"OWN"/);
    expect(manifest(site, 'Kafka', 'europe').spec).toMatchObject({
      kafka: { config: { 'principal.builder.class': 'com.example.Principals' } },
    });
  });

  it('lets users have ACLs where Keycloak asks them', () => {
    const site = newSite({ release: of('1.2') });
    const keycloak = { clientId: 'kafka', tokenEndpointUri: 'https://sso/token', delegateToKafkaAcls: true };
    const cluster = newCluster(site, 'europe', { ...props, authorization: Authorization.keycloak(keycloak) });
    cluster
      .addTopic('orders', { partitions: 1, replicas: 3 })
      .grantProduce(cluster.addUser('shop', { authentication: 'none' }));
    expect(manifest(site, 'KafkaUser', 'shop').spec).toHaveProperty('authorization.acls');
    expect(findings(site)).toEqual([]);
  });
});
