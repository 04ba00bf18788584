import { Authentication, Authorization, Listener, StrimziRelease, type KafkaClusterProps } from '../../src';
import { findings, newCluster, newSite } from './harness';

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

  it.each(['0.18', '0.22', '0.36', '0.45', '0.48'])('is taken by Strimzi %s', (minor) => {
    expect(told(of(minor), props)).toEqual([]);
  });

  it('is told once each where it is gone', () => {
    expect(told(of('1.2'), props).map(({ field }) => field)).toEqual([
      'spec.kafka.listeners[0].authentication.type',
      'spec.kafka.authorization.type',
    ]);
  });
});
