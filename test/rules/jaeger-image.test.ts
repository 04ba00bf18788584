import { check, readManifest, StrimziRelease, translate, type Finding } from '../../src';

const JAEGER_1 = 'jaegertracing/all-in-one:latest';
const JAEGER_2 = 'quay.io/jaegertracing/jaeger:2.20.0';

function collector(image: string): object {
  const service = { extensions: ['jaeger_storage'], pipelines: {} };
  const config = { extensions: { jaeger_storage: { backends: { traces: { memory: {} } } } }, service };
  return {
    apiVersion: 'opentelemetry.io/v1beta1',
    kind: 'OpenTelemetryCollector',
    metadata: { name: 'jaeger' },
    spec: { image, config },
  };
}

function jaeger(image: string): object {
  const spec = { strategy: 'allInOne', allInOne: { image, options: { 'log-level': 'info' } } };
  return { apiVersion: 'jaegertracing.io/v1', kind: 'Jaeger', metadata: { name: 'jaeger' }, spec };
}

function told(manifest: object, release: StrimziRelease): Finding[] {
  return check({ release, manifests: [manifest] }).filter(({ rule }) => rule === 'jaeger-image');
}

describe('jaeger-image', () => {
  it.each([
    JAEGER_2,
    'registry.example.com:5000/mirror/jaegertracing/jaeger',
    'registry.example.com/team/tracing:7',
    'registry.example.com/team/jaeger-collector:2.4.0',
  ])('takes %s where the OpenTelemetry operator runs it', (image) => {
    expect(told(collector(image), StrimziRelease.V1_2)).toEqual([]);
  });

  it.each([
    JAEGER_1,
    'jaegertracing/all-in-one',
    'docker.io/jaegertracing/all-in-one:1.65.0',
    `registry.redhat.io/rhosdt/jaeger-all-in-one-rhel8@sha256:${'a'.repeat(64)}`,
    'registry.example.com:5000/jaeger-collector:v1.57',
  ])('refuses %s where the OpenTelemetry operator runs it', (image) => {
    expect(told(collector(image), StrimziRelease.V1_2)).toMatchObject([
      { severity: 'error', field: 'spec.image', given: image },
    ]);
  });

  it('takes Jaeger 1 where the Jaeger operator runs it, and refuses Jaeger 2', () => {
    expect(told(jaeger(JAEGER_1), StrimziRelease.V0_18)).toEqual([]);
    expect(told(jaeger('registry.example.com/jaegertracing/jaeger:1.65'), StrimziRelease.V0_18)).toEqual([]);
    expect(told(jaeger(JAEGER_2), StrimziRelease.V0_18)).toMatchObject([
      { severity: 'error', field: 'spec.allInOne.image', given: JAEGER_2 },
    ]);
  });

  it('carries no image over to the other generation, and tells it', () => {
    const read = readManifest(jaeger(JAEGER_1));
    const { manifest, losses } = translate(read as NonNullable<typeof read>, { release: StrimziRelease.V1_2 });
    expect(manifest).toMatchObject({ spec: { image: JAEGER_2 } });
    expect(losses).toContainEqual(expect.objectContaining({ field: 'spec.allInOne.image', given: JAEGER_1 }));
  });
});
