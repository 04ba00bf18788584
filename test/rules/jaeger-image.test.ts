import { StrimziRelease } from '../../src';
import { jaegerImage } from '../../src/rules/jaeger-image';
import { tell } from './harness';

const jaeger = { name: 'jaeger', strategy: 'allInOne', storage: { type: 'memory' } } as const;

describe('jaeger-image', () => {
  const told = (image: string, release: StrimziRelease): object[] =>
    tell(jaegerImage, { tracingBackend: [{ ...jaeger, image }], release });

  it.each([
    'quay.io/jaegertracing/jaeger:2.20.0',
    'registry.example.com:5000/mirror/jaegertracing/jaeger',
    'registry.example.com/team/tracing:7',
    'registry.example.com/team/jaeger-collector:2.4.0',
  ])('takes %s where the OpenTelemetry operator runs it', (image) => {
    expect(told(image, StrimziRelease.V1_2)).toEqual([]);
  });

  it.each([
    'jaegertracing/all-in-one:latest',
    'jaegertracing/all-in-one',
    'docker.io/jaegertracing/all-in-one:1.65.0',
    'registry.redhat.io/rhosdt/jaeger-all-in-one-rhel8@sha256:abc',
    'registry.example.com:5000/jaeger-collector:v1.57',
  ])('refuses %s where the OpenTelemetry operator runs it', (image) => {
    expect(told(image, StrimziRelease.V1_2)).toMatchObject([
      { path: 'jaeger', severity: 'error', field: 'spec.image', given: image },
    ]);
  });

  it('takes Jaeger 1 where the Jaeger operator runs it, and refuses Jaeger 2', () => {
    expect(told('jaegertracing/all-in-one:latest', StrimziRelease.V0_18)).toEqual([]);
    expect(told('registry.example.com/jaegertracing/jaeger:1.65', StrimziRelease.V0_18)).toEqual([]);
    expect(told('quay.io/jaegertracing/jaeger:2.20.0', StrimziRelease.V0_18)).toMatchObject([
      { path: 'jaeger', severity: 'error', field: 'spec.allInOne.image' },
    ]);
  });
});
