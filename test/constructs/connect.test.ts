import { JsonPatch } from 'cdk8s';
import {
  Jaeger,
  KafkaCluster,
  KafkaBridge,
  KafkaConnect,
  Listener,
  Placement,
  Rack,
  StrimziRelease,
  type KafkaConnectProps,
  type Site,
} from '../../src';
import { findings, manifest, manifests, newCluster, newSite } from './harness';

function at(release: StrimziRelease): Site {
  return newSite({ release, kubernetesCluster: 'here' });
}

const DATABASE = { class: 'io.debezium.connector.postgresql.PostgresConnector', tasksMax: 2 };

function aclsOf(site: Site, user: string): Record<string, string[]> {
  const { authorization } = manifest(site, 'KafkaUser', user).spec as unknown as {
    authorization: { acls: { resource: { type: string; name: string }; operations: string[] }[] };
  };
  return Object.fromEntries(
    authorization.acls.map(({ resource, operations }) => [`${resource.type} ${resource.name}`, operations]),
  );
}

describe('a Kafka Connect', () => {
  it('is wired to its cluster, with a user, names and replicas of its own', () => {
    const site = at(StrimziRelease.V1_2);
    const cluster = newCluster(site);
    new KafkaConnect(site, 'pipes', { cluster, replicas: 2, config: { 'offset.flush.interval.ms': 1000 } });
    expect(manifest(site, 'KafkaConnect', 'pipes')).toMatchObject({
      metadata: { annotations: { 'strimzi.io/use-connector-resources': 'true' } },
      spec: {
        replicas: 2,
        bootstrapServers: 'europe-kafka-bootstrap:9093',
        tls: { trustedCertificates: [{ secretName: 'europe-cluster-ca-cert', certificate: 'ca.crt' }] },
        authentication: { type: 'tls', certificateAndKey: { secretName: 'pipes' } },
        groupId: 'pipes',
        configStorageTopic: 'pipes-configs',
        offsetStorageTopic: 'pipes-offsets',
        statusStorageTopic: 'pipes-status',
        config: {
          'config.storage.replication.factor': 3,
          'offset.flush.interval.ms': 1000,
          'offset.storage.replication.factor': 3,
          'status.storage.replication.factor': 3,
        },
      },
    });
    expect(aclsOf(site, 'pipes')).toMatchObject({
      'group pipes': ['Read'],
      'topic pipes-configs': expect.arrayContaining(['Read', 'Write', 'Create']),
      'topic pipes-offsets': expect.arrayContaining(['Read', 'Write', 'Create']),
      'topic pipes-status': expect.arrayContaining(['Read', 'Write', 'Create']),
    });
    expect(findings(site)).toEqual([]);
  });

  it('asks for no more replicas of its topics than there are brokers, and for the default where nobody knows', () => {
    const site = at(StrimziRelease.V1_2);
    const factor = (id: string): unknown =>
      (manifest(site, 'KafkaConnect', id).spec?.['config'] as Record<string, unknown>)[
        'config.storage.replication.factor'
      ];
    new KafkaConnect(site, 'one', { cluster: newCluster(site, 'small', { brokers: 1 }) });
    expect(factor('one')).toBe(1);
    const unseen = KafkaCluster.fromClusterName(site, 'central');
    new KafkaConnect(site, 'two', { cluster: unseen });
    expect(factor('two')).toBe(-1);
  });

  it.each(StrimziRelease.ALL.map((release) => [release.name, release] as const))('is sound on %s', (_, release) => {
    const site = at(release);
    const cluster = newCluster(site);
    const connect = new KafkaConnect(site, 'pipes', {
      cluster,
      env: [
        { name: 'LEVEL', value: 'x' },
        { name: 'DB_PASSWORD', secret: { secret: 'db', key: 'password' } },
      ],
      files: [
        { name: 'db', secret: 'db' },
        { name: 'maps', configMap: 'maps' },
      ],
      resources: { requests: { cpu: '1' } },
      placement: Placement.zone('a'),
    });
    connect.addConnector('changes', { ...DATABASE, config: { 'topic.prefix': 'shop' } });
    new KafkaBridge(site, 'http', { cluster, consumer: { config: { 'auto.offset.reset': 'earliest' } } });
    expect(findings(site)).toEqual([]);
    expect(manifests(site).filter(({ kind }) => /Connect|Bridge/.test(kind))).toHaveLength(3);
  });

  it.each([StrimziRelease.V0_22, StrimziRelease.V0_45, StrimziRelease.V1_2])(
    'may have no files in a list at %s',
    (release) => {
      const site = at(release);
      new KafkaConnect(site, 'pipes', { cluster: newCluster(site), files: [], env: [] });
      expect(findings(site)).toEqual([]);
    },
  );

  it('has variables and files where the release takes them', () => {
    const files = {
      cluster: undefined as never,
      files: [{ name: 'db', secret: 'creds' }],
      env: [{ name: 'PASSWORD', secret: { secret: 'creds', key: 'p' } }],
    } satisfies KafkaConnectProps;
    const specOf = (release: StrimziRelease) => {
      const site = at(release);
      new KafkaConnect(site, 'pipes', { ...files, cluster: newCluster(site) });
      return manifest(site, 'KafkaConnect', 'pipes').spec;
    };
    const variable = { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'creds', key: 'p' } } };
    const volume = { name: 'db', secret: { secretName: 'creds' } };
    expect(specOf(StrimziRelease.V0_22)).toMatchObject({
      externalConfiguration: { env: [variable], volumes: [volume] },
    });
    expect(specOf(StrimziRelease.V0_45)).toMatchObject({
      externalConfiguration: { env: [variable] },
      template: {
        pod: { volumes: [volume] },
        connectContainer: { volumeMounts: [{ name: 'db', mountPath: '/mnt/db' }] },
      },
    });
    const newest = specOf(StrimziRelease.V1_2);
    expect(newest).toMatchObject({ template: { pod: { volumes: [volume] }, connectContainer: { env: [variable] } } });
    expect(newest).not.toHaveProperty('externalConfiguration');
  });

  it('is told of words that a release means to drop where the program chose them, and not the library', () => {
    const told = (overrides?: KafkaConnectProps['overrides'], ...patches: readonly JsonPatch[]) => {
      const site = at(StrimziRelease.V0_45);
      const env = [{ name: 'PASSWORD', secret: { secret: 'creds', key: 'p' } }];
      const connect = new KafkaConnect(site, 'pipes', { cluster: newCluster(site), env, overrides });
      connect.addJsonPatch(...patches);
      return findings(site).filter(({ rule }) => rule === 'deprecated-fields');
    };
    expect(told()).toEqual([]);
    expect(told({ spec: { jvmOptions: { '-Xmx': '1g' } } })).toEqual([]);
    expect(told({ spec: { externalConfiguration: { env: [] } } })).toMatchObject([
      { field: 'spec.externalConfiguration' },
    ]);
    expect(told(undefined, JsonPatch.add('/spec/template', { deployment: {} }))).toMatchObject([
      { field: 'spec.template.deployment' },
    ]);
  });

  it('names in its configuration, before there are fields, what its workers keep', () => {
    const site = at(StrimziRelease.V0_45);
    new KafkaConnect(site, 'pipes', { cluster: newCluster(site), groupId: 'others' });
    expect(manifest(site, 'KafkaConnect', 'pipes').spec).toMatchObject({
      config: { 'group.id': 'others', 'config.storage.topic': 'pipes-configs' },
    });
    expect(aclsOf(site, 'pipes')).toHaveProperty('group others');
  });

  it('builds plugins, knows racks, and traces itself', () => {
    const site = at(StrimziRelease.V1_2);
    const cluster = newCluster(site);
    new KafkaConnect(site, 'pipes', {
      cluster,
      rack: Rack.zones(),
      tracing: new Jaeger(site, 'jaeger', { host: 'jaeger.example.com' }),
      build: {
        output: { type: 'docker', image: 'registry.example.com/pipes:1', pushSecret: 'registry' },
        plugins: [
          { name: 'debezium', artifacts: [{ type: 'tgz', url: 'https://example.com/d.tgz', sha512sum: 'ab' }] },
          { name: 'camel', artifacts: [{ type: 'maven', group: 'g', artifact: 'a', version: '1' }] },
        ],
      },
    });
    expect(manifest(site, 'KafkaConnect', 'pipes').spec).toMatchObject({
      rack: { topologyKey: 'topology.kubernetes.io/zone' },
      tracing: { type: 'opentelemetry' },
      template: { connectContainer: { env: expect.arrayContaining([{ name: 'OTEL_SERVICE_NAME', value: 'pipes' }]) } },
      build: {
        output: { type: 'docker', image: 'registry.example.com/pipes:1', pushSecret: 'registry' },
        plugins: [{ name: 'debezium' }, { artifacts: [{ type: 'maven', group: 'g', artifact: 'a', version: '1' }] }],
      },
    });
    expect(findings(site)).toEqual([]);
  });

  it('shares nothing with another one of its cluster, and is told where it does', () => {
    const site = at(StrimziRelease.V1_2);
    const cluster = newCluster(site);
    new KafkaConnect(site, 'one', { cluster });
    new KafkaConnect(site, 'two', { cluster });
    expect(findings(site)).toEqual([]);
    new KafkaConnect(site, 'three', { cluster, groupId: 'one' });
    expect(findings(site)).toMatchObject([{ rule: 'worker-names', path: 'site/three', field: 'spec.groupId' }]);
  });

  it('asks an open cluster for no user, and takes one that it is given', () => {
    const site = at(StrimziRelease.V1_2);
    const open = newCluster(site, 'open', { listeners: [Listener.plain()] });
    expect(new KafkaConnect(site, 'free', { cluster: open }).user).toBeUndefined();
    const cluster = newCluster(site);
    const user = cluster.addUser('shared');
    expect(new KafkaConnect(site, 'pipes', { cluster, user }).user).toBe(user);
    expect(aclsOf(site, 'shared')).toHaveProperty('group pipes');
  });

  it('is told a Kafka version that the release does not run', () => {
    const site = at(StrimziRelease.V1_2);
    new KafkaConnect(site, 'pipes', { cluster: newCluster(site), version: '2.5.0' });
    expect(findings(site)).toMatchObject([{ rule: 'kafka-version', field: 'spec.version' }]);
  });
});
