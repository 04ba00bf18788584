import { Duration, Jaeger, Platform, StrimziRelease, TraceStorage } from '../../src';
import type { Finding } from '../../src/check/finding';
import type { TraceBuffer } from '../../src/model/tracing';
import { findings, manifest, manifests, newCluster, newSite } from './harness';

const STORE = TraceStorage.elasticsearch({ serverUrls: ['http://es:9200'] });

describe('a Jaeger', () => {
  it("is run by the operator of the release's time", () => {
    const kinds = (release: StrimziRelease): string[] => {
      const site = newSite({ release });
      new Jaeger(site, 'jaeger', { exposed: false });
      return manifests(site).map(({ kind }) => kind);
    };
    expect(kinds(StrimziRelease.V0_18)).toEqual(['Jaeger']);
    expect(kinds(StrimziRelease.V1_2)).toEqual(['OpenTelemetryCollector']);
  });

  it('v2 has something of its own for browsers: a Route on OpenShift, an Ingress elsewhere', () => {
    const openshift = newSite({ release: StrimziRelease.V1_2, platform: Platform.OPENSHIFT });
    new Jaeger(openshift, 'jaeger');
    expect(manifest(openshift, 'Route', 'jaeger').spec).toMatchObject({
      to: { name: 'jaeger-collector-extension' },
      tls: { termination: 'edge' },
    });
    const elsewhere = newSite({ release: StrimziRelease.V1_2 });
    new Jaeger(elsewhere, 'jaeger', { host: 'jaeger.example.com' });
    expect(manifest(elsewhere, 'Ingress', 'jaeger').spec).toMatchObject({ rules: [{ host: 'jaeger.example.com' }] });
  });

  it.each([
    ['on Kubernetes', StrimziRelease.V0_18, Platform.KUBERNETES],
    ['of 1.65 on OpenShift', StrimziRelease.V0_45, Platform.OPENSHIFT],
  ])('v1 %s is opened by its operator, under a host that is asked for', (_, release, platform) => {
    const site = newSite({ release, platform });
    new Jaeger(site, 'jaeger', {
      operator: 'jaeger-v1',
      host: 'jaeger.example.com',
      strategy: 'production',
      storage: STORE,
    });
    expect(findings(site)).toEqual([]);
    expect(manifest(site, 'Jaeger', 'jaeger').spec).toMatchObject({
      ingress: { enabled: true, hosts: ['jaeger.example.com'] },
    });
  });

  it('v1 of the time of Strimzi 0.18 leaves the host of a Route to OpenShift, which is told', () => {
    const site = newSite({ release: StrimziRelease.V0_18, platform: Platform.OPENSHIFT });
    new Jaeger(site, 'jaeger', { host: 'jaeger.example.com' });
    expect(findings(site)).toMatchObject([
      { rule: 'release-says-field', field: 'spec.ingress.hosts', given: 'jaeger.example.com' },
    ]);
  });

  it('v2 in production is a collector and a query', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    new Jaeger(site, 'jaeger', {
      strategy: 'production',
      exposed: false,
      storage: TraceStorage.elasticsearch({ serverUrls: ['http://es:9200'] }),
    });
    expect(findings(site)).toEqual([]);
    expect(manifests(site).map(({ metadata }) => metadata.name)).toEqual(['jaeger', 'jaeger-query']);
  });

  it.each([
    [Duration.days(2), '48h'],
    [Duration.minutes(90), '90m'],
    [Duration.seconds(90), '90s'],
    [Duration.millis(1500), '1500ms'],
  ])('keeps traces in Badger for any time: %s', (keep, ttl) => {
    expect(TraceStorage.badger({ keep }).record).toEqual({ type: 'badger', ephemeral: true, ttl });
  });

  it('keeps traces in Badger for one process, unless it has a volume', () => {
    expect(TraceStorage.badger().record).toEqual({ type: 'badger', ephemeral: true });
    expect(TraceStorage.badger({ size: '5Gi', storageClass: 'fast' }).record).toEqual({
      type: 'badger',
      size: '5Gi',
      storageClass: 'fast',
    });
    expect(TraceStorage.badger({ claim: 'traces', fsGroup: 'platform' }).record).toEqual({
      type: 'badger',
      claim: 'traces',
      fsGroup: 'platform',
    });
  });

  it('that streams through a cluster of the topology speaks to it as its listener asks', () => {
    const told = (security: Partial<TraceBuffer>): readonly Finding[] => {
      const site = newSite({ release: StrimziRelease.V0_45 });
      newCluster(site);
      new Jaeger(site, 'jaeger', {
        operator: 'jaeger-v1',
        strategy: 'streaming',
        buffer: { bootstrapServers: 'europe-kafka-bootstrap:9093', ...security },
        storage: TraceStorage.elasticsearch({ serverUrls: ['http://es:9200'] }),
      });
      return findings(site);
    };
    expect(told({})).toMatchObject([{ rule: 'jaeger-buffer-listener', path: 'site/jaeger' }]);
    expect(told({ trust: [] })).toEqual([]);
  });

  it('in production does not keep traces in memory', () => {
    for (const [release, rule] of [
      [StrimziRelease.V0_18, 'release-says-field'],
      [StrimziRelease.V1_2, 'jaeger-store'],
    ] as const) {
      const site = newSite({ release });
      new Jaeger(site, 'jaeger', { strategy: 'production', exposed: false });
      expect(findings(site)[0]).toMatchObject({ rule, path: 'site/jaeger', severity: 'error' });
    }
  });
});
