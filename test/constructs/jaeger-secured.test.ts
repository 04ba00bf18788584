import { Duration } from 'cdk8s';
import {
  Authentication,
  Jaeger,
  KafkaCluster,
  KafkaTopic,
  KafkaUser,
  Listener,
  Producer,
  SamplingPolicy,
  StrimziRelease,
  Tracing,
  TraceStorage,
  type JaegerProps,
} from '../../src';
import { findings, manifest, manifests, newCluster, newNeighbour, newSite } from './harness';

const ELASTICSEARCH = TraceStorage.elasticsearch({ serverUrls: ['https://es:9200'], secret: 'es' });

const streaming = (buffer: NonNullable<JaegerProps['buffer']>): JaegerProps => ({
  strategy: 'streaming',
  exposed: false,
  storage: ELASTICSEARCH,
  buffer,
});

describe('a Jaeger that streams through a topic of the topology', () => {
  it.each([
    [StrimziRelease.V0_18, 'jaeger-v1'],
    [StrimziRelease.V0_45, 'jaeger-v1'],
    [StrimziRelease.V1_2, 'opentelemetry-v1beta1'],
  ] as const)('on %s is a user who may write to it and read from it, and no more', (release, operator) => {
    const site = newSite({ release });
    const spans = newCluster(site).addTopic('spans', { partitions: 6, replicas: 3 });
    new Jaeger(site, 'eyes', { ...streaming({ topic: spans }), operator });
    expect(findings(site)).toEqual([]);
    const { authentication, authorization } = manifest(site, 'KafkaUser', 'eyes').spec as Record<
      string,
      { type: string; acls: { resource: object; operation?: string; operations?: string[] }[] }
    >;
    expect(authentication?.type).toBe('tls');
    const rights = authorization?.acls.flatMap(({ resource, operation, operations = [operation ?? ''] }) =>
      operations.map((each) => `${each} ${Object.values(resource).join(' ')}`),
    );
    expect(rights?.sort()).toEqual([
      'Read group eyes-ingester literal',
      'Read topic spans literal',
      'Write topic spans literal',
    ]);
    const explained = KafkaUser.fromUserName(spans.cluster, 'eyes').explain();
    expect(new Set(explained.flatMap(({ reasons }) => reasons.map(({ by }) => by)))).toEqual(new Set(['site/eyes']));
    const written = JSON.stringify(manifests(site).filter(({ kind }) => kind !== 'KafkaUser'));
    expect(written).toContain('europe-kafka-bootstrap:9093');
    expect(written).toContain('"secretName":"europe-cluster-ca-cert"');
    expect(written).toContain('"secretName":"eyes"');
  });

  it('is a user of the team, a listener and a group that the team names', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const kafka = newCluster(site, 'europe', {
      listeners: [
        Listener.tls(),
        Listener.internal('scram', { port: 9095, authentication: Authentication.scramSha512() }),
      ],
    });
    const topic = kafka.addTopic('spans', { partitions: 6, replicas: 3 });
    const user = kafka.addUser('observer', { authentication: 'scram-sha-512' });
    new Jaeger(site, 'eyes', streaming({ topic, user, listener: 'scram', group: 'spans-to-store' }));
    expect(findings(site)).toEqual([]);
    expect(manifests(site).filter(({ kind }) => kind === 'KafkaUser')).toHaveLength(1);
    expect(manifest(site, 'OpenTelemetryCollector', 'eyes-ingester').spec).toMatchObject({
      env: expect.arrayContaining([
        { name: 'KAFKA_PASSWORD', valueFrom: { secretKeyRef: { name: 'observer', key: 'password' } } },
      ]),
      config: {
        receivers: {
          kafka: {
            brokers: ['europe-kafka-bootstrap:9095'],
            group_id: 'spans-to-store',
            auth: { sasl: { username: 'observer', mechanism: 'SCRAM-SHA-512' } },
          },
        },
      },
    });
  });

  it('of v1 is told that a password does not reach it', () => {
    const site = newSite({ release: StrimziRelease.V0_45 });
    const kafka = newCluster(site, 'europe', {
      listeners: [Listener.tls({ authentication: Authentication.scramSha512() })],
    });
    const topic = kafka.addTopic('spans', { partitions: 6, replicas: 3 });
    new Jaeger(site, 'eyes', { ...streaming({ topic }), operator: 'jaeger-v1' });
    expect(findings(site)).toMatchObject([{ rule: 'release-says-field', field: 'spec.buffer.credentials' }]);
  });

  it('is told what is in the way, once', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const topic = newCluster(site).addTopic('spans', { partitions: 6, replicas: 3 });
    new Jaeger(site, 'eyes', streaming({ topic, listener: 'none' }));
    expect(findings(site)).toMatchObject([{ rule: 'cluster-in-reach', path: 'site/eyes', field: 'buffer' }]);
  });

  it('may have a cluster of somebody else between its parts, whose owner has to grant the rights', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const kafka = KafkaCluster.fromClusterName(site, 'central', { listeners: [Listener.tls()] });
    new Jaeger(site, 'eyes', streaming({ topic: KafkaTopic.fromTopicName(kafka, 'spans') }));
    expect(findings(site)).toMatchObject([{ rule: 'granted-elsewhere', message: expect.stringContaining('eyes') }]);
  });

  it('names Secrets as others do that have one of the same name from elsewhere, whoever comes first', () => {
    const here = newSite({ release: StrimziRelease.V1_2 });
    const topicAt = (id: string): KafkaTopic =>
      newCluster(newNeighbour(here, id), 'kafka').addTopic('spans', { partitions: 1, replicas: 3 });
    new Jaeger(here, 'eyes', streaming({ topic: topicAt('north') }));
    const before = JSON.stringify(manifest(here, 'OpenTelemetryCollector', 'eyes-ingester'));
    expect(before).toContain('"secretName":"kafka-cluster-ca-cert"');
    new Producer(here, 'shop', { topic: topicAt('south') });
    for (const part of ['eyes', 'eyes-ingester']) {
      const after = JSON.stringify(manifest(here, 'OpenTelemetryCollector', part));
      expect(after).not.toContain('"secretName":"kafka-cluster-ca-cert"');
    }
  });

  it('is told of its parts when its props are faulty, once', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    new Jaeger(site, 'eyes', streaming({ topik: 'spans' } as unknown as NonNullable<JaegerProps['buffer']>));
    expect(findings(site).map(({ field }) => field)).toEqual(['buffer.topik']);
  });
});

describe('a Jaeger that processes spans', () => {
  it('has reasons to keep traces, bundles and counts, in durations and shares', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    new Jaeger(site, 'eyes', {
      exposed: false,
      memoryLimiter: { limit: 70 },
      batch: { timeout: Duration.millis(200), size: 500 },
      tailSampling: {
        decisionWait: Duration.seconds(10),
        keep: [
          SamplingPolicy.errors(),
          SamplingPolicy.slowerThan(Duration.millis(750)),
          SamplingPolicy.ratio(0.07),
          SamplingPolicy.attribute('service.name', ['checkout']),
          SamplingPolicy.spansPerSecond(100),
        ],
      },
      spanMetrics: { dimensions: ['messaging.system'], prometheusUrl: 'http://prometheus:9090' },
    });
    expect(findings(site)).toEqual([]);
    expect(manifest(site, 'OpenTelemetryCollector', 'eyes').spec).toMatchObject({
      config: {
        processors: {
          memory_limiter: { limit_percentage: 70, spike_limit_percentage: 25 },
          batch: { timeout: '200ms', send_batch_size: 500 },
          tail_sampling: {
            decision_wait: '10s',
            policies: [
              { name: 'errors-1' },
              { name: 'slow-2', latency: { threshold_ms: 750 } },
              { name: 'share-3', probabilistic: { sampling_percentage: 7 } },
              { name: 'attribute-4' },
              { name: 'rate-5' },
            ],
          },
        },
        extensions: {
          jaeger_storage: { metric_backends: { metrics: { prometheus: { endpoint: 'http://prometheus:9090' } } } },
        },
      },
    });
  });

  it('is told of a share that is none, and of no spans or parts of one', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const keep = [
      SamplingPolicy.ratio(7),
      SamplingPolicy.ratio(0.1),
      SamplingPolicy.spansPerSecond(0),
      SamplingPolicy.spansPerSecond(1.5),
    ];
    new Jaeger(site, 'eyes', { exposed: false, tailSampling: { keep } });
    expect(findings(site)).toMatchObject([
      { rule: 'prop-value', field: 'tailSampling.keep[0].ratio', given: 7, allowed: 'a number from 0 to 1' },
      { rule: 'prop-value', field: 'tailSampling.keep[2].spansPerSecond', given: 0, allowed: 'a whole number from 1' },
      { rule: 'prop-value', field: 'tailSampling.keep[3].spansPerSecond', given: 1.5 },
    ]);
  });

  it('is told of an attribute without values', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const keep = [SamplingPolicy.errors(), SamplingPolicy.attribute('tenant', [])];
    new Jaeger(site, 'eyes', { exposed: false, tailSampling: { keep } });
    expect(findings(site)).toMatchObject([
      {
        field: 'spec.config.processors.tail_sampling.policies[1].string_attribute.values',
        allowed: 'at least one value',
      },
    ]);
  });

  it('of v1 is told that it passes spans through untouched', () => {
    const site = newSite({ release: StrimziRelease.V0_18 });
    new Jaeger(site, 'eyes', { batch: { size: 5 } });
    expect(findings(site)).toMatchObject([{ rule: 'release-says-field', field: 'spec.batch' }]);
  });
});

describe('traces that are kept elsewhere', () => {
  it('go through a collector, and nothing is shown here', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const tempo = TraceStorage.otlp({
      host: 'tempo.observability.svc',
      tls: { ca: { secret: 'tempo-ca', certificate: 'ca.crt' } },
      headers: { 'x-scope-orgid': 'shop', authorization: { secret: 'tempo', key: 'authorization' } },
    });
    const tracing = new Jaeger(site, 'gateway', { storage: tempo });
    const topic = newCluster(site).addTopic('orders', { partitions: 1, replicas: 3 });
    new Producer(site, 'shop', { topic, tracing });
    expect(findings(site)).toEqual([]);
    expect(manifests(site).filter(({ kind }) => kind === 'Ingress' || kind === 'OpenTelemetryCollector')).toHaveLength(
      1,
    );
    expect(manifest(site, 'OpenTelemetryCollector', 'gateway').spec).toMatchObject({
      config: {
        exporters: {
          otlp_grpc: {
            endpoint: 'tempo.observability.svc:4317',
            tls: { ca_file: '/etc/jaeger/storage-ca/ca.crt' },
            headers: { authorization: '${env:OTLP_HEADER_AUTHORIZATION}', 'x-scope-orgid': 'shop' },
          },
        },
      },
    });
    expect(JSON.stringify(manifest(site, 'Deployment', 'shop'))).toContain('http://gateway-collector:4317');
  });

  it.each([
    [{ host: 'tempo' }, { protocol: 'grpc', endpoint: 'tempo:4317' }],
    [
      { host: 'tempo', tls: true },
      { protocol: 'grpc', endpoint: 'tempo:4317', tls: {} },
    ],
    [
      { host: 'fd00::7', port: 1 },
      { protocol: 'grpc', endpoint: '[fd00::7]:1' },
    ],
    [
      { host: 'otlp.example.com', port: 443, protocol: 'http', tls: true, path: '/otlp' },
      { protocol: 'http', endpoint: 'https://otlp.example.com:443/otlp', tls: {} },
    ],
  ] as const)('are found at %j', (props, record) => {
    expect(TraceStorage.otlp(props).record).toEqual({ type: 'otlp', ...record });
  });

  it('are not reached with a secret that is typed', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    new Jaeger(site, 'gateway', {
      storage: TraceStorage.otlp({ host: 't', headers: { Authorization: 'Bearer hush' } }),
    });
    expect(findings(site)).toMatchObject([{ rule: 'prop-value', field: 'storage.headers.Authorization' }]);
    expect(JSON.stringify(findings(site))).not.toContain('hush');
  });

  it('has a path over HTTP alone', () => {
    const told = (protocol?: 'grpc' | 'http') => {
      const site = newSite({ release: StrimziRelease.V1_2 });
      const storage = TraceStorage.otlp({ host: 't', path: '/tenant', ...(protocol && { protocol }) });
      new Jaeger(site, 'jaeger', { exposed: false, storage });
      return findings(site);
    };
    const fault = { rule: 'prop-value', field: 'storage.path', given: '/tenant' };
    expect(told()).toMatchObject([fault]);
    expect(told('grpc')).toMatchObject([fault]);
    expect(told('http')).toEqual([]);
  });

  it('get headers from a Secret by the variable of the programs', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const tracing = Tracing.otlp({
      host: 'otlp.example.com',
      tls: true,
      headers: { secret: 'vendor', key: 'headers' },
    });
    new Producer(site, 'shop', { topic: newCluster(site).addTopic('orders', { partitions: 1, replicas: 3 }), tracing });
    expect(findings(site)).toEqual([]);
    expect(JSON.stringify(manifest(site, 'Deployment', 'shop'))).toContain(
      '{"name":"OTEL_EXPORTER_OTLP_HEADERS","valueFrom":{"secretKeyRef":{"name":"vendor","key":"headers"}}}',
    );
  });
});
