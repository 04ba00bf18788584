import type { MirrorMaker2Record } from '../../src/model/mirror-maker-2';
import { ConsumerGroups, type Consumption } from '../../src/wiring/consumer-groups';
import type { MirrorPlan, MirrorSource } from '../../src/wiring/mirror';
import { mirrorMaker2 } from '../../src/wiring/mirror-maker-2';
import { clusterSeen, IN_2020, mirrorPlan, rightsText } from './harness';

const EUROPE = clusterSeen();
const US = clusterSeen({ clusterName: 'us' });
const IDENTITY = 'org.apache.kafka.connect.mirror.IdentityReplicationPolicy';
const reading = (cluster: Consumption['cluster'], topic: string, group: string): Consumption => ({
  cluster,
  topic,
  group,
});
const NOBODY: readonly Consumption[] = [];

function record(
  source: Partial<MirrorSource> | readonly MirrorSource[],
  consumptions = NOBODY,
  changes: Partial<MirrorPlan> = {},
): MirrorMaker2Record {
  return mirrorMaker2.record(mirrorPlan(source, changes), new ConsumerGroups(consumptions)) as MirrorMaker2Record;
}

function rights(source: Partial<MirrorSource>, changes: Partial<MirrorPlan> = {}, consumptions = NOBODY) {
  const { sources, target } = mirrorMaker2.rights(mirrorPlan(source, changes), new ConsumerGroups(consumptions));
  return { source: rightsText(sources.flat()), target: rightsText(target) };
}

const STORAGE = ['configs', 'offsets', 'status'].map(
  (part) => `topic literal __mirror-${part}: Read Write Create DescribeConfigs`,
);
const WORKERS = 'group literal mirror: Read';

describe('a MirrorMaker 2', () => {
  it('copies records and keeps names', () => {
    expect(record({})).toEqual({
      name: 'mirror',
      replicas: 1,
      target: {
        alias: 'us',
        bootstrapServers: 'us:9093',
        groupId: 'mirror',
        configStorageTopic: '__mirror-configs',
        offsetStorageTopic: '__mirror-offsets',
        statusStorageTopic: '__mirror-status',
        config: {
          'config.storage.replication.factor': 3,
          'offset.storage.replication.factor': 3,
          'status.storage.replication.factor': 3,
        },
      },
      mirrors: [
        {
          source: { alias: 'europe', bootstrapServers: 'europe:9093' },
          topicsPattern: 'orders',
          sourceConnector: {
            config: {
              'replication.factor': 3,
              'offset-syncs.topic.replication.factor': 3,
              'offset-syncs.topic.location': 'target',
              'sync.topic.acls.enabled': 'false',
              'replication.policy.class': IDENTITY,
            },
          },
        },
      ],
    });
  });

  it('leaves replication to brokers that nobody has counted, and asks a single broker for one replica', () => {
    const replicas = (brokers: number | undefined) => {
      const { target } = mirrorPlan();
      const counted = { target: { ...target, cluster: { ...target.cluster, brokers } } };
      const [mirror] = record({}, NOBODY, counted).mirrors;
      return mirror?.sourceConnector?.config?.['replication.factor'];
    };
    expect([undefined, 1, 2, 9].map(replicas)).toEqual([-1, 1, 2, 3]);
  });

  it('follows the groups that read the topics, at either end, and looks for new ones', () => {
    const consumptions = [
      reading(EUROPE, 'orders', 'stock'),
      reading(US, 'orders', 'reports.v1'),
      reading(US, 'payments', 'other'),
    ];
    const [mirror] = record({ tasksMax: 4 }, consumptions, { groupsInterval: 5 }).mirrors;
    expect(mirror).toMatchObject({
      groupsPattern: 'reports\\.v1,stock',
      sourceConnector: { tasksMax: 4 },
      checkpointConnector: {
        tasksMax: 4,
        config: {
          'checkpoints.topic.replication.factor': 3,
          'refresh.groups.interval.seconds': 5,
          'sync.group.offsets.enabled': 'true',
          'offset-syncs.topic.location': 'target',
          'replication.policy.class': IDENTITY,
        },
      },
    });
  });

  it('follows the groups that it is told, and none if it is told so', () => {
    const consumptions = [reading(EUROPE, 'orders', 'stock')];
    expect(record({ groups: ['b', 'a'] }, consumptions).mirrors[0]?.groupsPattern).toBe('a,b');
    expect(record({ groups: [] }, consumptions).mirrors[0]).not.toHaveProperty('checkpointConnector');
  });

  it('finds groups at the target under the names that topics have there', () => {
    const consumptions = [reading(US, 'europe.orders', 'reports'), reading(US, 'orders', 'of-another-topic')];
    const [mirror] = record({ replicationPolicy: 'default' }, consumptions).mirrors;
    expect(mirror?.groupsPattern).toBe('reports');
    expect(mirror?.sourceConnector?.config).not.toHaveProperty(['replication.policy.class']);
  });

  it("takes the team's settings over its own", () => {
    const [mirror] = record({
      groups: ['stock'],
      sourceConnectorConfig: { 'replication.factor': 2 },
      checkpointConnectorConfig: { 'refresh.groups.interval.seconds': 600 },
    }).mirrors;
    expect(mirror?.sourceConnector?.config).toHaveProperty(['replication.factor'], 2);
    expect(mirror?.checkpointConnector?.config).toHaveProperty(['refresh.groups.interval.seconds'], 600);
  });
});

describe('the rights of a MirrorMaker 2', () => {
  it('are to read topics, and to make and fill them', () => {
    expect(rights({})).toEqual({
      source: ['topic literal orders: Read DescribeConfigs'],
      target: [
        ...STORAGE,
        'topic literal mm2-offset-syncs.europe.internal: Write Create',
        'topic literal orders: Write Create Alter AlterConfigs',
        WORKERS,
      ],
    });
  });

  it('grow with the groups whose offsets are copied', () => {
    expect(rights({ groups: ['stock'] })).toEqual({
      source: ['topic literal orders: Read DescribeConfigs', 'group literal stock: Describe'],
      target: [
        ...STORAGE,
        'topic literal europe.checkpoints.internal: Read Write Create',
        'topic literal mm2-offset-syncs.europe.internal: Read Write Create',
        'topic literal orders: Read Write Create Alter AlterConfigs',
        WORKERS,
        'group literal stock: Read',
      ],
    });
  });

  it('name topics as the target knows them, by the alias that was chosen', () => {
    const { target } = rights({ alias: 'eu', replicationPolicy: 'default' });
    expect(target).toContain('topic literal eu.orders: Write Create Alter AlterConfigs');
    expect(target).toContain('topic literal mm2-offset-syncs.eu.internal: Write Create');
  });

  it('follow where the offset syncs are kept', () => {
    const atSource = 'topic literal mm2-offset-syncs.us.internal: Write Create';
    const told = rights({ sourceConnectorConfig: { 'offset-syncs.topic.location': 'source' } });
    const in2020 = rights({ replicationPolicy: 'default' }, { release: IN_2020 });
    for (const { source, target } of [told, in2020]) {
      expect(source).toContain(atSource);
      expect(target.join()).not.toContain('mm2-offset-syncs');
    }
  });

  it('let nobody commit offsets where none are committed', () => {
    const { target } = rights({ replicationPolicy: 'default', groups: ['stock'] }, { release: IN_2020 });
    expect(target).toContain('topic literal europe.checkpoints.internal: Write Create');
    expect(target).toContain('topic literal europe.orders: Write Create Alter AlterConfigs');
    expect(target.join()).not.toContain('stock');
  });
});

describe('a MirrorMaker 2 cannot', () => {
  it('read as a consumer group', () => {
    expect(mirrorMaker2.limits(mirrorPlan({}, { consumerGroup: 'copy' }))).toMatchObject([
      { field: 'consumerGroup', given: 'copy' },
    ]);
  });

  it('keep names in 2020', () => {
    expect(mirrorMaker2.limits(mirrorPlan({}, { release: IN_2020 }))).toMatchObject([
      { field: 'replicationPolicy', given: 'identity', allowed: 'default' },
    ]);
    expect(mirrorMaker2.limits(mirrorPlan({ replicationPolicy: 'default' }, { release: IN_2020 }))).toEqual([]);
  });
});
