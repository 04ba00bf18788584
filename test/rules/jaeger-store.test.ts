import { JsonPatch } from 'cdk8s';
import { check, Jaeger, StrimziRelease, TraceStorage, type Finding } from '../../src';
import { findings, newSite } from '../constructs/harness';

function jaeger(spec: object): object {
  return { apiVersion: 'jaegertracing.io/v1', kind: 'Jaeger', metadata: { name: 'jaeger' }, spec };
}

/** A Jaeger 2; one that is not shown has no user interface. */
function collector(
  backend: object,
  { replicas, isShown = true }: { replicas?: number; isShown?: boolean } = {},
): object {
  const shown = isShown && { jaeger_query: { storage: { traces: 'some_store' } } };
  const config = {
    receivers: { otlp: { protocols: { grpc: {} } } },
    exporters: { jaeger_storage_exporter: { trace_storage: 'some_store' } },
    extensions: { jaeger_storage: { backends: { some_store: backend } }, ...shown },
    service: {
      extensions: ['jaeger_storage', ...Object.keys(shown || {})],
      pipelines: { traces: { receivers: ['otlp'], exporters: ['jaeger_storage_exporter'] } },
    },
  };
  return {
    apiVersion: 'opentelemetry.io/v1beta1',
    kind: 'OpenTelemetryCollector',
    metadata: { name: 'jaeger' },
    spec: { image: 'quay.io/jaegertracing/jaeger:2.20.0', ...(replicas !== undefined && { replicas }), config },
  };
}

function told(manifest: object): Finding[] {
  const release = StrimziRelease.V0_45;
  return check({ release, manifests: [manifest] }).filter(({ rule }) => rule === 'jaeger-store');
}

const SEARCH = { elasticsearch: { server_urls: ['https://search:9200'] } };

describe('jaeger-store', () => {
  it.each([
    ['one process for all', jaeger({ strategy: 'allInOne', storage: { type: 'memory' } })],
    ['no strategy', jaeger({})],
    ['a store that pods share', jaeger({ strategy: 'production', storage: { type: 'elasticsearch' } })],
    ['a store that is not known here', jaeger({ strategy: 'production', storage: { type: 'grpc-plugin' } })],
    ['one pod of Jaeger 2', collector({ memory: {} }, { replicas: 1 })],
    ['pods of Jaeger 2 that share a store', collector(SEARCH, { replicas: 3 })],
    ['a part of Jaeger 2 that shares a store', collector(SEARCH, { isShown: false })],
  ])('takes %s', (_, manifest) => {
    expect(told(manifest)).toEqual([]);
  });

  it.each([
    ['production', { type: 'memory' }],
    ['Streaming', { type: 'badger' }],
    ['production', undefined],
  ])('tells that the strategy %s is not followed with the storage %j', (strategy, storage) => {
    expect(told(jaeger({ strategy, storage }))).toMatchObject([
      { field: 'spec.strategy', given: strategy, effect: 'overridden', severity: 'warning' },
    ]);
  });

  it.each([
    ['spec.replicas', { memory: {} }, { replicas: 2 }],
    ['spec.config.extensions.jaeger_storage', { badger: {} }, { isShown: false }],
  ])('refuses, at %s, a store that pods of Jaeger 2 do not share', (field, backend, pods) => {
    expect(told(collector(backend, pods))).toMatchObject([{ field, effect: 'fails', severity: 'error' }]);
  });

  it('tells a patch what a prop is told, and each of them once', () => {
    const faults = (strategy: 'allInOne' | 'production', patch?: string): string[] => {
      const site = newSite({ release: StrimziRelease.V0_45 });
      const eyes = new Jaeger(site, 'eyes', { operator: 'jaeger-v1', strategy, storage: TraceStorage.memory() });
      if (patch !== undefined) eyes.addJsonPatch(JsonPatch.replace('/spec/strategy', patch));
      return findings(site).map(({ field = '' }) => field);
    };
    expect(faults('allInOne')).toEqual([]);
    expect(faults('production')).toEqual(['spec.strategy']);
    expect(faults('allInOne', 'production')).toEqual(['spec.strategy']);
  });
});
