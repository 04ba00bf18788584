import type { Manifest } from '../../../src/dialects/common/codec';
import fc from 'fast-check';
import { dialect } from '../../../src/dialects/opentelemetry-v1beta1';
import type { TracingBackendRecord } from '../../../src/model/tracing';
import { backends, jaegerV2Backends, others } from '../../arbitraries/tracing';
import { crdCheck, itWithShared } from '../tracing-crds';
import { told } from '../told';

const { tracingBackend } = dialect;

const MY_JAEGER: TracingBackendRecord = {
  name: 'my-jaeger',
  strategy: 'allInOne',
  storage: { type: 'memory', maxTraces: 100000 },
};

interface Spec {
  image: string;
  mode: string;
  config: {
    receivers: Record<string, unknown>;
    processors: Record<string, unknown>;
    exporters: Record<string, { trace_storage: string }>;
    connectors?: Record<string, unknown>;
    extensions?: {
      jaeger_storage: { backends: Record<string, Record<string, unknown>>; metric_backends?: unknown };
      jaeger_query?: { storage: { traces: string; metrics?: string }; http: { endpoint: string } };
    };
    service: { extensions?: string[]; pipelines: Record<string, Record<string, string[]>>; telemetry?: unknown };
  };
  [field: string]: unknown;
}

const specOf = (change: Partial<TracingBackendRecord> = {}): Spec =>
  tracingBackend.write({ ...MY_JAEGER, ...change })['spec'] as Spec;
const storeOf = (storage: TracingBackendRecord['storage']): unknown =>
  Object.values(specOf({ storage }).config.extensions?.jaeger_storage.backends ?? {})[0];

/** Takes everything out of an object, at all depths. */
function empty(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [field, inner] of Object.entries(value)) {
    empty(inner);
    Reflect.deleteProperty(value, field);
  }
}

describe('a Jaeger v2', () => {
  it('is a collector with a pinned Jaeger image, three written endpoints and one backend', () => {
    expect(tracingBackend.write(MY_JAEGER)).toEqual({
      apiVersion: 'opentelemetry.io/v1beta1',
      kind: 'OpenTelemetryCollector',
      metadata: { name: 'my-jaeger' },
      spec: {
        image: 'quay.io/jaegertracing/jaeger:2.20.0',
        mode: 'deployment',
        upgradeStrategy: 'none',
        config: {
          receivers: {
            otlp: { protocols: { grpc: { endpoint: '0.0.0.0:4317' }, http: { endpoint: '0.0.0.0:4318' } } },
          },
          processors: { batch: {} },
          exporters: { jaeger_storage_exporter: { trace_storage: 'main' } },
          extensions: {
            jaeger_storage: { backends: { main: { memory: { max_traces: 100000 } } } },
            jaeger_query: { storage: { traces: 'main' }, http: { endpoint: '0.0.0.0:16686' } },
          },
          service: {
            extensions: ['jaeger_storage', 'jaeger_query'],
            pipelines: {
              traces: { receivers: ['otlp'], processors: ['batch'], exporters: ['jaeger_storage_exporter'] },
            },
          },
        },
      },
    });
  });

  it('says everything that it has no limits for', () => {
    fc.assert(
      fc.property(jaegerV2Backends, (backend) => {
        expect(told(tracingBackend, 'tracingBackend', backend)).toEqual([]);
        expect(tracingBackend.read(tracingBackend.write(backend))).toEqual(backend);
      }),
    );
  });

  it('loses nothing of what somebody else wrote', () => {
    const open = ['receivers', 'processors', 'exporters', 'extensions', 'service.telemetry', 'connectors'];
    const paths = open.map((part) => `spec.config.${part}`);
    fc.assert(
      fc.property(others(backends.map(tracingBackend.write), paths), (manifest) => {
        expect(tracingBackend.write(tracingBackend.read(manifest))).toEqual(manifest);
      }),
    );
  });

  itWithShared('passes the schema of the operator', () => {
    const check = crdCheck('opentelemetry-operator-0.158.0-collectors.yaml', 'v1beta1');
    fc.assert(fc.property(backends, (backend) => expect(check(tracingBackend.write(backend))).toEqual([])));
  });

  it('never writes null, which is lost on the way to the cluster', () => {
    fc.assert(
      fc.property(backends, (backend) => {
        const nulls: string[] = [];
        JSON.stringify(tracingBackend.write(backend), (key, value: unknown) => {
          if (value === null) nulls.push(key);
          return value;
        });
        expect(nulls).toEqual([]);
      }),
    );
  });

  it('is written anew each time: what was patched in one does not show in another', () => {
    fc.assert(
      fc.property(jaegerV2Backends, (backend) => {
        const before = JSON.stringify(tracingBackend.write(backend));
        const emptied = tracingBackend.write(backend);
        empty(emptied['spec']);
        expect(JSON.stringify(tracingBackend.write(backend))).toBe(before);
      }),
    );
  });

  it('has one backend name in all its places', () => {
    fc.assert(
      fc.property(jaegerV2Backends, (backend) => {
        const { extensions, exporters } = (tracingBackend.write(backend)['spec'] as Spec).config;
        const [name] = Object.keys(extensions?.jaeger_storage.backends ?? {});
        const traces = extensions?.jaeger_query?.storage.traces;
        const exported = exporters['jaeger_storage_exporter']?.trace_storage;
        expect([traces, exported].filter((used) => used !== undefined && used !== name)).toEqual([]);
      }),
    );
  });

  it('enables each part of its configuration, and no part that it has not', () => {
    fc.assert(
      fc.property(jaegerV2Backends, (backend) => {
        const { config } = tracingBackend.write(backend)['spec'] as Spec;
        const { receivers, processors, exporters, connectors = {}, extensions, service } = config;
        expect(service.extensions).toEqual(extensions && Object.keys(extensions));
        const used = (kind: string): string[] => [
          ...new Set(Object.values(service.pipelines).flatMap((pipeline) => pipeline[kind] ?? [])),
        ];
        const joints = Object.keys(connectors);
        expect(used('receivers')).toEqual([...Object.keys(receivers), ...joints]);
        expect(used('processors')).toEqual(Object.keys(processors));
        expect(used('exporters').sort()).toEqual([...Object.keys(exporters), ...joints].sort());
      }),
    );
  });

  it('has exactly one type of store', () => {
    fc.assert(
      fc.property(backends, (backend) => {
        const { extensions } = (tracingBackend.write(backend)['spec'] as Spec).config;
        const stores = Object.values(extensions?.jaeger_storage.backends ?? {});
        const isElsewhere = ['otlp', 'none'].includes(backend.storage.type);
        expect(stores.map((store) => Object.keys(store).length)).toEqual(isElsewhere ? [] : [1]);
      }),
    );
  });

  it('also takes what Jaeger clients send, on request', () => {
    expect(specOf().config.receivers['jaeger']).toBeUndefined();
    const { receivers, service } = specOf({ jaegerClients: true }).config;
    expect(receivers['jaeger']).toEqual({ protocols: { thrift_http: { endpoint: '0.0.0.0:14268' } } });
    expect(service.pipelines['traces']?.['receivers']).toEqual(['otlp', 'jaeger']);
  });

  it('logs at the level that was chosen', () => {
    expect(specOf({ logLevel: 'debug' }).config.service.telemetry).toEqual({ logs: { level: 'debug' } });
  });
});

describe('stores of a Jaeger v2', () => {
  it('keep badger on a claimed volume of a StatefulSet that its user may write to', () => {
    const spec = specOf({ storage: { type: 'badger', size: '10Gi', storageClass: 'fast', ttl: '48h' } });
    expect(spec).toMatchObject({
      mode: 'statefulset',
      podSecurityContext: { fsGroup: 10001 },
      volumeMounts: [{ name: 'badger', mountPath: '/badger' }],
      volumeClaimTemplates: [
        {
          metadata: { name: 'badger' },
          spec: {
            accessModes: ['ReadWriteOnce'],
            storageClassName: 'fast',
            resources: { requests: { storage: '10Gi' } },
          },
        },
      ],
    });
    expect(spec['volumes']).toBeUndefined();
    expect(spec.config.extensions?.jaeger_storage.backends['main']).toEqual({
      badger: {
        ephemeral: false,
        directories: { keys: '/badger/keys', values: '/badger/values' },
        ttl: { spans: '48h' },
      },
    });
  });

  it('leave the group to OpenShift, which refuses one from outside its range', () => {
    const spec = specOf({ storage: { type: 'badger', size: '10Gi', fsGroup: 'platform' } });
    expect(spec['podSecurityContext']).toBeUndefined();
  });

  it('keep badger in an empty directory where it is neither ephemeral nor claimed', () => {
    const spec = specOf({ storage: { type: 'badger', ephemeral: false } });
    expect(spec.mode).toBe('deployment');
    expect(spec['volumes']).toEqual([{ name: 'badger', emptyDir: {} }]);
  });

  it.each(['elasticsearch', 'opensearch'] as const)('reach %s with credentials from a Secret', (type) => {
    const storage = { type, serverUrls: ['http://es:9200'], secret: 'es-login', indexPrefix: 'prod' };
    expect(storeOf(storage)).toEqual({
      [type]: {
        server_urls: ['http://es:9200'],
        auth: { basic: { username: '${env:ES_USERNAME}', password: '${env:ES_PASSWORD}' } },
        indices: { index_prefix: 'prod' },
      },
    });
    expect(specOf({ storage })['env']).toEqual([
      { name: 'ES_USERNAME', valueFrom: { secretKeyRef: { name: 'es-login', key: 'ES_USERNAME' } } },
      { name: 'ES_PASSWORD', valueFrom: { secretKeyRef: { name: 'es-login', key: 'ES_PASSWORD' } } },
    ]);
  });

  it('write no aliases or index lifecycle, which Jaeger 2.20 refuses', () => {
    const written = JSON.stringify(storeOf({ type: 'elasticsearch', serverUrls: ['http://es'], indexPrefix: 'p' }));
    expect(written).not.toMatch(/alias|ilm|"servers"/);
  });

  it('reach Cassandra by servers under the connection, in plain text unless TLS is asked for', () => {
    const storage = { type: 'cassandra', servers: ['a', 'b'], keyspace: 'traces', datacenter: 'dc1' } as const;
    const schema = { keyspace: 'traces', create: true, datacenter: 'dc1' };
    const connection = { servers: ['a', 'b'], local_dc: 'dc1' };
    expect(storeOf(storage)).toEqual({ cassandra: { schema, connection: { ...connection, tls: { insecure: true } } } });
    expect(storeOf({ ...storage, tls: {} })).toEqual({
      cassandra: { schema, connection: { ...connection, tls: { insecure: false } } },
    });
  });

  it('are read under whatever name they have', () => {
    const manifest = JSON.parse(
      JSON.stringify(tracingBackend.write(MY_JAEGER)).replaceAll('"main"', '"some_storage"'),
    ) as Manifest;
    const read = tracingBackend.read(manifest);
    expect(read).toEqual({ ...MY_JAEGER, storeName: 'some_storage' });
    expect(tracingBackend.write(read)).toEqual(manifest);
  });
});

describe('limits of a Jaeger v2', () => {
  const faults = (change: Partial<TracingBackendRecord>): string[] =>
    told(tracingBackend, 'tracingBackend', { ...MY_JAEGER, ...change });
  const cassandra = { type: 'cassandra', servers: ['a'], keyspace: 'k' } as const;

  it.each(['memory', 'badger'] as const)('tell that collector and query cannot share %s storage', (type) => {
    expect(faults({ strategy: 'production', part: 'collector', storage: { type } })).toEqual([
      'spec.config.extensions.jaeger_storage',
    ]);
  });

  it.each(['memory', 'badger'] as const)('tell that %s storage is of one pod', (type) => {
    expect(faults({ replicas: 2, storage: { type } })).toEqual(['spec.replicas']);
    expect(faults({ replicas: 1, storage: { type } })).toEqual([]);
  });

  it('tell that there is no agent', () => {
    expect(faults({ agent: 'daemonSet' })).toEqual(['spec.agent']);
  });

  it('tell that streaming takes three objects, and brokers', () => {
    expect(faults({ strategy: 'streaming', storage: cassandra })).toEqual(['spec.strategy']);
    expect(faults({ strategy: 'streaming', part: 'ingester', storage: cassandra })).toContain(
      'spec.config.receivers.kafka.brokers',
    );
    expect(faults({ strategy: 'streaming', part: 'collector', storage: { type: 'none' } })).toContain(
      'spec.config.exporters.kafka.brokers',
    );
  });

  it('tell that pods judge traces that they do not have all of, unless Kafka is before them', () => {
    const tailSampling = { policies: [{ name: 'e', type: 'errors' as const }] };
    const collector = { strategy: 'production', part: 'collector', storage: cassandra, replicas: 2 } as const;
    expect(faults({ ...collector, tailSampling })).toEqual(['spec.replicas']);
    expect(faults({ ...collector, replicas: 1, tailSampling })).toEqual([]);
    const ingester = { ...collector, strategy: 'streaming', part: 'ingester' } as const;
    expect(faults({ ...ingester, buffer: { bootstrapServers: 'k:9092' }, tailSampling })).toEqual([]);
  });

  it('tell that without a policy nothing is kept', () => {
    expect(faults({ tailSampling: { policies: [] } })).toEqual(['spec.config.processors.tail_sampling.policies']);
  });

  it('tell that production takes two objects, and all-in-one has no parts', () => {
    expect(faults({ strategy: 'production', storage: cassandra })).toEqual(['spec.strategy']);
    expect(faults({ part: 'query' })).toEqual(['spec.strategy']);
  });

  it('tell that a store is on one volume', () => {
    expect(faults({ storage: { type: 'badger', size: '1Gi', claim: 'c' } })).toEqual(['spec.storage.claim']);
  });
});
