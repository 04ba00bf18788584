import type { MirrorFlow, MirrorTarget } from '../../src/model/mirror-maker-2';
import { connectRights } from '../../src/wiring/connect-rights';
import { flowRights, mirrorWorkerRights } from '../../src/wiring/flow-rights';
import { rightsText } from './harness';

const NAMES = { topics: ['orders'], remoteTopics: ['europe.orders'], groups: ['stock'] };
const TARGET: MirrorTarget = { alias: 'us', bootstrapServers: 'us:9093', groupId: 'mirror' };
const SOURCE: MirrorFlow = { source: { alias: 'europe', bootstrapServers: 'europe:9093' }, sourceConnector: {} };

function rights(flow: Partial<MirrorFlow>, target: Partial<MirrorTarget> = {}, kafka = '4.3.1') {
  const workers = { target: { ...TARGET, ...target }, kafka, internalSeparator: true };
  const found = flowRights({ ...SOURCE, ...flow }, NAMES, workers);
  return { source: rightsText(found.source), target: rightsText(found.target) };
}

const SILENT = { 'sync.topic.acls.enabled': 'false' };

describe('the rights of a flow of a MirrorMaker 2', () => {
  it("are, with Kafka's own defaults, those of topics, configuration, ACLs and offset syncs at the source", () => {
    expect(rights({})).toEqual({
      source: [
        'topic literal mm2-offset-syncs.us.internal: Write Create',
        'topic literal orders: Read DescribeConfigs',
        'cluster: Describe',
      ],
      target: ['topic literal europe.orders: Write Create Alter AlterConfigs', 'cluster: Alter'],
    });
  });

  it('leave out what the source connector is told not to do', () => {
    const config = { ...SILENT, 'sync.topic.configs.enabled': false, 'emit.offset-syncs.enabled': 'false' };
    const said = {
      'sync.topic.acls.enabled': 'FALSE',
      'sync.topic.configs.enabled': 'False',
      'emit.offset-syncs.enabled': 'false',
    };
    for (const each of [config, said])
      expect(rights({ sourceConnector: { config: each } })).toEqual({
        source: ['topic literal orders: Read DescribeConfigs'],
        target: ['topic literal europe.orders: Write Create Alter'],
      });
  });

  it('have the separator in the names of internal topics, unless the mirror is told otherwise', () => {
    const dashed = { ...SILENT, 'replication.policy.separator': '-' };
    const told = { ...dashed, 'replication.policy.internal.topic.separator.enabled': 'false' };
    expect(rights({ sourceConnector: { config: dashed }, checkpointConnector: {} })).toMatchObject({
      source: expect.arrayContaining(['topic literal mm2-offset-syncs-us-internal: Read Write Create']),
      target: expect.arrayContaining(['topic literal europe-checkpoints-internal: Read Write Create']),
    });
    expect(rights({ sourceConnector: { config: told }, checkpointConnector: {} })).toMatchObject({
      source: expect.arrayContaining(['topic literal mm2-offset-syncs.us.internal: Read Write Create']),
      target: expect.arrayContaining(['topic literal europe.checkpoints.internal: Read Write Create']),
    });
  });

  it('of a copy of heartbeats have none to add partitions: their topic has one', () => {
    const workers = { target: TARGET, kafka: '4.3.1', internalSeparator: true };
    const names = { ...NAMES, heartbeats: 'europe.heartbeats' };
    const found = flowRights({ ...SOURCE, sourceConnector: { config: SILENT } }, names, workers);
    expect(rightsText(found.source)).toContain('topic literal heartbeats: Read DescribeConfigs');
    expect(rightsText(found.target)).toContain('topic literal europe.heartbeats: Write Create AlterConfigs');
  });

  it('follow the settings of each connector for the place of offset syncs', () => {
    const at = (location: string) => ({ config: { ...SILENT, 'offset-syncs.topic.location': location } });
    const apart = rights({ sourceConnector: at('target'), checkpointConnector: at('source') });
    expect(apart.target).toContain('topic literal mm2-offset-syncs.europe.internal: Write Create');
    expect(apart.source).toContain('topic literal mm2-offset-syncs.us.internal: Read');
  });

  it.each([
    ['3.7.1', 'Write Create'],
    ['3.8.0', 'Read Write Create'],
  ])('let Kafka %s %s its checkpoints', (version, operations) => {
    const { target } = rights({ checkpointConnector: {} }, {}, version);
    expect(target).toContain(`topic literal europe.checkpoints.internal: ${operations}`);
    expect(target.join()).not.toContain('stock');
  });

  it('let offsets be set where they are to be', () => {
    const { source, target } = rights({ checkpointConnector: { config: { 'sync.group.offsets.enabled': true } } });
    expect(source).toContain('group literal stock: Describe');
    expect(target).toContain('group literal stock: Read');
    expect(target).toContain('topic literal europe.orders: Read Write Create Alter AlterConfigs');
  });

  it('are few where offsets are translated and nothing is copied', () => {
    expect(rights({ sourceConnector: undefined, checkpointConnector: {} })).toEqual({
      source: [
        'topic literal mm2-offset-syncs.us.internal: Read',
        'topic literal orders: Describe',
        'group literal stock: Describe',
      ],
      target: ['topic literal europe.checkpoints.internal: Read Write Create'],
    });
  });

  it('are none where there is no connector, and those of heartbeats where they are written', () => {
    expect(rights({ sourceConnector: undefined })).toEqual({ source: [], target: [] });
    expect(rights({ sourceConnector: undefined, heartbeatConnector: {} })).toEqual({
      source: [],
      target: ['topic literal heartbeats: Write Create'],
    });
  });

  it('let each connector write in transactions of its own once all of them do', () => {
    const support = (value: string) => ({ config: { 'exactly.once.source.support': value } });
    const of = (value: string) =>
      rights({ checkpointConnector: {} }, support(value)).target.filter((right) => right.startsWith('transactionalId'));
    expect(of('enabled')).toEqual([
      'transactionalId prefix mirror-europe->us.MirrorCheckpointConnector-: Write',
      'transactionalId prefix mirror-europe->us.MirrorSourceConnector-: Write',
    ]);
    expect(of('preparing')).toEqual([]);
    const workers = (value: string) => rightsText(mirrorWorkerRights({ target: { ...TARGET, ...support(value) } }));
    for (const value of ['enabled', 'preparing']) {
      expect(workers(value)).toContain('transactionalId literal connect-cluster-mirror: Write');
    }
    expect(workers('disabled').join()).not.toContain('transactionalId');
  });
});

describe('the rights of Connect workers', () => {
  it('are those of their group and of each topic of their state', () => {
    expect(rightsText(connectRights({ groupId: 'sink', storageTopics: ['a', 'b', 'c'] }))).toEqual([
      ...['a', 'b', 'c'].map((name) => `topic literal ${name}: Read Write Create DescribeConfigs`),
      'group literal sink: Read',
    ]);
  });

  it('go by the names that operators give where nobody does', () => {
    const { groupId: _, ...nameless } = TARGET;
    expect(rightsText(mirrorWorkerRights({ target: nameless }))).toEqual([
      ...['configs', 'offsets', 'status'].map(
        (part) => `topic literal mirrormaker2-cluster-${part}: Read Write Create DescribeConfigs`,
      ),
      'group literal mirrormaker2-cluster: Read',
    ]);
  });
});
