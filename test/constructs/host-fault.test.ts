import { Exposure, Jaeger, Producer, StrimziRelease, TraceStorage, Tracing } from '../../src';
import { findings, newCluster, newSite } from './harness';

describe('what is no host', () => {
  it.each([
    ['https://jaeger.example.com/ui', 'Give jaeger.example.com.'],
    ['jaeger.example.com:16686', 'Give jaeger.example.com, and the port as port.'],
    ['a host', 'Give the host alone.'],
    ['', 'Give the host alone.'],
  ])('is told of a Jaeger, once: %j', (host, remedy) => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    new Jaeger(site, 'jaeger', { host });
    expect(findings(site)).toMatchObject([
      { rule: 'prop-value', path: 'site/jaeger', field: 'host', given: host, message: `"${host}" is no host.`, remedy },
    ]);
  });

  it('is told of an exposure, an endpoint of OTLP and a place that spans go on to', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    new Exposure(site, 'ui', { service: 'ui', port: 80, host: 'http://ui' });
    const topic = newCluster(site, 'europe').addTopic('orders', { partitions: 1, replicas: 3 });
    new Producer(site, 'p', { topic, tracing: Tracing.otlp({ host: 'http://tempo' }) });
    new Jaeger(site, 'gateway', { storage: TraceStorage.otlp({ host: 'http://tempo' }) });
    const found = findings(site).map(({ rule, path, field }) => `${rule} ${path} ${field}`);
    expect(found.sort()).toEqual([
      'prop-value site/gateway storage.host',
      'prop-value site/p tracing.host',
      'prop-value site/ui host',
    ]);
  });

  it('is nothing that is one', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    new Jaeger(site, 'jaeger', { host: 'jaeger.example.com' });
    new Exposure(site, 'ui', { service: 'ui', port: 80, host: '*.example.com' });
    new Jaeger(site, 'gateway', { exposed: false, storage: TraceStorage.otlp({ host: 'fd00::7' }) });
    expect(findings(site).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
