import { dialect, dialectOf, JAEGER_OPERATOR_1_65, jaegerOperator } from '../../../src/dialects/jaeger-v1';
import type { TracingBackendRecord } from '../../../src/model/tracing';

const ALL_IN_ONE: TracingBackendRecord = { name: 'my-jaeger', strategy: 'allInOne', storage: { type: 'memory' } };
const PRODUCTION: TracingBackendRecord = {
  ...ALL_IN_ONE,
  strategy: 'production',
  storage: { type: 'elasticsearch', serverUrls: ['http://es:9200'] },
};
const latest = dialectOf('1.65.0');

describe('endpoints of a Jaeger v1', () => {
  it('have an agent Service with an all-in-one of 2020', () => {
    expect(dialect.endpoints(ALL_IN_ONE).agent).toEqual({ host: 'my-jaeger-agent', port: 6831 });
  });

  it('have no agent Service with another strategy', () => {
    expect(dialect.endpoints(PRODUCTION).agent).toBeUndefined();
    expect(dialect.endpoints({ ...PRODUCTION, strategy: 'streaming' }).agent).toBeUndefined();
  });

  it('have no agent Service for agents on the nodes, but their port', () => {
    const endpoints = dialect.endpoints({ ...PRODUCTION, agent: 'daemonSet' });
    expect(endpoints.agent).toBeUndefined();
    expect(endpoints.nodeAgent).toEqual({ port: 6831 });
    expect(endpoints.sidecar).toBeUndefined();
  });

  it('have the agent Service of the all-in-one pod beside agents on the nodes, as in the workshop', () => {
    const endpoints = dialect.endpoints({
      ...ALL_IN_ONE,
      image: 'jaegertracing/all-in-one:latest',
      agent: 'daemonSet',
    });
    expect(endpoints.agent).toEqual({ host: 'my-jaeger-agent', port: 6831 });
    expect(endpoints.nodeAgent).toEqual({ port: 6831 });
  });

  it('have sidecars for Deployments that name the Jaeger, where agents are not on the nodes', () => {
    expect(dialect.endpoints(PRODUCTION).sidecar).toEqual({
      port: 6831,
      annotations: { 'sidecar.jaegertracing.io/inject': 'my-jaeger' },
    });
  });

  it('have a collector with every strategy', () => {
    for (const backend of [ALL_IN_ONE, PRODUCTION]) {
      expect(dialect.endpoints(backend).collector).toEqual({ host: 'my-jaeger-collector', port: 14268 });
    }
  });

  it('take OTLP at the collector with operator 1.65, and not with 1.17', () => {
    expect(latest.endpoints(PRODUCTION)).toMatchObject({
      otlpGrpc: { host: 'my-jaeger-collector', port: 4317 },
      otlpHttp: { host: 'my-jaeger-collector', port: 4318 },
    });
    expect(dialect.endpoints(PRODUCTION).otlpGrpc).toBeUndefined();
    expect(dialect.endpoints(PRODUCTION).otlpHttp).toBeUndefined();
  });

  it('leave the user interface to the operator, which opens it itself', () => {
    expect(dialect.endpoints(ALL_IN_ONE).query).toBeUndefined();
  });

  it('cut the names of Services to 63 characters, out of the name of the Jaeger', () => {
    const endpoints = dialect.endpoints({ ...ALL_IN_ONE, name: 'j'.repeat(70) });
    expect(endpoints.agent?.host).toBe(`${'j'.repeat(57)}-agent`);
    expect(endpoints.collector?.host).toBe(`${'j'.repeat(53)}-collector`);
  });

  it('have hyphens in the place of dots', () => {
    expect(dialect.endpoints({ ...ALL_IN_ONE, name: 'my.jaeger' }).agent?.host).toBe('my-jaeger-agent');
  });
});

describe('the agent of an all-in-one', () => {
  const hasAgent = (image?: string): boolean =>
    latest.endpoints({ ...ALL_IN_ONE, ...(image !== undefined && { image }) }).agent !== undefined;

  it("is gone from the image of operator 1.65, so that nothing listens behind the agent's Service", () => {
    expect(hasAgent()).toBe(false);
    expect(hasAgent('jaegertracing/all-in-one:latest')).toBe(false);
    expect(hasAgent('jaegertracing/all-in-one')).toBe(false);
  });

  it.each([
    ['jaegertracing/all-in-one:1.62.0', true],
    ['jaegertracing/all-in-one:1.17', true],
    ['registry.example:5000/all-in-one:1.60.0@sha256:0123', true],
    ['jaegertracing/all-in-one:1.63.0', false],
    ['jaegertracing/all-in-one:1.76.0', false],
    ['jaegertracing/jaeger:2.0.0', false],
  ])('is known by the tag of %s: %s', (image, expected) => {
    expect(hasAgent(image)).toBe(expected);
    expect(dialect.endpoints({ ...ALL_IN_ONE, image }).agent !== undefined).toBe(expected);
  });
});

describe('versions of the Jaeger operator', () => {
  it('are found by their whole or short number', () => {
    expect(jaegerOperator('1.65')).toBe(JAEGER_OPERATOR_1_65);
    expect(jaegerOperator('1.65.0')).toBe(JAEGER_OPERATOR_1_65);
  });

  it('are listed where one is not known', () => {
    expect(() => dialectOf('1.6')).toThrow('no Jaeger operator "1.6"; versions are 1.17.1, 1.65.0');
  });

  it('of 2025 cannot keep an all-in-one up on OpenShift', () => {
    expect(JAEGER_OPERATOR_1_65.allInOneOnOpenShift).toBe(false);
  });
});

describe('the dialect of Jaeger v1', () => {
  it('writes one object and knows it again', () => {
    expect(dialect.parts(PRODUCTION)).toEqual([PRODUCTION]);
    expect(dialect.recognises(dialect.tracingBackend.write(PRODUCTION))).toBe(true);
    expect(dialect.recognises({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'jaeger' } })).toBe(false);
  });
});
