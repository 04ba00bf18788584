import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const told = (kind: string, spec: string, release = StrimziRelease.V1_2) =>
  tellOfYaml(
    'component-settings',
    `{apiVersion: kafka.strimzi.io/${release.facts.version.startsWith('0.') ? 'v1beta2' : 'v1'}, kind: ${kind}, metadata: {name: a}, spec: ${spec}}`,
    { release },
  );
const ofConnector = (config: string, javaClass = 'com.example.Sink') =>
  told('KafkaConnector', `{class: ${javaClass}, config: ${config}}`);
const ofMirror = (config: string, connector = 'source', release?: StrimziRelease) =>
  told('KafkaMirrorMaker2', `{mirrors: [{${connector}Connector: {config: ${config}}}]}`, release);

const MIRROR_SOURCE = 'org.apache.kafka.connect.mirror.MirrorSourceConnector';

describe('component-settings', () => {
  it.each([
    ['KafkaConnect', '{config: {key.converter: a, offset.flush.interval.ms: "60000", producer.acks: all}}'],
    ['KafkaConnect', '{config: {key.converter.schemas.enable: maybe, config.providers.env.class: a, acme.level: x}}'],
    ['KafkaConnector', '{class: com.example.Sink, config: {topic: a, topics: b, topic.regex: c, batch.size: many}}'],
    ['KafkaConnector', '{class: com.example.Sink, config: {errors.tolerance: all, producer.override.acks: 1}}'],
    ['KafkaConnector', `{class: ${MIRROR_SOURCE}, config: {transforms: a, transforms.a.type: b, source.cluster.x: y}}`],
    ['KafkaBridge', '{consumer: {config: {auto.offset.reset: earliest}}, adminClient: {config: {retries: 3}}}'],
    ['KafkaMirrorMaker2', '{mirrors: [{sourceConnector: {config: {consumer.isolation.level: read_committed}}}]}'],
  ])('takes what Kafka takes, and what plugins may have: %s %s', (kind, spec) => {
    expect(told(kind, spec)).toEqual([]);
  });

  it.each([
    ['KafkaConnect', '{config: {offset.flush.interval.ms: soon}}', 'spec.config["offset.flush.interval.ms"]'],
    ['KafkaConnect', '{config: {producer.acks: most}}', 'spec.config["producer.acks"]'],
    ['KafkaConnect', '{config: {exactly.once.source.support: on}}', 'spec.config["exactly.once.source.support"]'],
    ['KafkaConnector', '{class: a, config: {errors.tolerance: some}}', 'spec.config["errors.tolerance"]'],
    ['KafkaConnector', '{class: a, config: {consumer.override.max.poll.records: 0}}', undefined],
    ['KafkaConnector', `{class: MirrorSource, config: {offset.lag.max: some}}`, 'spec.config["offset.lag.max"]'],
    ['KafkaBridge', '{producer: {config: {acks: 2}}}', 'spec.producer.config.acks'],
    ['KafkaBridge', '{adminClient: {config: {retries: -1}}}', 'spec.adminClient.config.retries'],
    [
      'KafkaMirrorMaker2',
      '{target: {alias: t, config: {offset.flush.timeout.ms: x}}}',
      'spec.target.config["offset.flush.timeout.ms"]',
    ],
    [
      'KafkaMirrorMaker2',
      '{mirrors: [{source: {alias: s, config: {request.timeout.ms: x}}}]}',
      'spec.mirrors[0].source.config["request.timeout.ms"]',
    ],
  ])('tells of values that Kafka does not take: %s %s', (kind, spec, field) => {
    expect(told(kind, spec)).toMatchObject([{ effect: 'fails', severity: 'error', ...(field && { field }) }]);
  });

  it.each(['earliest', 'none', 'by_duration:P7D', 'by_duration:PT1H30M', 'by_duration:pt0.5s', '${file:/a:b}'])(
    'takes %s for where a consumer begins',
    (reset) => {
      expect(told('KafkaConnect', `{config: {consumer.auto.offset.reset: "${reset}"}}`)).toEqual([]);
    },
  );

  it.each(['first', 'Earliest', 'by_duration', 'by_duration:', 'by_duration:1h', 'by_duration:PT', 'by_duration:-P1D'])(
    'tells that no consumer begins at %s',
    (reset) => {
      expect(told('KafkaConnect', `{config: {consumer.auto.offset.reset: "${reset}"}}`)).toMatchObject([
        { given: reset, allowed: 'earliest, latest, none, or by_duration:PT1H and other durations' },
      ]);
    },
  );

  it('knows no durations where Kafka has none to begin at', () => {
    const spec = '{config: {consumer.auto.offset.reset: "by_duration:P7D"}}';
    expect(told('KafkaConnect', spec, StrimziRelease.V0_45)).toMatchObject([{ allowed: 'earliest, latest, none' }]);
  });

  it('tells of the clusters of a mirror of before v1, and of a MirrorMaker 1', () => {
    const clusters = '[{alias: a, config: {retries: x}}, {alias: b, config: {offset.storage.partitions: 0}}]';
    expect(
      told('KafkaMirrorMaker2', `{connectCluster: b, clusters: ${clusters}}`, StrimziRelease.V0_45).map(
        ({ field }) => field,
      ),
    ).toEqual(['spec.clusters[1].config["offset.storage.partitions"]', 'spec.clusters[0].config.retries']);
    expect(
      told(
        'KafkaMirrorMaker',
        '{consumer: {config: {max.poll.records: 0}}, producer: {config: {acks: none}}}',
        StrimziRelease.V0_45,
      ),
    ).toHaveLength(2);
  });

  it('tells of a name that is nearly one of Kafka', () => {
    const remedyOf = ([finding]: ReturnType<typeof told>) => finding?.remedy;
    expect(told('KafkaConnect', '{config: {offset.flush.intervall.ms: 1}}')).toMatchObject([
      { effect: 'ignored', severity: 'warning', remedy: 'Write offset.flush.interval.ms, or leave it out.' },
    ]);
    expect(remedyOf(told('KafkaConnect', '{config: {producer.linger.mss: 1}}'))).toBe(
      'Write producer.linger.ms, or leave it out.',
    );
    expect(remedyOf(ofMirror('{sync.topic.acl.enabled: false}'))).toBe(
      'Write sync.topic.acls.enabled, or leave it out.',
    );
    expect(remedyOf(ofConnector('{errors.tolerence: all}'))).toBe('Write errors.tolerance, or leave it out.');
  });

  it('tells a setting that another connector of the mirror has', () => {
    expect(ofMirror('{sync.group.offsets.enabled: true}')).toMatchObject([
      { effect: 'ignored', remedy: 'Give it to the checkpoint connector.' },
    ]);
    expect(ofMirror('{refresh.topics.interval.seconds: 60}', 'checkpoint')).toMatchObject([
      { remedy: 'Give it to the source connector.' },
    ]);
    expect(ofMirror('{sync.group.offsets.enabled: true}', 'source', StrimziRelease.V0_31)).toEqual([]);
  });

  it('knows since when', () => {
    expect(ofMirror('{topics.blacklist: a}')).toMatchObject([{ allowed: 'with Kafka up to 3.9' }]);
    expect(ofMirror('{topics.blacklist: a}', 'source', StrimziRelease.V0_45)).toEqual([]);
    const old = '{version: 3.8.0, config: {metadata.recovery.strategy: rebootstrap, plugin.version: 1}}';
    expect(told('KafkaConnect', old, StrimziRelease.V0_45)).toEqual([]);
    const older = '{version: 3.7.1, config: {metadata.recovery.strategy: rebootstrap}}';
    expect(told('KafkaConnect', older, StrimziRelease.V0_43)).toMatchObject([{ allowed: 'with Kafka from 3.8 on' }]);
  });

  it('leaves to others what the operator sets, what stands for a value, and what is none', () => {
    expect(told('KafkaConnect', '{config: {rest.port: x, ssl.keystore.typ: y}}')).toEqual([]);
    expect(told('KafkaConnect', '{config: {offset.flush.interval.ms: "${env:FLUSH}", tasks: null}}')).toEqual([]);
    expect(told('KafkaConnect', '{config: {offset.flush.interval.ms: [1]}}')).toEqual([]);
  });

  it('shows no secret', () => {
    const findings = ofConnector('{producer.override.sasl.jaas.confi: hush}');
    expect(findings).toHaveLength(1);
    expect(JSON.stringify(findings)).not.toContain('hush');
  });

  it('tells a slip in a setting of Kafka below what plugins may have settings of', () => {
    expect(told('KafkaConnect', '{config: {config.storage.replication.facotr: 3}}')).toMatchObject([
      { effect: 'ignored', remedy: 'Write config.storage.replication.factor, or leave it out.' },
    ]);
    expect(ofMirror('{replication.policy.clas: a}')).toMatchObject([{ given: 'a' }]);
    expect(ofMirror('{replication.policy.tenant: a}')).toEqual([]);
  });
});
