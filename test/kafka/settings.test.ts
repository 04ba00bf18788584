import { connectorSettings, workerSettings } from '../../scripts/kafka/settings';
import type { Endpoint } from '../../src/model/endpoint';
import type { MirrorMaker2Record } from '../../src/model/mirror-maker-2';

const reach = ({ bootstrapServers }: Endpoint): Record<string, string> => ({ 'bootstrap.servers': bootstrapServers });

const MIRROR: MirrorMaker2Record = {
  name: 'mirror',
  replicas: 1,
  target: {
    alias: 'us',
    bootstrapServers: 'us:9093',
    groupId: 'mirror',
    configStorageTopic: 'configs',
    offsetStorageTopic: 'offsets',
    statusStorageTopic: 'status',
    config: { 'offset.flush.interval.ms': 1000 },
  },
  mirrors: [
    {
      source: { alias: 'europe', bootstrapServers: 'europe:9093' },
      topicsPattern: 'orders',
      groupsPattern: 'warehouse',
      sourceConnector: { tasksMax: 2, config: { 'sync.topic.acls.enabled': 'false' } },
      checkpointConnector: {},
    },
  ],
};

test('workers keep their state where the target says, and each of their clients reaches it', () => {
  expect(workerSettings(MIRROR, reach)).toMatchObject({
    'group.id': 'mirror',
    'config.storage.topic': 'configs',
    'offset.storage.topic': 'offsets',
    'status.storage.topic': 'status',
    'bootstrap.servers': 'us:9093',
    'producer.bootstrap.servers': 'us:9093',
    'consumer.bootstrap.servers': 'us:9093',
    'admin.bootstrap.servers': 'us:9093',
    'offset.flush.interval.ms': '1000',
  });
});

test('names that the operator would choose are not guessed', () => {
  const { groupId: _, ...target } = MIRROR.target;
  expect(() => workerSettings({ ...MIRROR, target }, reach)).toThrow('leaves names of its workers to the operator');
});

test('there is a connector for each that is described, with both ends and its patterns', () => {
  const connectors = connectorSettings(MIRROR, reach);
  expect([...connectors.keys()]).toEqual(['europe->us.MirrorSourceConnector', 'europe->us.MirrorCheckpointConnector']);
  expect(connectors.get('europe->us.MirrorSourceConnector')).toEqual({
    'connector.class': 'org.apache.kafka.connect.mirror.MirrorSourceConnector',
    'tasks.max': '2',
    'source.cluster.alias': 'europe',
    'source.cluster.bootstrap.servers': 'europe:9093',
    'target.cluster.alias': 'us',
    'target.cluster.bootstrap.servers': 'us:9093',
    'target.cluster.offset.flush.interval.ms': '1000',
    'sync.topic.acls.enabled': 'false',
    topics: 'orders',
    groups: 'warehouse',
  });
});
