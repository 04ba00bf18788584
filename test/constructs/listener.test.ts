import { Authentication, Listener } from '../../src';

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
    ['ingress', Listener.ingress({ bootstrapHost: 'kafka.example.com' }), 'kafka.example.com:443'],
    ['tlsroute', Listener.tlsRoute({ bootstrapHost: 'kafka.example.com' }), 'kafka.example.com:443'],
    ['route', Listener.route(), undefined],
    ['loadbalancer', Listener.loadBalancer({ bootstrapHost: 'kafka.example.com' }), undefined],
    ['nodeport', Listener.nodePort({ address: 'node-1:31000' }), 'node-1:31000'],
    ['route', Listener.route({ configuration: { bootstrap: { host: 'kafka.apps' } } }), 'kafka.apps:443'],
    [
      'loadbalancer',
      Listener.loadBalancer({ configuration: { bootstrap: { loadBalancerIP: '10.1.2.3' } } }),
      '10.1.2.3:9094',
    ],
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
      expect(namesOf(Listener.loadBalancer({ address, configuration: { bootstrap } }))).toEqual({ bootstrap });
    }
    expect(namesOf(Listener.nodePort({ address: 'a:31000', tls: false }))).toBeUndefined();
    const routed = Listener.route({ bootstrapHost: 'kafka.apps', address: 'kafka.apps:443' });
    expect(namesOf(routed)).toEqual({ bootstrap: { host: 'kafka.apps' } });
  });

  it('tells its host beside what the team tells of its bootstrap', () => {
    const configuration = { bootstrap: { annotations: { a: 'b' } }, class: 'nginx' };
    expect(Listener.ingress({ bootstrapHost: 'kafka.example.com', configuration }).record.configuration).toEqual({
      bootstrap: { annotations: { a: 'b' }, host: 'kafka.example.com' },
      class: 'nginx',
    });
  });
});
