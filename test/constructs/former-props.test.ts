import { Jaeger, Listener, StrimziRelease, TraceStorage, type TraceBuffer } from '../../src';
import { findings, newCluster, newSite } from './harness';

/** Props as a program had them that was written for an earlier release. */
function former(value: unknown): never {
  return value as never;
}

const CONFIGURATION = { configuration: { bootstrap: { host: 'k.example.com' } } };

describe('a prop that was taken once is an error, so that nothing said is lost', () => {
  it.each([
    ['plain', Listener.plain(former(CONFIGURATION))],
    ['tls', Listener.tls(former(CONFIGURATION))],
    ['internal', Listener.internal('in', former(CONFIGURATION))],
    ['clusterIp', Listener.clusterIp('ip', former({ ...CONFIGURATION, tls: true }))],
    ['route', Listener.route(former(CONFIGURATION))],
    ['loadBalancer', Listener.loadBalancer(former(CONFIGURATION))],
    ['nodePort', Listener.nodePort(former({ ...CONFIGURATION, tls: true }))],
    ['ingress', Listener.ingress(former({ ...CONFIGURATION, bootstrap: { host: 'k.example.com' }, brokers: [] }))],
    ['tlsRoute', Listener.tlsRoute(former(CONFIGURATION))],
  ])('configuration of a listener, %s', (_, listener) => {
    const site = newSite({ release: StrimziRelease.V1_2, kubernetesCluster: 'here' });
    newCluster(site, 'europe', { listeners: [listener] });
    expect(findings(site)).toContainEqual(
      expect.objectContaining({
        rule: 'prop-unknown',
        severity: 'error',
        field: 'listeners[0].configuration',
        message: 'There is no prop configuration any more.',
        remedy: 'Say it by the other props, or by overrides.',
      }),
    );
  });

  it('tls of a buffer', () => {
    const site = newSite({ release: StrimziRelease.V0_45, kubernetesCluster: 'here' });
    const buffer: TraceBuffer = former({ bootstrapServers: 'kafka:9093', tls: true });
    new Jaeger(site, 'eyes', {
      strategy: 'streaming',
      storage: TraceStorage.elasticsearch({ serverUrls: ['http://es:9200'] }),
      buffer,
    });
    expect(findings(site)).toContainEqual(
      expect.objectContaining({ rule: 'prop-unknown', severity: 'error', field: 'buffer.tls' }),
    );
  });
});
