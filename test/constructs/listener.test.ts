import { Authentication, Listener, Platform, StrimziRelease } from '../../src';
import { keptFaults } from '../../src/props/kept';
import { listenerSound } from '../../src/rules/listener-sound';
import { cluster, tell } from '../rules/harness';
import { findings, newCluster, newSite } from './harness';

const peers = [{ podSelector: { matchLabels: { app: 'shop' } } }, { ipBlock: { cidr: '10.0.0.0/8' } }];

describe('a listener', () => {
  it('with TLS asks for client certificates, and one without asks nobody, unless somebody says otherwise', () => {
    expect(Listener.tls().record).toEqual({
      name: 'tls',
      port: 9093,
      type: 'internal',
      tls: true,
      authentication: { type: 'tls' },
    });
    expect(Listener.plain().record).toEqual({ name: 'plain', port: 9092, type: 'internal', tls: false });
    expect(Listener.tls({ authentication: Authentication.none() }).record).not.toHaveProperty('authentication');
    expect(Listener.plain({ authentication: Authentication.scramSha512() }).record.authentication?.type).toBe(
      'scram-sha-512',
    );
  });

  it('of a name of its own has a port of its own', () => {
    expect(Listener.internal('apps', { port: 9095 }).record).toMatchObject({ name: 'apps', port: 9095, tls: true });
    expect(Listener.clusterIp('each').record).toMatchObject({ name: 'each', port: 9094, type: 'cluster-ip' });
  });

  it.each([
    ['route', Listener.route({ bootstrapHost: 'kafka.example.com' }), 'kafka.example.com:443'],
    [
      'ingress',
      Listener.ingress({ bootstrapHost: 'kafka.example.com', hostTemplate: 'b{nodeId}.example.com' }),
      'kafka.example.com:443',
    ],
    [
      'tlsroute',
      Listener.tlsRoute({
        bootstrapHost: 'kafka.example.com',
        brokers: [{ broker: 0, host: 'b0.example.com' }],
        parentRefs: [{ name: 'gateway' }],
      }),
      'kafka.example.com:443',
    ],
    ['route', Listener.route(), undefined],
    ['loadbalancer', Listener.loadBalancer(), undefined],
    ['nodeport', Listener.nodePort({ address: 'node-1:31000' }), 'node-1:31000'],
    ['loadbalancer', Listener.loadBalancer({ bootstrap: { loadBalancerIP: '10.1.2.3' } }), '10.1.2.3:9094'],
    ['route', Listener.route({ bootstrapHost: 'kafka.example.com', address: 'proxy:9443' }), 'proxy:9443'],
  ])('of the type %s is found by other sites where it says so, or where its router is', (type, listener, address) => {
    expect(listener.record.type).toBe(type);
    expect(listener.address).toBe(address);
  });

  it('has the certificates vouch for the address that it is given, once', () => {
    const namesOf = ({ record }: Listener) => record.configuration;
    expect(namesOf(Listener.loadBalancer({ address: 'a.example.com:9094, b.example.com:9094' }))).toEqual({
      bootstrap: { alternativeNames: ['a.example.com', 'b.example.com'] },
    });
    const bootstrap = { alternativeNames: ['a.example.com'], loadBalancerIP: '10.1.2.3' };
    for (const address of ['a.example.com:9094', '10.1.2.3:9094']) {
      expect(namesOf(Listener.loadBalancer({ address, bootstrap }))).toEqual({ bootstrap });
    }
    expect(namesOf(Listener.nodePort({ address: 'a:31000', tls: false }))).toBeUndefined();
    const routed = Listener.route({ bootstrapHost: 'kafka.apps', address: 'kafka.apps:443' });
    expect(namesOf(routed)).toEqual({ bootstrap: { host: 'kafka.apps' } });
  });

  it('is told what its type has, in the words of the operator', () => {
    const listener = Listener.loadBalancer({
      name: 'balanced',
      port: 9099,
      networkPolicyPeers: peers,
      maxConnections: 100,
      maxConnectionCreationRate: 10,
      class: 'internal',
      externalTrafficPolicy: 'Local',
      loadBalancerSourceRanges: ['10.0.0.0/8'],
      finalizers: ['service.kubernetes.io/load-balancer-cleanup'],
      allocateLoadBalancerNodePorts: false,
      createBootstrapService: false,
      bootstrap: { annotations: { dns: 'kafka.example.com' }, nodePort: 31000 },
      brokers: [{ broker: 0, advertisedHost: 'b0.example.com', advertisedPort: 9443, loadBalancerIP: '10.1.2.3' }],
    });
    expect(listener.record).toEqual({
      name: 'balanced',
      port: 9099,
      type: 'loadbalancer',
      tls: true,
      authentication: { type: 'tls' },
      networkPolicyPeers: peers,
      configuration: {
        maxConnections: 100,
        maxConnectionCreationRate: 10,
        class: 'internal',
        externalTrafficPolicy: 'Local',
        loadBalancerSourceRanges: ['10.0.0.0/8'],
        finalizers: ['service.kubernetes.io/load-balancer-cleanup'],
        allocateLoadBalancerNodePorts: false,
        createBootstrapService: false,
        bootstrap: { annotations: { dns: 'kafka.example.com' }, nodePort: 31000 },
        brokers: [{ broker: 0, advertisedHost: 'b0.example.com', advertisedPort: 9443, loadBalancerIP: '10.1.2.3' }],
      },
    });
  });

  it('shows a certificate of the team, which its clients trust by what is said, or by their platforms', () => {
    const own = Listener.tls({ certificate: { secret: 'kafka-tls' } });
    expect(own.record.configuration).toEqual({
      brokerCertChainAndKey: { secretName: 'kafka-tls', certificate: 'tls.crt', key: 'tls.key' },
    });
    expect(own.trust).toEqual([]);
    const trust = [{ secret: 'our-ca', certificate: 'ca.crt' }];
    expect(Listener.route({ certificate: { secret: 'a', certificate: 'b', key: 'c' }, trust })).toMatchObject({
      trust,
      record: { configuration: { brokerCertChainAndKey: { secretName: 'a', certificate: 'b', key: 'c' } } },
    });
    expect(Listener.tls().trust).toBeUndefined();
  });
});

describe('authentication by OAuth and by other mechanisms', () => {
  it('is in the words of the operator', () => {
    const oauth = Authentication.oauth({
      introspectionEndpointUri: 'https://sso.example.com/introspect',
      clientId: 'kafka',
      clientSecret: { secret: 'sso', key: 'password' },
      validIssuerUri: 'https://sso.example.com',
      trust: [{ secret: 'sso-ca', certificate: 'ca.crt' }],
    });
    expect(oauth.record).toEqual({
      type: 'oauth',
      introspectionEndpointUri: 'https://sso.example.com/introspect',
      clientId: 'kafka',
      clientSecret: { secretName: 'sso', key: 'password' },
      validIssuerUri: 'https://sso.example.com',
      tlsTrustedCertificates: [{ secretName: 'sso-ca', certificate: 'ca.crt' }],
    });
    const custom = Authentication.custom({
      sasl: true,
      listenerConfig: { 'sasl.enabled.mechanisms': 'PLAIN' },
      secrets: [{ secret: 'ldap', key: 'ca.crt' }],
    });
    expect(custom.record).toEqual({
      type: 'custom',
      sasl: true,
      listenerConfig: { 'sasl.enabled.mechanisms': 'PLAIN' },
      secrets: [{ secretName: 'ldap', key: 'ca.crt' }],
    });
  });
});

describe('the types of listeners', () => {
  const keys = { jwksEndpointUri: 'https://sso/keys' };
  const checked = { validIssuerUri: 'https://sso' };
  const host = { bootstrapHost: 'kafka.example.com' };
  const hosts = { ...host, hostTemplate: 'b{nodeId}.example.com' };
  const certificate = { secret: 'kafka-tls' };

  it('take what operators take', () => {
    const taken = [
      Listener.nodePort({ tls: false, authentication: Authentication.scramSha512() }),
      Listener.clusterIp('each', { useServiceDnsDomain: true, bootstrap: { labels: { a: 'b' } } }),
      Listener.ingress({ ...hosts, brokers: [{ broker: 0, advertisedPort: 8443 }] }),
      Authentication.oauth({ ...keys, ...checked, jwksExpirySeconds: 600 }),
      Authentication.oauth({ ...keys, checkIssuer: false }),
    ];
    expect(taken.flatMap(keptFaults)).toEqual([]);
  });

  it.each([
    // @ts-expect-error -- hosts of brokers are missing
    ['hosts', () => Listener.ingress({ ...host })],
    // @ts-expect-error -- a broker has no host
    ['a host', () => Listener.ingress({ ...host, brokers: [{ broker: 0 }] })],
    // @ts-expect-error -- routes of nothing
    ['a Gateway', () => Listener.tlsRoute({ ...hosts })],
    // @ts-expect-error -- a router tells encrypted connections apart only
    ['TLS of routes', () => Listener.route({ tls: false })],
    // @ts-expect-error -- a certificate without TLS
    ['TLS for a certificate', () => Listener.nodePort({ tls: false, certificate })],
    // @ts-expect-error -- a certificate without TLS
    ['TLS for a certificate', () => Listener.plain({ certificate })],
    // @ts-expect-error -- a class of a type that has none
    ['no class', () => Listener.nodePort({ class: 'nginx' })],
    // @ts-expect-error -- hosts of a type that has none
    ['no hosts', () => Listener.loadBalancer({ hostTemplate: 'b{nodeId}' })],
    // @ts-expect-error -- a load balancer's address at a node's port
    ['no load balancer', () => Listener.nodePort({ bootstrap: { loadBalancerIP: '10.1.2.3' } })],
    // @ts-expect-error -- addresses of nodes at a load balancer
    ['no nodes', () => Listener.loadBalancer({ brokers: [{ broker: 0, externalIPs: ['10.1.2.3'] }] })],
    // @ts-expect-error -- labels of a listener without Services
    ['no Services', () => Listener.tls({ bootstrap: { labels: { a: 'b' } } })],
    // @ts-expect-error -- the DNS domain of Services outside
    ['no DNS domain', () => Listener.route({ useServiceDnsDomain: true })],
    // @ts-expect-error -- a policy of a type that has none
    ['no policy', () => Listener.route({ externalTrafficPolicy: 'Local' })],
    // @ts-expect-error -- addresses and pods in one
    ['one of two', () => Listener.tls({ networkPolicyPeers: [{ ipBlock: { cidr: '10.0.0.0/8' }, podSelector: {} }] })],
    // @ts-expect-error -- nothing that checks a token
    ['a check', () => Authentication.oauth({ ...checked })],
    // @ts-expect-error -- no issuer
    ['an issuer', () => Authentication.oauth({ ...keys })],
    // @ts-expect-error -- nobody to ask as
    ['a client', () => Authentication.oauth({ ...checked, introspectionEndpointUri: 'https://sso/introspect' })],
    // @ts-expect-error -- what only answers about tokens tell
    ['answers', () => Authentication.oauth({ ...keys, ...checked, userInfoEndpointUri: 'https://sso/user' })],
  ])('want %s, and so do programs in JavaScript', (_, program) => {
    expect(keptFaults(program())).not.toEqual([]);
  });

  it('tell programs in JavaScript what is missing', () => {
    const uri = 'https://sso/introspect';
    // @ts-expect-error -- nobody to ask as
    const asking = Authentication.oauth({ ...checked, introspectionEndpointUri: uri });
    expect(keptFaults(asking).map(({ message }) => message)).toEqual([
      'clientId has to be given.',
      'clientSecret has to be given.',
    ]);
    // @ts-expect-error -- no issuer
    const [fault] = keptFaults(Authentication.oauth({ ...keys }));
    expect(fault?.message).toBe('validIssuerUri or checkIssuer has to be given.');
    // @ts-expect-error -- an issuer that nobody checks
    const unchecked = Authentication.oauth({ ...keys, checkIssuer: false, validIssuerUri: 'https://sso' });
    expect(keptFaults(unchecked)).toMatchObject([
      {
        rule: 'prop-value',
        allowed: 'checkIssuer or validIssuerUri',
        message: 'checkIssuer and validIssuerUri do not go together.',
      },
    ]);
  });

  it('names each value that a setting has once', () => {
    // @ts-expect-error -- no such policy
    const [fault] = keptFaults(Listener.loadBalancer({ externalTrafficPolicy: 'local' }));
    expect(fault?.allowed).toBe('"Local" or "Cluster"');
  });

  it('want TLS for client certificates, and so do the rules', () => {
    // @ts-expect-error -- client certificates without TLS
    const balanced = Listener.loadBalancer({ tls: false, authentication: Authentication.tls() });
    // @ts-expect-error -- client certificates without TLS
    const plain = Listener.plain({ authentication: Authentication.tls() });
    const told = tell(listenerSound, { kafkaCluster: [cluster({ listeners: [balanced.record, plain.record] })] });
    expect(told.map(({ field }) => field)).toEqual(['spec.kafka.listeners[0].tls', 'spec.kafka.listeners[1].tls']);
  });
});

describe('a listener of the type route', () => {
  const told = (platform?: Platform) => {
    const site = newSite({ release: StrimziRelease.V1_2, ...(platform && { platform }) });
    newCluster(site, 'europe', { listeners: [Listener.tls(), Listener.route()] });
    return findings(site);
  };

  it('is told where the site is no OpenShift, in a warning that can be waived', () => {
    const fault = { rule: 'route-needs-openshift', severity: 'warning', field: 'listeners[1]', given: 'route' };
    expect(told()).toMatchObject([fault]);
    expect(told(Platform.KUBERNETES)).toMatchObject([fault]);
  });

  it('is fine on OpenShift', () => {
    expect(told(Platform.OPENSHIFT)).toEqual([]);
  });
});
