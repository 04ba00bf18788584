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
    const storage = { type: 'cassandra', servers: ['a', 'b'], keyspace: 'k', datacenter: 'dc1', tls: {} } as const;
    expect(storageOf(storage)).toEqual({
      type: 'cassandra',
      options: { cassandra: { servers: 'a,b', keyspace: 'k', tls: { enabled: true } } },
      cassandraCreateSchema: { datacenter: 'dc1' },
    });
  });

  it('name the files of certificates, which all pods have: jobs look after the store too', () => {
    const { spec } = tracingBackend.write({
      name: 'j',
      strategy: 'production',
      storage: {
        ...ELASTICSEARCH,
        tls: {
          ca: { secret: 'es-ca', certificate: 'ca.crt' },
          clientCertificate: { secret: 'es-own', certificate: 'tls.crt', key: 'tls.key' },
        },
      },
    });
    expect(spec).toMatchObject({
      storage: {
        options: {
          es: {
            tls: {
              enabled: true,
              ca: '/etc/jaeger/storage-ca/ca.crt',
              cert: '/etc/jaeger/storage-certificate/tls.crt',
              key: '/etc/jaeger/storage-certificate/tls.key',
            },
          },
        },
      },
      volumes: [
        { name: 'storage-ca', secret: { secretName: 'es-ca' } },
        { name: 'storage-certificate', secret: { secretName: 'es-own' } },
      ],
      volumeMounts: [
        { name: 'storage-ca', mountPath: '/etc/jaeger/storage-ca', readOnly: true },
        { name: 'storage-certificate', mountPath: '/etc/jaeger/storage-certificate', readOnly: true },
      ],
    });
    expect(spec).not.toHaveProperty('collector');
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
      buffer: { bootstrapServers: 'kafka:9093', trust: [], authentication: 'plaintext' },
    });
    const settings = { brokers: 'kafka:9093', authentication: 'plaintext', tls: { enabled: true } };
    expect(spec).toMatchObject({
      collector: { options: { kafka: { producer: settings } } },
      ingester: { options: { kafka: { consumer: settings } } },
    });
  });

  it('gives collector and ingester, and no other part, the Secrets that Kafka is reached with', () => {
    const backend: TracingBackendRecord = {
      name: 'j',
      strategy: 'streaming',
      storage: ELASTICSEARCH,
      buffer: {
        bootstrapServers: 'kafka:9093',
        group: 'j-ingester',
        trust: [{ secret: 'k-cluster-ca-cert', certificate: 'ca.crt' }],
        credentials: { type: 'tls', secret: 'j', certificate: 'user.crt', key: 'user.key' },
      },
    };
    const settings = {
      brokers: 'kafka:9093',
      authentication: 'tls',
      tls: {
        enabled: true,
        ca: '/etc/jaeger/kafka-ca/ca.crt',
        cert: '/etc/jaeger/kafka-user/user.crt',
        key: '/etc/jaeger/kafka-user/user.key',
      },
    };
    const volumes = [
      { name: 'kafka-ca', secret: { secretName: 'k-cluster-ca-cert' } },
      { name: 'kafka-user', secret: { secretName: 'j' } },
    ];
    const volumeMounts = [
      { name: 'kafka-ca', mountPath: '/etc/jaeger/kafka-ca', readOnly: true },
      { name: 'kafka-user', mountPath: '/etc/jaeger/kafka-user', readOnly: true },
    ];
    const { spec } = tracingBackend.write(backend);
    expect(spec).toEqual({
      strategy: 'streaming',
      collector: { options: { kafka: { producer: settings } }, volumes, volumeMounts },
      ingester: {
        options: { kafka: { consumer: { ...settings, 'group-id': 'j-ingester' } } },
        volumes,
        volumeMounts,
      },
      storage: { type: 'elasticsearch', options: { es: { 'server-urls': 'http://es:9200,http://es-2:9200' } } },
    });
  });

  it('asks for the authentication that TLS comes with, as the last Jaegers look at TLS nowhere else', () => {
    const buffer = { bootstrapServers: 'kafka:9093', trust: [] };
    const { spec } = tracingBackend.write({ name: 'j', strategy: 'streaming', storage: ELASTICSEARCH, buffer });
    const settings = { brokers: 'kafka:9093', authentication: 'tls', tls: { enabled: true } };
    expect(spec).toMatchObject({ collector: { options: { kafka: { producer: settings } } } });
  });

  it('is read with Secrets that all pods have, as the operator mounts them where it makes a Kafka', () => {
    const manifest = tracingBackend.write({ name: 'j', strategy: 'streaming', storage: ELASTICSEARCH });
    const secret = { secretName: 'k-cluster-ca-cert' };
    const kafka = { producer: { brokers: 'k:9093', authentication: 'tls', tls: { ca: '/var/run/secrets/ca/ca.crt' } } };
    Object.assign(manifest['spec'] as object, {
      collector: { options: { kafka } },
      volumes: [{ name: 'ca', secret }],
      volumeMounts: [{ name: 'ca', mountPath: '/var/run/secrets/ca' }],
    });
    const read = tracingBackend.read(manifest);
    expect(read.buffer).toEqual({
      bootstrapServers: 'k:9093',
      trust: [{ secret: 'k-cluster-ca-cert', certificate: 'ca.crt' }],
    });
    expect(tracingBackend.write(read)).toEqual(manifest);
  });

  it('does not write a password, which stands in Secrets under other names than Jaeger reads', () => {
    const credentials = { type: 'scram-sha-512', username: 'j', password: { secret: 'j', key: 'password' } } as const;
    const buffer = { bootstrapServers: 'kafka:9092', credentials };
    const backend: TracingBackendRecord = { name: 'j', strategy: 'streaming', storage: ELASTICSEARCH, buffer };
    expect(JSON.stringify(tracingBackend.write(backend))).not.toContain('password');
    expect(told(tracingBackend, 'tracingBackend', backend)).toEqual(['spec.buffer.credentials']);
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

  it('tell that nothing is passed on, as Jaeger v1 keeps traces itself', () => {
    const storage = { type: 'otlp', protocol: 'grpc', endpoint: 'tempo:4317' } as const;
    expect(faults({ storage })).toContain('spec.storage.type');
  });

  it('tell that spans are passed through untouched', () => {
    expect(faults({ batch: { size: 5 }, tailSampling: { policies: [] } })).toEqual(['spec.batch', 'spec.tailSampling']);
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
