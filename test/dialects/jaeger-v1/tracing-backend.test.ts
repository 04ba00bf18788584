import fc from 'fast-check';
import { dialect } from '../../../src/dialects/jaeger-v1';
import type { TracingBackendRecord } from '../../../src/model/tracing';
import { backends, jaegerV1Backends, others } from '../../arbitraries/tracing';
import { crdCheck, itWithShared, sharedManifest } from '../tracing-crds';
import { told } from '../told';

const { tracingBackend } = dialect;

const MY_JAEGER: TracingBackendRecord = {
  name: 'my-jaeger',
  strategy: 'allInOne',
  image: 'jaegertracing/all-in-one:latest',
  storage: { type: 'memory', maxTraces: 100000 },
  logLevel: 'debug',
  agent: 'daemonSet',
  exposed: true,
  podAnnotations: { 'scheduler.alpha.kubernetes.io/critical-pod': '' },
};

const ELASTICSEARCH = { type: 'elasticsearch', serverUrls: ['http://es:9200', 'http://es-2:9200'] } as const;

describe('a Jaeger resource', () => {
  it('is written with strategy, image, options, store, ingress, agent and annotations', () => {
    expect(tracingBackend.write(MY_JAEGER)).toEqual({
      apiVersion: 'jaegertracing.io/v1',
      kind: 'Jaeger',
      metadata: { name: 'my-jaeger' },
      spec: {
        strategy: 'allInOne',
        allInOne: { image: 'jaegertracing/all-in-one:latest', options: { 'log-level': 'debug' } },
        storage: { type: 'memory', options: { memory: { 'max-traces': 100000 } } },
        ingress: { enabled: true },
        agent: { strategy: 'DaemonSet' },
        annotations: { 'scheduler.alpha.kubernetes.io/critical-pod': '' },
      },
    });
  });

  itWithShared("comes out as the workshop's, and that reads without a rest", () => {
    const workshop = sharedManifest('reference/workshop/4-jaeger.yaml');
    expect(tracingBackend.write(MY_JAEGER)).toEqual(workshop);
    expect(tracingBackend.read(workshop)).toEqual(MY_JAEGER);
  });

  it('says everything that it has no limits for', () => {
    fc.assert(
      fc.property(jaegerV1Backends, (backend) => {
        expect(told(tracingBackend, 'tracingBackend', backend)).toEqual([]);
        expect(tracingBackend.read(tracingBackend.write(backend))).toEqual(backend);
      }),
    );
  });

  it('loses nothing of what somebody else wrote', () => {
    const open = [
      'spec.allInOne.options',
      'spec.collector.options',
      'spec.storage.options',
      'spec.ui.options',
      'spec.agent',
    ];
    fc.assert(
      fc.property(others(backends.map(tracingBackend.write), open), (manifest) => {
        expect(tracingBackend.write(tracingBackend.read(manifest))).toEqual(manifest);
      }),
    );
  });

  itWithShared('passes the schemas of the operators of 2020 and of 2025', () => {
    const checks = [crdCheck('jaeger-1.17.1.yaml', 'v1'), crdCheck('jaeger-1.65.0.yaml', 'v1')];
    fc.assert(
      fc.property(backends, (backend) => {
        for (const check of checks) expect(check(tracingBackend.write(backend))).toEqual([]);
      }),
    );
  });

  it('reads options with dots in their keys as those in maps, and keeps their spelling', () => {
    const manifest = {
      apiVersion: 'jaegertracing.io/v1',
      kind: 'Jaeger',
      metadata: { name: 'j' },
      spec: { strategy: 'allInOne', storage: { type: 'memory', options: { 'memory.max-traces': 5 } } },
    };
    const backend = tracingBackend.read(manifest);
    expect(backend.storage).toEqual({ type: 'memory', maxTraces: 5 });
    expect(tracingBackend.write(backend)).toEqual(manifest);
  });

  it.each([
    ['all-in-one', 'allInOne'],
    ['allinone', 'allInOne'],
    ['PRODUCTION', 'production'],
    ['productoin', 'allInOne'],
  ])('reads the strategy %s as the operator does: %s', (given, meant) => {
    const manifest = { ...tracingBackend.write(MY_JAEGER), spec: { strategy: given } };
    expect(tracingBackend.read(manifest).strategy).toBe(meant);
    expect(tracingBackend.write(tracingBackend.read(manifest))).toEqual(manifest);
  });

  it('reads a store that the operator does not know as memory', () => {
    const manifest = { ...tracingBackend.write(MY_JAEGER), spec: { storage: { type: 'opensearch' } } };
    expect(tracingBackend.read(manifest).storage).toEqual({ type: 'memory' });
  });
});

describe('options of a store', () => {
  const storageOf = (storage: TracingBackendRecord['storage']): unknown =>
    (tracingBackend.write({ name: 'j', strategy: 'allInOne', storage })['spec'] as Record<string, unknown>)['storage'];

  it('begin with es for Elasticsearch, as options with another prefix are dropped', () => {
    expect(storageOf({ ...ELASTICSEARCH, secret: 'es-login', indexPrefix: 'prod' })).toEqual({
      type: 'elasticsearch',
      options: { es: { 'server-urls': 'http://es:9200,http://es-2:9200', 'index-prefix': 'prod' } },
      secretName: 'es-login',
    });
  });

  it('begin with the name of the type for Cassandra, whose schema is made for the data centre', () => {
    const storage = { type: 'cassandra', servers: ['a', 'b'], keyspace: 'k', datacenter: 'dc1', tls: true } as const;
    expect(storageOf(storage)).toEqual({
      type: 'cassandra',
      options: { cassandra: { servers: 'a,b', keyspace: 'k', tls: { enabled: true } } },
      cassandraCreateSchema: { datacenter: 'dc1' },
    });
  });

  it('point badger to the volume of a claim, which the pod may write to', () => {
    const { spec } = tracingBackend.write({
      name: 'j',
      strategy: 'allInOne',
      storage: { type: 'badger', claim: 'traces', ttl: '48h' },
    });
    expect(spec).toEqual({
      strategy: 'allInOne',
      allInOne: {
        securityContext: { fsGroup: 10001 },
        volumes: [{ name: 'badger', persistentVolumeClaim: { claimName: 'traces' } }],
        volumeMounts: [{ name: 'badger', mountPath: '/badger' }],
      },
      storage: {
        type: 'badger',
        options: {
          badger: {
            ephemeral: false,
            'directory-key': '/badger/keys',
            'directory-value': '/badger/values',
            'span-store-ttl': '48h',
          },
        },
      },
    });
  });
});

describe('the streaming strategy', () => {
  it('names the brokers to collector and ingester, so that the operator makes no Kafka, and the final store', () => {
    const { spec } = tracingBackend.write({
      name: 'j',
      strategy: 'streaming',
      storage: ELASTICSEARCH,
      buffer: { bootstrapServers: 'kafka:9092', topic: 'spans' },
    });
    expect(spec).toMatchObject({
      collector: { options: { kafka: { producer: { brokers: 'kafka:9092', topic: 'spans' } } } },
      ingester: { options: { kafka: { consumer: { brokers: 'kafka:9092', topic: 'spans' } } } },
      storage: { type: 'elasticsearch' },
    });
  });

  it('says to collector and ingester how Kafka is spoken to', () => {
    const { spec } = tracingBackend.write({
      name: 'j',
      strategy: 'streaming',
      storage: ELASTICSEARCH,
      buffer: { bootstrapServers: 'kafka:9093', tls: true, authentication: 'plaintext' },
    });
    const settings = { brokers: 'kafka:9093', authentication: 'plaintext', tls: { enabled: true } };
    expect(spec).toMatchObject({
      collector: { options: { kafka: { producer: settings } } },
      ingester: { options: { kafka: { consumer: settings } } },
    });
  });

  it('is refused without brokers', () => {
    const backend: TracingBackendRecord = { name: 'j', strategy: 'streaming', storage: ELASTICSEARCH };
    expect(told(tracingBackend, 'tracingBackend', backend)).toEqual(['spec.collector.options.kafka.producer.brokers']);
  });
});

describe('limits of the Jaeger operator', () => {
  const faults = (change: Partial<TracingBackendRecord>): string[] =>
    told(tracingBackend, 'tracingBackend', { name: 'j', strategy: 'allInOne', storage: { type: 'memory' }, ...change });

  it.each(['memory', 'badger'] as const)('tell that %s storage silently turns production into all-in-one', (type) => {
    expect(faults({ strategy: 'production', storage: { type } })).toEqual(['spec.strategy']);
  });

  it('tell that OpenSearch has no name here', () => {
    expect(faults({ storage: { type: 'opensearch', serverUrls: ['http://os:9200'] } })).toEqual(['spec.storage.type']);
  });

  it('tell that without a URL the operator asks for an Elasticsearch of its own', () => {
    expect(faults({ storage: { type: 'elasticsearch', serverUrls: [] } })).toEqual([
      'spec.storage.options.es.server-urls',
    ]);
  });

  it('tell that one image cannot be collector and query', () => {
    expect(faults({ strategy: 'production', storage: ELASTICSEARCH, image: 'jaeger:1' })).toEqual(['spec.image']);
  });

  it('tell that an all-in-one does not scale', () => {
    expect(faults({ replicas: 2 })).toEqual(['spec.replicas']);
  });

  it('tell that no volume is claimed for badger', () => {
    expect(faults({ storage: { type: 'badger', size: '10Gi' } })).toEqual(['spec.storage.size']);
  });

  it('tell that only streaming has a buffer, and that there are no parts', () => {
    expect(faults({ buffer: { bootstrapServers: 'kafka:9092' }, part: 'query' })).toEqual(['spec.buffer', 'spec.part']);
  });

  it('come all at once', () => {
    expect(
      faults({ strategy: 'streaming', image: 'i', storage: { type: 'badger', size: '1Gi' }, part: 'collector' }),
    ).toEqual([
      'spec.storage.size',
      'spec.image',
      'spec.part',
      'spec.strategy',
      'spec.collector.options.kafka.producer.brokers',
    ]);
  });
});
