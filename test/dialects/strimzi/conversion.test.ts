import fc from 'fast-check';
import { translate, type Translation } from '../../../src/check/translation';
import type { Manifest } from '../../../src/dialects/common/codec';
import { isAbsent } from '../../../src/dialects/common/codec';
import { dialect as v1 } from '../../../src/dialects/strimzi-v1';
import { dialect as v1beta1 } from '../../../src/dialects/strimzi-v1beta1';
import { dialect as v1beta2 } from '../../../src/dialects/strimzi-v1beta2';
import type { Described } from '../../../src/dialects/read';
import { mergeAcls } from '../../../src/model/acl';
import type { Noun, Records } from '../../../src/model/nouns';
import { checkManifest } from '../../../src/schema';
import { users } from '../../arbitraries/strimzi-entities';
import { type Generation } from '../../arbitraries/strimzi-workloads';
import { RELEASES } from './generations';

const of = <T>(entry: T): Exclude<T, { absent: string }> => {
  if (typeof entry === 'object' && entry !== null && 'absent' in entry) throw new Error(String(entry.absent));
  return entry as Exclude<T, { absent: string }>;
};
const BETA = of(v1beta2.mirrorMaker2);
const NEW = of(v1.mirrorMaker2);
const ALPHA = of(v1beta1.mirrorMaker2);

/** A record of another generation in the words of one, and the fields that are lost on the way. */
const translated = <N extends Noun>(
  noun: N,
  record: Records[N],
  generation: Generation,
): Translation & { readonly told: readonly string[] } => {
  const described = { noun, record } as unknown as Described;
  const { manifest, losses } = translate(described, { release: RELEASES[generation] });
  return { manifest, losses, told: losses.map(({ field }) => field) };
};

const manifest = (apiVersion: string, kind: string, spec: object, metadata: object = {}): Manifest => ({
  apiVersion: `kafka.strimzi.io/${apiVersion}`,
  kind,
  metadata: { name: 'mine', ...metadata },
  spec,
});

describe('a user', () => {
  const labels = { 'strimzi.io/cluster': 'europe' };
  const topic = { type: 'topic', name: 'orders', patternType: 'literal' };
  const rules = (acls: object[]): object => ({ authorization: { type: 'simple', acls } });

  it('of 0.45 with a rule for each operation has a list in each rule of 1.2, in the same order', () => {
    const old = manifest(
      'v1beta2',
      'KafkaUser',
      rules([
        { resource: topic, operation: 'Write', host: '*' },
        { resource: { type: 'group', name: 'stock' }, operation: 'Read' },
        { resource: topic, operations: ['Describe', 'Read'] },
      ]),
      { labels },
    );
    const record = v1beta2.user.read(old);
    expect(v1beta2.user.write(record)).toEqual(old);
    expect(translated('user', record, 'v1').told).toEqual([]);
    expect(translated('user', record, 'v1').manifest).toEqual(
      manifest(
        'v1',
        'KafkaUser',
        rules([
          { resource: topic, operations: ['Write'], host: '*' },
          { resource: { type: 'group', name: 'stock' }, operations: ['Read'] },
          { resource: topic, operations: ['Describe', 'Read'] },
        ]),
        { labels },
      ),
    );
  });

  it('of 0.18 keeps the order of its rules, a doubled one too, and has neighbours joined in 1.2', () => {
    const old = manifest(
      'v1beta1',
      'KafkaUser',
      rules([
        { resource: topic, operation: 'Write' },
        { resource: topic, operation: 'Describe' },
        { resource: topic, operation: 'Describe' },
        { resource: { type: 'group', name: 'stock' }, operation: 'Read' },
        { resource: topic, operation: 'Create' },
      ]),
      { labels },
    );
    const record = v1beta1.user.read(old);
    expect(record.rest).toBeUndefined();
    expect(v1beta1.user.write(record)).toEqual(old);
    expect(v1.user.adopt(record)).toMatchObject({
      spec: rules([
        { resource: topic, operations: ['Write', 'Describe'] },
        { resource: topic, operations: ['Describe'] },
        { resource: { type: 'group', name: 'stock' }, operations: ['Read'] },
        { resource: topic, operations: ['Create'] },
      ]),
    });
  });

  it('gives the same rights in every generation', () => {
    fc.assert(
      fc.property(users('v1beta1'), (user) => {
        const old = v1beta1.user.read(v1beta1.user.write(user));
        const later = v1.user.read(v1.user.write(old));
        expect(mergeAcls(later.acls ?? [])).toEqual(mergeAcls(user.acls ?? []));
      }),
    );
  });

  it('has no name and no pattern in a rule about the cluster, which the operator never looked at', () => {
    const old = manifest(
      'v1beta2',
      'KafkaUser',
      rules([
        { resource: { type: 'cluster', name: 'kafka-cluster', patternType: 'prefix' }, operations: ['Describe'] },
        { resource: topic, operations: ['Read'] },
      ]),
      { labels },
    );
    const record = v1beta2.user.read(old);
    expect(v1beta2.user.write(record)).toEqual(old);
    expect(v1beta1.user.write(record)).toMatchObject({
      spec: rules([
        { resource: { type: 'cluster' }, operation: 'Describe' },
        { resource: topic, operation: 'Read' },
      ]),
    });
  });
});

describe('a MirrorMaker 2', () => {
  const tls = { trustedCertificates: [{ secretName: 'us-cluster-ca-cert', pattern: '*.crt' }] };
  const old = manifest('v1beta2', 'KafkaMirrorMaker2', {
    connectCluster: 'us',
    clusters: [
      {
        alias: 'us',
        bootstrapServers: 'us-kafka-bootstrap:9093',
        tls,
        config: {
          'group.id': 'mm2',
          'config.storage.topic': 'mm2-configs',
          'offset.storage.topic': 'mm2-offsets',
          'status.storage.topic': 'mm2-status',
          'status.storage.replication.factor': -1,
        },
      },
      { alias: 'europe', bootstrapServers: 'europe-kafka-bootstrap:9092', config: { 'group.id': 'not-a-worker' } },
    ],
    mirrors: [
      {
        sourceCluster: 'europe',
        targetCluster: 'us',
        sourceConnector: { tasksMax: 2, pause: true, autoRestart: { enabled: true }, config: { 'a.b': 1 } },
        checkpointConnector: { pause: false },
        topicsPattern: '.*',
        topicsBlacklistPattern: 'secret-.*',
        groupsBlacklistPattern: 'none',
        groupsExcludePattern: 'console-.*',
      },
    ],
    resources: { limits: { cpu: 2 } },
  });

  it('of 0.45 is written back as it was: the target first, a list of what is blacklisted, a pause', () => {
    expect(BETA.write(BETA.read(old))).toEqual(old);
  });

  it('of 0.45 is restructured in 1.2 as the conversion tool of the operator does it', () => {
    const record = BETA.read(old);
    const { manifest: written, told } = translated('mirrorMaker2', record, 'v1');
    expect(told).toEqual([]);
    expect(written).toEqual(
      manifest('v1', 'KafkaMirrorMaker2', {
        replicas: 3,
        target: {
          alias: 'us',
          bootstrapServers: 'us-kafka-bootstrap:9093',
          groupId: 'mm2',
          configStorageTopic: 'mm2-configs',
          offsetStorageTopic: 'mm2-offsets',
          statusStorageTopic: 'mm2-status',
          tls,
          config: { 'status.storage.replication.factor': -1 },
        },
        mirrors: [
          {
            source: {
              alias: 'europe',
              bootstrapServers: 'europe-kafka-bootstrap:9092',
              config: { 'group.id': 'not-a-worker' },
            },
            sourceConnector: { tasksMax: 2, state: 'paused', autoRestart: { enabled: true }, config: { 'a.b': 1 } },
            checkpointConnector: { state: 'running' },
            topicsPattern: '.*',
            topicsExcludePattern: 'secret-.*',
            groupsExcludePattern: 'console-.*',
          },
        ],
        resources: { limits: { cpu: '2' } },
      }),
    );
    expect(checkManifest(written)).toEqual([]);
  });

  it('of 1.2 is a list of clusters in 0.45, sources before the target', () => {
    const record = NEW.read(NEW.adopt(BETA.read(old)));
    const { manifest, told } = translated('mirrorMaker2', record, 'v1beta2');
    expect(told).toEqual([]);
    const { clusters, connectCluster } = manifest.spec as {
      clusters: { alias: string; config: object }[];
      connectCluster: string;
    };
    expect(clusters.map(({ alias }) => alias)).toEqual(['europe', 'us']);
    expect(connectCluster).toBe('us');
    expect(clusters[1]?.config).toMatchObject({ 'group.id': 'mm2', 'config.storage.topic': 'mm2-configs' });
  });

  it('without names for its workers gets in 1.2 those that the operator took until then', () => {
    const record = BETA.read(
      manifest('v1beta2', 'KafkaMirrorMaker2', {
        replicas: 1,
        connectCluster: 'us',
        clusters: [{ alias: 'us', bootstrapServers: 'us:9092' }],
        mirrors: [],
      }),
    );
    expect(translated('mirrorMaker2', record, 'v1').told).toEqual([]);
    expect(NEW.write(record).spec).toMatchObject({
      target: { groupId: 'mirrormaker2-cluster', statusStorageTopic: 'mirrormaker2-cluster-status' },
    });
  });

  it('with a heartbeat connector loses it in 1.2 with a limit that names the way around', () => {
    const record = BETA.read(old);
    const beating = { ...record, mirrors: record.mirrors.map((flow) => ({ ...flow, heartbeatConnector: {} })) };
    const { manifest, losses } = translated('mirrorMaker2', beating, 'v1');
    expect(losses.map(({ field }) => field)).toEqual(['spec.mirrors[0].heartbeatConnector']);
    expect(losses[0]?.allowed).toContain('MirrorHeartbeatConnector');
    expect(JSON.stringify(manifest)).not.toContain('heartbeatConnector');
  });

  it('of 0.18 blacklists and pauses', () => {
    const { rest: _, wording: __, ...record } = BETA.read(old);
    const { manifest, told } = translated('mirrorMaker2', record, 'v1beta1');
    expect(manifest).toMatchObject({
      apiVersion: 'kafka.strimzi.io/v1alpha1',
      spec: {
        mirrors: [
          {
            sourceConnector: { pause: true },
            topicsBlacklistPattern: 'secret-.*',
            groupsBlacklistPattern: 'console-.*',
          },
        ],
      },
    });
    expect(told).toEqual([
      'spec.clusters[1].tls.trustedCertificates[0]',
      'spec.mirrors[0].sourceConnector.autoRestart',
    ]);
  });

  it('of 0.18 takes tracing, which is for a rule to warn of and no limit', () => {
    const { rest: _, ...others } = NEW.read(NEW.write(BETA.read(old)));
    const traced = { ...others, tracing: 'jaeger' as const };
    expect(translated('mirrorMaker2', traced, 'v1beta1').told).not.toContain('spec.tracing');
    expect(ALPHA.write(traced).spec).toMatchObject({ tracing: { type: 'jaeger' } });
    expect(translated('mirrorMaker2', traced, 'v1').told).toContain('spec.tracing');
  });

  it('that mirrors to another alias than its workers write to has no words in 1.2', () => {
    const spec = structuredClone(old.spec) as { mirrors: { targetCluster: string }[] };
    for (const mirror of spec.mirrors) mirror.targetCluster = 'us-again';
    const other = { ...old, spec };
    expect(BETA.write(BETA.read(other))).toEqual(other);
    expect(translated('mirrorMaker2', BETA.read(other), 'v1').told).toEqual(['spec.mirrors[0].targetCluster']);
  });
});

describe('a MirrorMaker 1', () => {
  const spec = {
    replicas: 1,
    consumer: { bootstrapServers: 'europe:9092', groupId: 'mirror' },
    producer: { bootstrapServers: 'us:9092' },
    whitelist: '.*',
  };

  it('of 0.18 has its whitelist as include in 0.45', () => {
    const record = of(v1beta1.mirrorMaker).read(manifest('v1beta1', 'KafkaMirrorMaker', spec));
    const { whitelist: include, ...others } = spec;
    expect(of(v1beta2.mirrorMaker).write(record)).toEqual(
      manifest('v1beta2', 'KafkaMirrorMaker', { ...others, include }),
    );
  });

  it('of 0.45 with the older word is written back with it', () => {
    const codec = of(v1beta2.mirrorMaker);
    const old = manifest('v1beta2', 'KafkaMirrorMaker', spec);
    expect(codec.read(old).include).toBe('.*');
    expect(codec.write(codec.read(old))).toEqual(old);
  });

  it('is not there in 1.2: the last release that has it and what does its work now are named', () => {
    expect(isAbsent(v1.mirrorMaker)).toBe(true);
    expect(v1.mirrorMaker).toMatchObject({ since: 'Strimzi 0.45.2, the last one', instead: 'MirrorMaker 2' });
  });
});

describe('a Kafka cluster', () => {
  const kafka = {
    listeners: [{ name: 'tls', port: 9093, type: 'internal', tls: true }],
  };

  it('of 0.45 with KRaft loses in 1.2 the annotations, and the sections that its operator did not look at', () => {
    const old = manifest(
      'v1beta2',
      'Kafka',
      {
        kafka: { ...kafka, replicas: 3, storage: { type: 'ephemeral' } },
        zookeeper: { replicas: 3, storage: { type: 'ephemeral' } },
        entityOperator: { topicOperator: { reconciliationIntervalSeconds: 90 } },
      },
      { annotations: { 'strimzi.io/kraft': 'enabled', 'strimzi.io/node-pools': 'enabled', mine: 'yes' } },
    );
    const record = v1beta2.kafkaCluster.read(old);
    expect(record).toMatchObject({ mode: 'kraft', nodePools: true, annotations: { mine: 'yes' } });
    expect(v1beta2.kafkaCluster.write(record)).toEqual(old);
    const { manifest: written, told } = translated('kafkaCluster', record, 'v1');
    expect(told).toEqual([]);
    expect(written).toEqual(
      manifest(
        'v1',
        'Kafka',
        { kafka, entityOperator: { topicOperator: { reconciliationIntervalMs: 90000 } } },
        { annotations: { mine: 'yes' } },
      ),
    );
    expect(checkManifest(written)).toEqual([]);
  });

  it('of 1.2 gets the annotations in 0.45', () => {
    const record = v1.kafkaCluster.read(manifest('v1', 'Kafka', { kafka }));
    expect(v1beta2.kafkaCluster.write(record).metadata.annotations).toEqual({
      'strimzi.io/kraft': 'enabled',
      'strimzi.io/node-pools': 'enabled',
    });
  });

  it('on its way from ZooKeeper to KRaft is one with ZooKeeper, and keeps its annotation', () => {
    const old = manifest(
      'v1beta2',
      'Kafka',
      { kafka, zookeeper: { replicas: 3, storage: { type: 'ephemeral' } } },
      { annotations: { 'strimzi.io/kraft': 'migration', 'strimzi.io/node-pools': 'enabled' } },
    );
    const record = v1beta2.kafkaCluster.read(old);
    expect(record).toMatchObject({
      mode: 'zookeeper',
      nodePools: true,
      annotations: { 'strimzi.io/kraft': 'migration' },
    });
    expect(v1beta2.kafkaCluster.write(record)).toEqual(old);
  });

  it('of 0.18 has its external listener with today’s names for settings in 0.45', () => {
    const record = v1beta1.kafkaCluster.read(
      manifest('v1beta1', 'Kafka', {
        kafka: {
          replicas: 3,
          storage: { type: 'ephemeral' },
          listeners: {
            plain: {},
            external: {
              type: 'nodeport',
              authentication: { type: 'tls' },
              overrides: {
                bootstrap: { address: 'kafka.example.com', nodePort: 30100, dnsAnnotations: { a: 'b' } },
                brokers: [{ broker: 0, advertisedHost: 'node0', nodePort: 30000 }],
              },
              configuration: {
                brokerCertChainAndKey: { secretName: 'mine', certificate: 'tls.crt', key: 'tls.key' },
              },
            },
          },
        },
        zookeeper: { replicas: 3, storage: { type: 'ephemeral' } },
      }),
    );
    const { manifest: written, told } = translated('kafkaCluster', record, 'v1beta2');
    expect(told).toEqual([]);
    expect(written.spec).toMatchObject({
      kafka: {
        listeners: [
          { name: 'plain', port: 9092, type: 'internal', tls: false },
          {
            name: 'external',
            port: 9094,
            type: 'nodeport',
            tls: true,
            authentication: { type: 'tls' },
            configuration: {
              brokerCertChainAndKey: { secretName: 'mine', certificate: 'tls.crt', key: 'tls.key' },
              bootstrap: { alternativeNames: ['kafka.example.com'], nodePort: 30100, annotations: { a: 'b' } },
              brokers: [{ broker: 0, advertisedHost: 'node0', nodePort: 30000 }],
            },
          },
        ],
      },
    });
    expect(checkManifest(written)).toEqual([]);
  });

  it('of 0.45 with settings that only ZooKeeper has is refused by 1.2, field by field', () => {
    const record = v1beta2.kafkaCluster.read(
      manifest('v1beta2', 'Kafka', {
        kafka: { ...kafka, replicas: 3, storage: { type: 'ephemeral' } },
        zookeeper: { replicas: 3, storage: { type: 'ephemeral' }, jvmOptions: { '-Xmx': '1g' } },
      }),
    );
    expect(translated('kafkaCluster', record, 'v1').told).toEqual([
      'spec.kafka.replicas',
      'spec.kafka.storage',
      'spec.zookeeper',
    ]);
  });
});
