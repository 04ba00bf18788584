import { Lazy } from 'cdk8s';
import {
  Duration,
  Jaeger,
  KafkaBridge,
  KafkaCluster,
  KafkaConnect,
  Mirror,
  SamplingPolicy,
  Size,
  StrimziRelease,
  TraceStorage,
  type Config,
  type KafkaTopicProps,
  type Site,
} from '../../src';
import { findings, manifest, newCluster, newSite } from './harness';

const newest = (): Site => newSite({ release: StrimziRelease.V1_2 });

function specOf(site: Site, kind: string, name: string): Record<string, unknown> {
  return manifest(site, kind, name).spec ?? {};
}

describe('settings', () => {
  it('are numbers of what each counts, where a duration or a size is given', () => {
    const site = newest();
    const kafka = newCluster(site, 'europe', {
      config: {
        'log.retention.hours': Duration.days(7),
        'log.flush.interval.ms': Duration.seconds(2),
        'offsets.retention.minutes': Duration.hours(2),
        'leader.imbalance.check.interval.seconds': Duration.minutes(5),
        'message.max.bytes': Size.mebibytes(2),
        'log.cleaner.dedupe.buffer.size': Size.mebibytes(128),
      },
    });
    kafka.addTopic('orders', { config: { 'segment.bytes': Size.gibibytes(1), 'retention.ms': Duration.hours(1) } });
    const connect = new KafkaConnect(site, 'pipes', {
      cluster: kafka,
      config: { 'offset.flush.interval.ms': Duration.seconds(5), 'producer.batch.size': Size.kibibytes(64) },
    });
    connect.addConnector('files', {
      class: 'FileStreamSource',
      config: { file: '/tmp/a', 'poll.interval.ms': Duration.seconds(1), 'errors.retry.timeout': Duration.minutes(1) },
    });
    new KafkaBridge(site, 'bridge', {
      cluster: kafka,
      consumer: { config: { 'max.poll.interval.ms': Duration.minutes(1) } },
      producer: { config: { 'buffer.memory': Size.mebibytes(64) } },
      adminConfig: { 'request.timeout.ms': Duration.seconds(3) },
    });
    expect(findings(site)).toEqual([]);
    expect(specOf(site, 'Kafka', 'europe')).toMatchObject({
      kafka: {
        config: {
          'log.retention.hours': 168,
          'log.flush.interval.ms': 2000,
          'offsets.retention.minutes': 120,
          'leader.imbalance.check.interval.seconds': 300,
          'message.max.bytes': 2_097_152,
          'log.cleaner.dedupe.buffer.size': 134_217_728,
        },
      },
    });
    expect(specOf(site, 'KafkaTopic', 'orders')['config']).toEqual({
      'segment.bytes': 1_073_741_824,
      'retention.ms': 3_600_000,
    });
    expect(specOf(site, 'KafkaConnect', 'pipes')['config']).toMatchObject({
      'offset.flush.interval.ms': 5000,
      'producer.batch.size': 65_536,
    });
    expect(specOf(site, 'KafkaConnector', 'files')['config']).toEqual({
      file: '/tmp/a',
      'poll.interval.ms': 1000,
      'errors.retry.timeout': 60_000,
    });
    expect(specOf(site, 'KafkaBridge', 'bridge')).toMatchObject({
      consumer: { config: { 'max.poll.interval.ms': 60_000 } },
      producer: { config: { 'buffer.memory': 67_108_864 } },
      adminClient: { config: { 'request.timeout.ms': 3000 } },
    });
  });

  it('of a mirror are those of its workers and of the connectors of each source', () => {
    const site = newest();
    const [europe, asia, us] = [newCluster(site), newCluster(site, 'asia'), newCluster(site, 'us')];
    new Mirror(site, 'mirror', {
      sources: [
        { cluster: europe },
        { cluster: asia, sourceConnectorConfig: { 'refresh.topics.interval.seconds': Duration.minutes(9) } },
      ],
      target: us,
      topics: ['orders'],
      groups: ['shop'],
      sourceConnectorConfig: { 'refresh.topics.interval.seconds': Duration.minutes(1) },
      checkpointConnectorConfig: { 'sync.group.offsets.interval.seconds': Duration.minutes(2) },
      workerConfig: { 'offset.flush.timeout.ms': Duration.seconds(9), 'offset.storage.replication.factor': undefined },
    });
    const { mirrors, target } = specOf(site, 'KafkaMirrorMaker2', 'mirror') as unknown as {
      mirrors: readonly Record<'sourceConnector' | 'checkpointConnector', { config: Config }>[];
      target: { config: Config };
    };
    const settingOf = (name: string, which: 'sourceConnector' | 'checkpointConnector') =>
      mirrors.map((each) => each[which].config[name]);
    expect(settingOf('refresh.topics.interval.seconds', 'sourceConnector')).toEqual([60, 540]);
    expect(settingOf('sync.group.offsets.interval.seconds', 'checkpointConnector')).toEqual([120, 120]);
    expect(target.config).toEqual({
      'config.storage.replication.factor': 3,
      'status.storage.replication.factor': 3,
      'offset.flush.timeout.ms': 9000,
    });
  });

  it.each<[string, Duration | Size, string, string, string]>([
    [
      'log.retention.hours',
      Duration.minutes(90),
      'a Duration of 90 minutes',
      'a whole number of hours, or a Duration of whole hours',
      'log.retention.hours counts hours, and a Duration of 90 minutes is no whole number of them.',
    ],
    [
      'log.retention.ms',
      Size.mebibytes(1),
      'a Size of 1048576 bytes',
      'a whole number of milliseconds, or a Duration of whole milliseconds',
      'log.retention.ms counts milliseconds, and a Size of 1048576 bytes is something else.',
    ],
    [
      'message.max.bytes',
      Duration.hours(1),
      'a Duration of 1 hour',
      'a whole number of bytes, or a Size of whole bytes',
      'message.max.bytes counts bytes, and a Duration of 1 hour is something else.',
    ],
    [
      'num.partitions',
      Duration.millis(1500),
      'a Duration of 1500 milliseconds',
      'a value that Kafka takes',
      'Nobody can tell what num.partitions counts.',
    ],
    [
      'acme.level',
      Size.kibibytes(1),
      'a Size of 1024 bytes',
      'a value that Kafka takes',
      'Nobody can tell what acme.level counts.',
    ],
  ])('do not count what they do not: %s', (name, value, given, allowed, message) => {
    const site = newest();
    newCluster(site, 'europe', { config: { [name]: value } });
    const [finding, ...others] = findings(site);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      ...{ rule: 'prop-value', severity: 'error', field: `config["${name}"]` },
      ...{ given, allowed, message },
    });
  });

  it.each([
    ['log.retention.hours', null, 'a number, a text or a Duration'],
    ['message.max.bytes', Number.NaN, 'a number, a text or a Size'],
    ['num.partitions', null, 'true or false, a text or a number'],
  ])('are told what each takes, where there is no value: %s', (name, value, allowed) => {
    const site = newest();
    newCluster(site, 'europe', { config: { [name]: value } as never });
    expect(findings(site)).toMatchObject([{ rule: 'prop-type', field: `config["${name}"]`, allowed }]);
  });

  it('of all sources are told once, and of one with its place', () => {
    const lag = (): Readonly<Record<string, Duration>> => ({ 'offset.lag.max': Duration.minutes(1) });
    const site = newest();
    const [europe, asia, us] = [newCluster(site), newCluster(site, 'asia'), newCluster(site, 'us')];
    new Mirror(site, 'mirror', {
      sources: [{ cluster: europe }, { cluster: asia }],
      target: us,
      topics: ['orders'],
      sourceConnectorConfig: lag(),
    });
    new Mirror(site, 'other', {
      sources: [{ cluster: europe, sourceConnectorConfig: lag() }],
      target: us,
      topics: ['orders'],
    });
    const told = findings(site).filter(({ rule }) => rule === 'prop-value');
    expect(told.map(({ field }) => field)).toEqual([
      'sourceConnectorConfig["offset.lag.max"]',
      'sources[0].sourceConnectorConfig["offset.lag.max"]',
    ]);
  });

  it('may be known when the app is synthesized only', () => {
    const site = newest();
    const config = { 'retention.ms': Lazy.any({ produce: () => 5 }) as unknown as number };
    newCluster(site).addTopic('orders', { config });
    expect(specOf(site, 'KafkaTopic', 'orders')['config']).toEqual({ 'retention.ms': 5 });
  });

  it('of a program in JavaScript are held to what a setting can be', () => {
    const site = newest();
    const config = { 'retention.ms': [1] } as unknown as KafkaTopicProps['config'];
    newCluster(site).addTopic('orders', { config });
    expect(findings(site)).toMatchObject([
      {
        rule: 'prop-type',
        field: 'config["retention.ms"]',
        remedy: 'Give a number, a text or a Duration.',
      },
    ]);
  });

  it('of no type are told with the nearest name', () => {
    const site = newest();
    const config: Config = { 'cleanup.polcy': 'compact' };
    newCluster(site).addTopic('orders', { config });
    expect(findings(site)).toMatchObject([{ rule: 'topic-config', remedy: 'Write cleanup.policy, or leave it out.' }]);
  });
});

describe('times and sizes', () => {
  it('that nothing counts exactly are told, wherever they are given', () => {
    const site = newest();
    const kafka = newCluster(site);
    const fraction = Duration.minutes(0.00001);
    kafka.addTopic('orders', { partitions: 1, replicas: 2, retention: fraction, segmentSize: Size.gibibytes(0.3) });
    kafka.addTopic('bills', { partitions: 1, replicas: 2, config: { 'retention.ms': Duration.millis(0.5) } });
    new Jaeger(site, 'jaeger', {
      storage: TraceStorage.badger({ keep: fraction }),
      tailSampling: { keep: [SamplingPolicy.slowerThan(fraction)] },
    });
    new Mirror(site, 'mirror', {
      ...{ source: kafka, target: KafkaCluster.fromClusterName(site, 'us'), topics: ['notes'] },
      groupsInterval: Duration.millis(1500),
    });
    const isPart = { rule: 'prop-value', given: 'a Duration with a part of a millisecond' };
    expect(findings(site).filter(({ rule }) => rule === 'prop-value')).toMatchObject([
      {
        ...isPart,
        path: 'site/europe/orders',
        field: 'retention',
        message: 'retention is no whole number of milliseconds.',
      },
      { rule: 'prop-value', path: 'site/europe/orders', field: 'segmentSize', given: 'a Size of 322122547.2 bytes' },
      { path: 'site/europe/bills', ...isPart, field: 'config["retention.ms"]' },
      { path: 'site/jaeger', ...isPart, field: 'storage.keep' },
      { path: 'site/jaeger', ...isPart, field: 'tailSampling.keep[0].duration' },
      { path: 'site/mirror', field: 'groupsInterval', given: 'a Duration of 1500 milliseconds' },
    ]);
  });

  it('are counted in what the setting counts', () => {
    const site = newest();
    const kafka = newCluster(site);
    kafka.addTopic('orders', {
      partitions: 1,
      replicas: 2,
      retention: Duration.days(1),
      segmentSize: Size.gibibytes(0.5),
    });
    expect(specOf(site, 'KafkaTopic', 'orders')['config']).toEqual({
      'retention.ms': 86_400_000,
      'segment.bytes': 536_870_912,
    });
  });
});
