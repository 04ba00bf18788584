import { dialect } from '../../../src/dialects/opentelemetry-v1beta1';
import type { TracingBackendRecord } from '../../../src/model/tracing';
import { told } from '../told';

const ALL_IN_ONE: TracingBackendRecord = { name: 'my-jaeger', strategy: 'allInOne', storage: { type: 'memory' } };
const PRODUCTION: TracingBackendRecord = {
  name: 'my-jaeger',
  strategy: 'production',
  storage: { type: 'opensearch', serverUrls: ['http://os:9200'], secret: 'os-login' },
  replicas: 3,
};

describe('endpoints of a Jaeger v2', () => {
  it('take OTLP at the collector Service and show traces at the extension Service', () => {
    expect(dialect.endpoints(ALL_IN_ONE)).toEqual({
      otlpGrpc: { host: 'my-jaeger-collector', port: 4317 },
      otlpHttp: { host: 'my-jaeger-collector', port: 4318 },
      query: { service: 'my-jaeger-collector-extension', port: 'jaeger-query' },
    });
  });

  it('repeat the word collector where the name ends in it', () => {
    expect(dialect.endpoints({ ...ALL_IN_ONE, name: 'jaeger-collector' }).otlpGrpc?.host).toBe(
      'jaeger-collector-collector',
    );
  });

  it('take what Jaeger clients send only on request', () => {
    expect(dialect.endpoints({ ...ALL_IN_ONE, jaegerClients: true }).collector).toEqual({
      host: 'my-jaeger-collector',
      port: 14268,
    });
  });

  it('have no agents', () => {
    const { agent, nodeAgent, sidecar } = dialect.endpoints(ALL_IN_ONE);
    expect([agent, nodeAgent, sidecar]).toEqual([undefined, undefined, undefined]);
  });

  it('cut the names of Services to 63 characters', () => {
    const { otlpGrpc, query } = dialect.endpoints({ ...ALL_IN_ONE, name: 'j'.repeat(60) });
    expect(otlpGrpc?.host).toBe(`${'j'.repeat(53)}-collector`);
    expect(query?.service).toBe(`${'j'.repeat(53)}-extension`);
  });
});

describe('collector and query apart', () => {
  const [collector, query] = dialect.parts(PRODUCTION);

  it('are two objects, of which only the collectors scale', () => {
    expect(collector).toEqual({ ...PRODUCTION, part: 'collector' });
    const { replicas: _, ...alone } = PRODUCTION;
    expect(query).toEqual({ ...alone, name: 'my-jaeger-query', part: 'query' });
    expect(told(dialect.tracingBackend, 'tracingBackend', collector as TracingBackendRecord)).toEqual([]);
    expect(told(dialect.tracingBackend, 'tracingBackend', query as TracingBackendRecord)).toEqual([]);
  });

  it('each do their own half', () => {
    const config = (part: TracingBackendRecord | undefined): unknown =>
      (dialect.tracingBackend.write(part as TracingBackendRecord)['spec'] as { config: unknown }).config;
    expect(config(collector)).toMatchObject({
      processors: { memory_limiter: { limit_percentage: 80 }, batch: {} },
      service: {
        extensions: ['jaeger_storage'],
        pipelines: {
          traces: {
            receivers: ['otlp'],
            processors: ['memory_limiter', 'batch'],
            exporters: ['jaeger_storage_exporter'],
          },
        },
      },
    });
    expect(config(query)).toMatchObject({
      receivers: { nop: {} },
      exporters: { nop: {} },
      service: {
        extensions: ['jaeger_storage', 'jaeger_query'],
        pipelines: { traces: { receivers: ['nop'], exporters: ['nop'] } },
      },
    });
  });

  it('have their endpoints at the object that has the port: a query alone has no collector Service', () => {
    const endpoints = {
      otlpGrpc: { host: 'my-jaeger-collector', port: 4317 },
      otlpHttp: { host: 'my-jaeger-collector', port: 4318 },
    };
    const shown = { query: { service: 'my-jaeger-query-collector-extension', port: 'jaeger-query' } };
    expect(dialect.endpoints(PRODUCTION)).toEqual({ ...endpoints, ...shown });
    expect(dialect.endpoints(collector as TracingBackendRecord)).toEqual(endpoints);
    expect(dialect.endpoints(query as TracingBackendRecord)).toEqual(shown);
  });

  it('make the schema of Cassandra at the collector only', () => {
    const parts = dialect.parts({ ...PRODUCTION, storage: { type: 'cassandra', servers: ['a'], keyspace: 'k' } });
    const written = parts.map((part) => JSON.stringify(dialect.tracingBackend.write(part)).includes('"create":true'));
    expect(written).toEqual([true, false]);
  });
});

describe('an OpenTelemetryCollector', () => {
  it('is a Jaeger where it keeps or shows traces, and else something of somebody else', () => {
    const jaeger = dialect.tracingBackend.write(ALL_IN_ONE);
    expect(dialect.recognises(jaeger)).toBe(true);
    expect(dialect.recognises({ ...jaeger, spec: { config: { receivers: {}, exporters: {}, service: {} } } })).toBe(
      false,
    );
    expect(dialect.recognises({ ...jaeger, kind: 'Jaeger' })).toBe(false);
  });
});
