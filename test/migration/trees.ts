import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { check, migration, type Manifest, type Migration, type MigrationStage, StrimziRelease } from '../../src';

const V1BETA2 = 'kafka.strimzi.io/v1beta2';

/** Part of an object, laid over it. */
export type Over = Readonly<Record<string, unknown>>;

/** A cluster with ZooKeeper, as releases from 0.22 to 0.45 have it. */
export function zooKeeperCluster(name: string, kafka: Over = {}, zookeeper: Over = {}): Manifest {
  const storage = { type: 'persistent-claim', size: '20Gi', deleteClaim: false };
  return {
    apiVersion: V1BETA2,
    kind: 'Kafka',
    metadata: { name, namespace: 'shop' },
    spec: {
      kafka: {
        replicas: 3,
        listeners: [{ name: 'tls', port: 9093, type: 'internal', tls: true, authentication: { type: 'tls' } }],
        authorization: { type: 'simple' },
        config: {
          'default.replication.factor': 3,
          'min.insync.replicas': 2,
          'offsets.topic.replication.factor': 3,
          'transaction.state.log.min.isr': 2,
          'transaction.state.log.replication.factor': 3,
        },
        storage,
        ...kafka,
      },
      zookeeper: { replicas: 3, storage, ...zookeeper },
      entityOperator: { topicOperator: {}, userOperator: {} },
    },
  };
}

/** A user of a cluster who may read and write a topic. */
export function user(
  name: string,
  cluster: string,
  rule: Over = { operations: ['Read', 'Write', 'Describe'] },
): Manifest {
  const resource = { type: 'topic', name: 'orders', patternType: 'literal' };
  return {
    apiVersion: V1BETA2,
    kind: 'KafkaUser',
    metadata: { name, namespace: 'shop', labels: { 'strimzi.io/cluster': cluster } },
    spec: {
      authentication: { type: 'tls' },
      authorization: { type: 'simple', acls: [{ resource, host: '*', ...rule }] },
    },
  };
}

/** A MirrorMaker 1 of two clusters, as their users. */
export function mirrorMaker(spec: Over = {}): Manifest {
  const end = (cluster: string): object => ({
    bootstrapServers: `${cluster}-kafka-bootstrap:9093`,
    tls: { trustedCertificates: [{ secretName: `${cluster}-cluster-ca-cert`, certificate: 'ca.crt' }] },
    authentication: {
      type: 'tls',
      certificateAndKey: { secretName: `${cluster}-mirror`, certificate: 'user.crt', key: 'user.key' },
    },
  });
  return {
    apiVersion: V1BETA2,
    kind: 'KafkaMirrorMaker',
    metadata: { name: 'copies', namespace: 'shop' },
    spec: {
      replicas: 2,
      include: 'orders',
      consumer: { ...end('europe'), groupId: 'copies' },
      producer: end('us'),
      ...spec,
    },
  };
}

/** The objects of an example. */
export function example(name: string): readonly Manifest[] {
  const text = readFileSync(join(__dirname, '../../dist', name, 'amq-streams.k8s.yaml'), 'utf8');
  return parseAllDocuments(text).map((document) => document.toJS() as Manifest);
}

/** The stages from one release to another. */
export function plan(manifests: readonly Manifest[], from: string, to: string, skipReleases = false): Migration {
  return migration(manifests, { from: StrimziRelease.of(from), to: StrimziRelease.of(to), skipReleases });
}

/** What each stage is, in order. */
export function idsOf({ stages }: Migration): readonly string[] {
  return stages.map(({ id }) => id);
}

/** The objects of a stage. */
export function manifestsOf({ objects }: MigrationStage): readonly Manifest[] {
  return objects.map(({ manifest }) => manifest);
}

/** The stage of an id: the first one. */
export function stageOf({ stages }: Migration, id: string): MigrationStage {
  const found = stages.find((stage) => stage.id === id);
  if (!found) throw new Error(`no stage ${id}`);
  return found;
}

/** The object of a kind and a name in a stage. */
export function objectOf(stage: MigrationStage, kind: string, name: string): Manifest {
  const found = manifestsOf(stage).find((each) => each.kind === kind && each.metadata.name === name);
  if (!found) throw new Error(`no ${kind} ${name} in ${stage.id}`);
  return found;
}

/** What is wrong with each stage at its release, warnings aside. */
export function errorsOf({ stages }: Migration): readonly string[] {
  return stages.flatMap((stage, index) =>
    check({ release: stage.release, manifests: manifestsOf(stage) })
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, path, field = '' }) => `${index + 1} ${stage.id}: ${rule} at ${path} ${field}`),
  );
}
