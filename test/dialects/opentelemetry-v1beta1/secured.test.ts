import type { Manifest } from '../../../src/dialects/common/codec';
import { dialect } from '../../../src/dialects/opentelemetry-v1beta1';
import type { TracingBackendRecord } from '../../../src/model/tracing';

const { tracingBackend, parts, endpoints, recognises } = dialect;
const CASSANDRA = { type: 'cassandra', servers: ['a'], keyspace: 'k' } as const;
const CA = { secret: 'store-ca', certificate: 'tls.crt' };
const OWN = { secret: 'store-login', certificate: 'tls.crt', key: 'tls.key' };

interface Spec {
  readonly env?: unknown;
  readonly volumes?: unknown;
  readonly volumeMounts?: unknown;
  readonly config: Record<'receivers' | 'exporters' | 'processors' | 'connectors' | 'extensions', unknown> & {
    readonly service: { readonly pipelines: unknown };
  };
}

const specOf = (change: Partial<TracingBackendRecord>): Spec =>
  tracingBackend.write({ name: 'j', strategy: 'allInOne', storage: { type: 'memory' }, ...change })['spec'] as Spec;
const partsOf = (backend: Partial<TracingBackendRecord>): readonly Manifest[] =>
  parts({ name: 'j', strategy: 'streaming', storage: CASSANDRA, ...backend }).map((part) => tracingBackend.write(part));

describe('a store of a Jaeger v2', () => {
  it('is trusted by the CA of a Secret, which is mounted, and so is what Jaeger proves itself with', () => {
    const storage = {
      type: 'elasticsearch',
      serverUrls: ['https://es:9200'],
      tls: { ca: CA, clientCertificate: OWN },
    } as const;
    const { config, volumes, volumeMounts } = specOf({ storage });
    expect(config.extensions).toMatchObject({
      jaeger_storage: {
        backends: {
          main: {
            elasticsearch: {
              tls: {
                ca_file: '/etc/jaeger/storage-ca/tls.crt',
                cert_file: '/etc/jaeger/storage-certificate/tls.crt',
                key_file: '/etc/jaeger/storage-certificate/tls.key',
              },
            },
          },
        },
      },
    });
    expect(volumes).toEqual([
      { name: 'storage-ca', secret: { secretName: 'store-ca' } },
      { name: 'storage-certificate', secret: { secretName: 'store-login' } },
    ]);
    expect(volumeMounts).toEqual([
      { name: 'storage-ca', mountPath: '/etc/jaeger/storage-ca', readOnly: true },
      { name: 'storage-certificate', mountPath: '/etc/jaeger/storage-certificate', readOnly: true },
    ]);
  });

  it('is read with the Secrets that others mount elsewhere, and what comes from no Secret is kept', () => {
    const written = JSON.stringify(
      tracingBackend.write({ name: 'j', strategy: 'allInOne', storage: { ...CASSANDRA, tls: { ca: CA } } }),
    );
    const elsewhere = JSON.parse(written.replaceAll('/etc/jaeger/storage-ca', '/certs')) as Manifest;
    expect(tracingBackend.read(elsewhere).storage).toEqual({ ...CASSANDRA, tls: { ca: CA } });
    expect(tracingBackend.write(tracingBackend.read(elsewhere))).toEqual(elsewhere);
    const unmounted = JSON.parse(written.replaceAll('/etc/jaeger/storage-ca/', '/usr/share/')) as Manifest;
    expect(tracingBackend.read(unmounted).storage).toEqual({ ...CASSANDRA, tls: {} });
    expect(tracingBackend.write(tracingBackend.read(unmounted))).toEqual(unmounted);
  });

  it('is read without a certificate whose key is in another Secret', () => {
    const storage = { ...CASSANDRA, tls: { clientCertificate: OWN } };
    const manifest = tracingBackend.write({ name: 'j', strategy: 'allInOne', storage });
    const { volumes, volumeMounts, config } = manifest['spec'] as {
      volumes: object[];
      volumeMounts: object[];
      config: {
        extensions: { jaeger_storage: { backends: { main: { cassandra: { connection: { tls: object } } } } } };
      };
    };
    volumes.push({ name: 'keys', secret: { secretName: 'keys' } });
    volumeMounts.push({ name: 'keys', mountPath: '/keys' });
    const { tls } = config.extensions.jaeger_storage.backends.main.cassandra.connection;
    Object.assign(tls, { key_file: '/keys/tls.key' });
    const read = tracingBackend.read(manifest);
    expect(read.storage).toEqual({ ...CASSANDRA, tls: {} });
    expect(tracingBackend.write(read)).toEqual(manifest);
  });

  it('at another place gets traces by OTLP, with headers that are secret through variables', () => {
    const headers = { authorization: { secret: 'tempo', key: 'token' }, 'x-scope-orgid': 'a$b' };
    const grpc = { type: 'otlp', protocol: 'grpc', endpoint: 'tempo:4317', tls: { ca: CA }, headers } as const;
    const { config, env } = specOf({ strategy: 'production', part: 'collector', storage: grpc });
    expect(config.exporters).toEqual({
      otlp_grpc: {
        endpoint: 'tempo:4317',
        tls: { insecure: false, ca_file: '/etc/jaeger/storage-ca/tls.crt' },
        headers: { authorization: '${env:OTLP_HEADER_AUTHORIZATION}', 'x-scope-orgid': 'a$$b' },
      },
    });
    expect(config.extensions).toBeUndefined();
    expect(env).toEqual([
      { name: 'OTLP_HEADER_AUTHORIZATION', valueFrom: { secretKeyRef: { name: 'tempo', key: 'token' } } },
    ]);
    const http = { type: 'otlp', protocol: 'http', endpoint: 'https://otlp.example.com:443/otlp' } as const;
    expect(specOf({ strategy: 'production', part: 'collector', storage: http }).config.exporters).toEqual({
      otlp_http: { endpoint: 'https://otlp.example.com:443/otlp' },
    });
  });

  it('at another place has a variable for each header, whatever the headers are called', () => {
    const headers = { 'x-key': { secret: 'one', key: 'a' }, x_key: { secret: 'two', key: 'b' } };
    const storage = { type: 'otlp', protocol: 'grpc', endpoint: 'tempo:4317', headers } as const;
    const record = { name: 'j', strategy: 'production', part: 'collector', storage } as const;
    expect(tracingBackend.read(tracingBackend.write(record)).storage).toEqual(storage);
  });

  it('at another place is told when TLS is not spoken: the exporter would', () => {
    const storage = { type: 'otlp', protocol: 'grpc', endpoint: 'tempo:4317' } as const;
    expect(specOf({ strategy: 'production', part: 'collector', storage }).config.exporters).toEqual({
      otlp_grpc: { endpoint: 'tempo:4317', tls: { insecure: true } },
    });
  });

  it('at another place is read by the former names of exporters too', () => {
    const storage = { type: 'otlp', protocol: 'grpc', endpoint: 'tempo:4317' } as const;
    const record = { name: 'j', strategy: 'production', part: 'collector', storage } as const;
    const former = JSON.parse(JSON.stringify(tracingBackend.write(record)).replaceAll('otlp_grpc', 'otlp')) as Manifest;
    expect(tracingBackend.read(former).storage).toEqual(storage);
    expect(tracingBackend.write(tracingBackend.read(former))).toEqual(former);
  });

  it('at another place leaves nothing to show', () => {
    const storage = { type: 'otlp', protocol: 'grpc', endpoint: 'tempo:4317' } as const;
    expect(partsOf({ strategy: 'allInOne', storage })).toHaveLength(1);
    expect(partsOf({ storage, buffer: { bootstrapServers: 'k:9092' } })).toHaveLength(2);
    const forwarder: TracingBackendRecord = { name: 'j', strategy: 'allInOne', storage };
    expect(Object.keys(endpoints(forwarder))).toEqual(['otlpGrpc', 'otlpHttp']);
  });
});

describe('a Jaeger v2 with Kafka between its parts', () => {
  const buffer = {
    bootstrapServers: 'k-1:9093,k-2:9093',
    topic: 'spans',
    group: 'j-ingester',
    trust: [{ secret: 'k-cluster-ca-cert', certificate: 'ca.crt' }],
    credentials: { type: 'tls', secret: 'j', certificate: 'user.crt', key: 'user.key' },
  } as const;
  const tls = {
    insecure: false,
    ca_file: '/etc/jaeger/kafka-ca/ca.crt',
    cert_file: '/etc/jaeger/kafka-user/user.crt',
    key_file: '/etc/jaeger/kafka-user/user.key',
  };

  it('is a collector that writes to it, an ingester that reads and stores, and a query service', () => {
    const [collector, ingester, query] = partsOf({ buffer });
    expect(collector).toMatchObject({
      metadata: { name: 'j' },
      spec: {
        config: {
          exporters: {
            kafka: {
              brokers: ['k-1:9093', 'k-2:9093'],
              tls,
              traces: { topic: 'spans' },
              partition_traces_by_id: true,
            },
          },
          service: { pipelines: { traces: { receivers: ['otlp'], exporters: ['kafka'] } } },
        },
      },
    });
    expect(ingester).toMatchObject({
      metadata: { name: 'j-ingester' },
      spec: {
        config: {
          receivers: {
            kafka: {
              brokers: ['k-1:9093', 'k-2:9093'],
              tls,
              group_id: 'j-ingester',
              initial_offset: 'earliest',
              traces: { topics: ['spans'] },
            },
          },
          service: { pipelines: { traces: { receivers: ['kafka'], exporters: ['jaeger_storage_exporter'] } } },
        },
      },
    });
    expect(query).toMatchObject({ metadata: { name: 'j-query' } });
    expect(JSON.stringify(query)).not.toContain('kafka');
  });

  it('is recognised in each of its parts, and read back', () => {
    const written = parts({ name: 'j', strategy: 'streaming', storage: CASSANDRA, buffer });
    expect(written.map(({ part }) => part)).toEqual(['collector', 'ingester', 'query']);
    for (const part of written) {
      expect(recognises(tracingBackend.write(part))).toBe(true);
      expect(tracingBackend.read(tracingBackend.write(part))).toEqual(part);
    }
    const other = tracingBackend.write({
      ...written[0],
      image: 'otel/opentelemetry-collector-contrib:0.155.0',
    } as TracingBackendRecord);
    expect(recognises(other)).toBe(false);
  });

  it('takes programs at the collector alone, and browsers at the query service', () => {
    const { otlpGrpc, query } = endpoints({ name: 'j', strategy: 'streaming', storage: CASSANDRA, buffer });
    expect(otlpGrpc?.host).toBe('j-collector');
    expect(query?.service).toBe('j-query-collector-extension');
  });

  it('logs in with a password from a Secret, and speaks no TLS where there is none', () => {
    const credentials = { type: 'scram-sha-512', username: 'j', password: { secret: 'j', key: 'password' } } as const;
    const [collector] = partsOf({ buffer: { bootstrapServers: 'k:9092', credentials } });
    expect(collector?.['spec']).toMatchObject({
      env: [{ name: 'KAFKA_PASSWORD', valueFrom: { secretKeyRef: { name: 'j', key: 'password' } } }],
    });
    const kafka = { brokers: ['k:9092'], traces: { topic: 'jaeger-spans' }, partition_traces_by_id: true };
    const auth = { sasl: { username: 'j', password: '${env:KAFKA_PASSWORD}', mechanism: 'SCRAM-SHA-512' } };
    expect((collector?.['spec'] as Spec).config.exporters).toEqual({ kafka: { ...kafka, auth } });
  });

  it('reads that somebody typed a password, and does not take it up', () => {
    const [collector] = partsOf({ buffer: { bootstrapServers: 'k:9092' } });
    const typed = structuredClone(collector) as unknown as { spec: { config: { exporters: { kafka: object } } } };
    const auth = { sasl: { username: 'j', password: 'guess', mechanism: 'PLAIN' } };
    Object.assign(typed.spec.config.exporters.kafka, { auth });
    const read = tracingBackend.read(typed as unknown as Manifest);
    expect(read.buffer).toEqual({ bootstrapServers: 'k:9092', topic: 'jaeger-spans', authentication: 'plaintext' });
    expect(tracingBackend.write(read)).toEqual(typed);
  });

  it('samples and counts where whole traces come to, and limits memory at both ends', () => {
    const [collector, ingester] = partsOf({
      buffer,
      tailSampling: { policies: [{ name: 'errors-1', type: 'errors' }] },
      spanMetrics: {},
      memoryLimiter: { limit: 70, spike: 20 },
    }).map(({ spec }) => (spec as Spec).config);
    expect(Object.keys(collector?.processors as object)).toEqual(['memory_limiter', 'batch']);
    expect(collector?.connectors).toBeUndefined();
    expect(Object.keys(ingester?.processors as object)).toEqual(['memory_limiter', 'tail_sampling', 'batch']);
    expect(ingester?.connectors).toEqual({ span_metrics: {} });
  });
});

describe('what a Jaeger v2 does with spans', () => {
  it('is limited, judged and bundled, in this order', () => {
    const { config } = specOf({
      memoryLimiter: { limit: 70, spike: 20 },
      batch: { timeout: '5s', size: 1000, maxSize: 2000 },
      tailSampling: {
        decisionWait: '10s',
        maxTraces: 50,
        policies: [
          { name: 'a', type: 'errors' },
          { name: 'b', type: 'slow', milliseconds: 500 },
          { name: 'c', type: 'share', percentage: 10 },
          { name: 'd', type: 'attribute', key: 'service.name', values: ['shop'] },
          { name: 'e', type: 'rate', spansPerSecond: 35 },
        ],
      },
    });
    expect(config.processors).toEqual({
      memory_limiter: { check_interval: '1s', limit_percentage: 70, spike_limit_percentage: 20 },
      tail_sampling: {
        decision_wait: '10s',
        num_traces: 50,
        policies: [
          { name: 'a', type: 'status_code', status_code: { status_codes: ['ERROR'] } },
          { name: 'b', type: 'latency', latency: { threshold_ms: 500 } },
          { name: 'c', type: 'probabilistic', probabilistic: { sampling_percentage: 10 } },
          { name: 'd', type: 'string_attribute', string_attribute: { key: 'service.name', values: ['shop'] } },
          { name: 'e', type: 'rate_limiting', rate_limiting: { spans_per_second: 35 } },
        ],
      },
      batch: { timeout: '5s', send_batch_size: 1000, send_batch_max_size: 2000 },
    });
    expect(Object.keys(config.processors as object)).toEqual(['memory_limiter', 'tail_sampling', 'batch']);
  });

  it('is counted before it is sampled, and shown from where Prometheus has it', () => {
    const { config } = specOf({
      memoryLimiter: { limit: 70, spike: 20 },
      tailSampling: { policies: [{ name: 'a', type: 'errors' }] },
      spanMetrics: { dimensions: ['messaging.system'], interval: '30s' },
      metricsUrl: 'http://prometheus:9090',
    });
    expect(config.connectors).toEqual({
      span_metrics: { dimensions: [{ name: 'messaging.system' }], metrics_flush_interval: '30s' },
    });
    expect(config.service.pipelines).toEqual({
      traces: {
        receivers: ['otlp'],
        processors: ['memory_limiter', 'tail_sampling', 'batch'],
        exporters: ['jaeger_storage_exporter'],
      },
      'traces/metrics': { receivers: ['otlp'], processors: ['memory_limiter'], exporters: ['span_metrics'] },
      metrics: { receivers: ['span_metrics'], exporters: ['prometheus'] },
    });
    expect(config.exporters).toMatchObject({ prometheus: { endpoint: '0.0.0.0:8889' } });
    expect(config.extensions).toMatchObject({
      jaeger_query: { storage: { traces: 'main', metrics: 'metrics' } },
      jaeger_storage: { metric_backends: { metrics: { prometheus: { endpoint: 'http://prometheus:9090' } } } },
    });
  });

  it('is counted by the former name of the connector too', () => {
    const record = { name: 'j', strategy: 'allInOne', storage: { type: 'memory' }, spanMetrics: {} } as const;
    const former = JSON.parse(
      JSON.stringify(tracingBackend.write(record)).replaceAll('span_metrics', 'spanmetrics'),
    ) as Manifest;
    expect(tracingBackend.read(former).spanMetrics).toEqual({});
    expect(tracingBackend.write(tracingBackend.read(former))).toEqual(former);
  });

  it('is read where policies are of a kind that the model has no word for: they are kept', () => {
    const manifest = tracingBackend.write({
      name: 'j',
      strategy: 'allInOne',
      storage: { type: 'memory' },
      tailSampling: { policies: [{ name: 'a', type: 'errors' }] },
    });
    const { policies } = (manifest['spec'] as { config: { processors: { tail_sampling: { policies: object[] } } } })
      .config.processors.tail_sampling;
    policies.push({ name: 'z', type: 'and', and: { and_sub_policy: [] } });
    const read = tracingBackend.read(manifest);
    expect(read.tailSampling?.policies).toEqual([{ name: 'a', type: 'errors' }]);
    expect(tracingBackend.write(read)).toEqual(manifest);
  });
});
