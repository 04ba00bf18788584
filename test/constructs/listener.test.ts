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
    ['route', Listener.route({ bootstrapHost: 'kafka.example.com', address: 'proxy:9443' }), 'proxy:9443'],
  ])('of the type %s is found by other sites where it says so, or where its router is', (type, listener, address) => {
    expect(listener.record.type).toBe(type);
    expect(listener.address).toBe(address);
  });

  it('tells its host beside what the team tells of its bootstrap', () => {
    const configuration = { bootstrap: { annotations: { a: 'b' } }, class: 'nginx' };
    expect(Listener.ingress({ bootstrapHost: 'kafka.example.com', configuration }).record.configuration).toEqual({
      bootstrap: { annotations: { a: 'b' }, host: 'kafka.example.com' },
      class: 'nginx',
    });
  });
});
