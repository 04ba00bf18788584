import type { TracingEndpoints } from '../../src/dialects/dialect';
import { dialect as jaeger2020, dialectOf } from '../../src/dialects/jaeger-v1';
import { dialect as jaegerV2 } from '../../src/dialects/opentelemetry-v1beta1';
import type { TracingBackendRecord } from '../../src/model/tracing';
import { otlpTargetFor, traceTargetFor, type TracedProgram } from '../../src/wiring/trace-target';
import { siteIdentity } from './harness';

const ALL_IN_ONE: TracingBackendRecord = { name: 'my-jaeger', strategy: 'allInOne', storage: { type: 'memory' } };
const ON_NODES: TracingBackendRecord = {
  name: 'my-jaeger',
  strategy: 'production',
  storage: { type: 'elasticsearch', serverUrls: ['http://es:9200'] },
  agent: 'daemonSet',
};
const HERE = siteIdentity();
const CLIENT: TracedProgram = { site: HERE, system: 'jaeger', managedByStrimzi: false };
const MIRROR: TracedProgram = { site: HERE, system: 'jaeger', managedByStrimzi: true };
const OTEL: TracedProgram = { site: HERE, system: 'opentelemetry', managedByStrimzi: true };
const target = (endpoints: TracingEndpoints, program: TracedProgram): unknown =>
  traceTargetFor({ site: HERE, endpoints }, program);

describe('a program with the Jaeger client', () => {
  it('sends to the agent of the all-in-one, client and mirror alike, as in the workshop', () => {
    const endpoints = jaeger2020.endpoints({ ...ALL_IN_ONE, agent: 'daemonSet' });
    for (const route of [CLIENT, MIRROR]) {
      expect(target(endpoints, route)).toEqual({ protocol: 'jaeger-agent', host: 'my-jaeger-agent' });
    }
  });

  it('sends to the agent on its node where its Deployment is its own', () => {
    expect(target(jaeger2020.endpoints(ON_NODES), CLIENT)).toEqual({
      protocol: 'jaeger-agent',
      host: { nodeAddress: true },
    });
  });

  it('sends to the collector where Strimzi makes the pods, which cannot learn the address of their node', () => {
    expect(target(jaeger2020.endpoints(ON_NODES), MIRROR)).toEqual({
      protocol: 'jaeger-collector',
      host: 'my-jaeger-collector',
    });
  });

  it('sends to the collector where the all-in-one has no agent any more', () => {
    expect(target(dialectOf('1.65.0').endpoints(ALL_IN_ONE), CLIENT)).toEqual({
      protocol: 'jaeger-collector',
      host: 'my-jaeger-collector',
    });
  });

  it('sends to the agent beside it where its Deployment asks for one', () => {
    const endpoints = jaeger2020.endpoints(ALL_IN_ONE);
    expect(target(endpoints, { ...CLIENT, sidecar: true })).toEqual({ protocol: 'jaeger-agent', host: 'localhost' });
    expect(target(endpoints, { ...MIRROR, sidecar: true })).toEqual({
      protocol: 'jaeger-agent',
      host: 'my-jaeger-agent',
    });
  });

  it('cannot reach a Jaeger v2 that does not take what it sends', () => {
    expect(target(jaegerV2.endpoints(ALL_IN_ONE), CLIENT)).toEqual({
      unreachable: 'it takes nothing that Jaeger clients send',
    });
    expect(target(jaegerV2.endpoints({ ...ALL_IN_ONE, jaegerClients: true }), CLIENT)).toEqual({
      protocol: 'jaeger-collector',
      host: 'my-jaeger-collector',
    });
  });

  it('cannot reach agents on nodes whose address it cannot learn, with no collector behind them', () => {
    expect(target({ nodeAgent: { port: 6831 } }, MIRROR)).toEqual({
      unreachable: expect.stringContaining('containers of a Strimzi operator cannot learn') as unknown,
    });
  });
});

describe('a program with OpenTelemetry', () => {
  it('sends OTLP over gRPC to the collector', () => {
    for (const endpoints of [jaegerV2.endpoints(ALL_IN_ONE), dialectOf('1.65.0').endpoints(ON_NODES)]) {
      expect(target(endpoints, OTEL)).toEqual({ protocol: 'otlp-grpc', host: 'my-jaeger-collector' });
    }
  });

  it('sends OTLP over HTTP where there is nothing else', () => {
    expect(target({ otlpHttp: { host: 'tempo', port: 80 } }, OTEL)).toEqual({
      protocol: 'otlp-http',
      host: 'tempo',
      port: 80,
    });
  });

  it('cannot reach the Jaeger of 2020', () => {
    expect(target(jaeger2020.endpoints(ALL_IN_ONE), OTEL)).toEqual({
      unreachable: expect.stringContaining('no OTLP') as unknown,
    });
  });
});

describe('the way to a tracing backend', () => {
  const from = (kubernetesCluster: string, targetNamespace: string): unknown =>
    traceTargetFor(
      { site: HERE, endpoints: jaeger2020.endpoints(ALL_IN_ONE) },
      { ...CLIENT, site: { kubernetesCluster, targetNamespace } },
    );

  it.each([
    ['kafka', 'my-jaeger-agent'],
    ['apps', 'my-jaeger-agent.kafka.svc'],
  ])('leads a program in namespace %s to %s', (namespace, host) => {
    expect(from('blue', namespace)).toEqual({ protocol: 'jaeger-agent', host });
  });

  it('does not leave the Kubernetes cluster', () => {
    expect(from('green', 'kafka')).toEqual({
      unreachable: expect.stringContaining('another Kubernetes cluster, "blue"'),
    });
  });
});

describe('a place that speaks OTLP alone', () => {
  const tempo = { protocol: 'otlp-grpc', host: 'tempo' } as const;

  it('takes the traces of OpenTelemetry, and those of no Jaeger client', () => {
    expect(otlpTargetFor(tempo, OTEL)).toBe(tempo);
    expect(otlpTargetFor(tempo, CLIENT)).toEqual({ unreachable: expect.stringContaining('does not speak OTLP') });
  });
});
