import { traceTargetFor, type TraceRoute } from '../../../src/dialects/common/trace-target';
import type { TracingEndpoints } from '../../../src/dialects/dialect';
import { dialect as jaeger2020, dialectOf } from '../../../src/dialects/jaeger-v1';
import { dialect as jaegerV2 } from '../../../src/dialects/opentelemetry-v1beta1';
import type { TracingBackendRecord } from '../../../src/model/tracing';

const ALL_IN_ONE: TracingBackendRecord = { name: 'my-jaeger', strategy: 'allInOne', storage: { type: 'memory' } };
const ON_NODES: TracingBackendRecord = {
  name: 'my-jaeger',
  strategy: 'production',
  storage: { type: 'elasticsearch', serverUrls: ['http://es:9200'] },
  agent: 'daemonSet',
};
const CLIENT: TraceRoute = { system: 'jaeger', managedByStrimzi: false };
const MIRROR: TraceRoute = { system: 'jaeger', managedByStrimzi: true };
const OTEL: TraceRoute = { system: 'opentelemetry', managedByStrimzi: true };
const target = (endpoints: TracingEndpoints, route: TraceRoute): unknown =>
  traceTargetFor(endpoints, 'kafka', 'kafka', route);

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

describe('the host of a trace target', () => {
  const hostFrom = (backend: string | undefined, workload: string | undefined): unknown =>
    traceTargetFor(jaeger2020.endpoints(ALL_IN_ONE), backend, workload, CLIENT);

  it.each([
    ['kafka', 'kafka', 'my-jaeger-agent'],
    [undefined, undefined, 'my-jaeger-agent'],
    [undefined, 'apps', 'my-jaeger-agent'],
    ['tracing', 'apps', 'my-jaeger-agent.tracing.svc'],
    ['tracing', undefined, 'my-jaeger-agent.tracing.svc'],
  ])('of a backend in %s for a program in %s is %s', (backend, workload, host) => {
    expect(hostFrom(backend, workload)).toEqual({ protocol: 'jaeger-agent', host });
  });
});
