import { foreignMirrorRights, type ForeignMirrorMaker2 } from '../../src/wiring/foreign-mirror';
import { rightsText } from './harness';

describe('the rights of a mirror that somebody else runs', () => {
  const mirror: ForeignMirrorMaker2 = {
    engine: 'mirrorMaker2',
    topics: [{ prefix: 'shop.' }],
    sourceAlias: 'europe',
    targetAlias: 'us',
    workers: { groupId: 'mm2', storageTopics: ['mm2-configs'] },
  };

  it('follow what it does', () => {
    const { source, target } = foreignMirrorRights(mirror, '4.3.1');
    expect(rightsText(source)).toEqual([
      'topic literal mm2-offset-syncs.us.internal: Write Create',
      'topic prefix shop.: Read DescribeConfigs',
    ]);
    expect(rightsText(target)).toEqual([
      'topic prefix europe.shop.: Write Create Alter AlterConfigs',
      'topic literal mm2-configs: Read Write Create DescribeConfigs',
      'group literal mm2: Read',
    ]);
  });

  it('grow with its groups, its heartbeats and its transactions', () => {
    const all = foreignMirrorRights(
      {
        ...mirror,
        topics: ['orders'],
        replicationPolicy: 'identity',
        offsetSyncs: 'target',
        groups: [{ prefix: 'shop-' }],
        syncGroupOffsets: true,
        syncTopicConfigs: false,
        syncTopicAcls: true,
        heartbeats: true,
        workers: { ...mirror.workers, exactlyOnce: true },
        version: '3.7.0',
      },
      '4.3.1',
    );
    expect(rightsText(all.source)).toEqual([
      'topic literal orders: Read DescribeConfigs',
      'group prefix shop-: Describe',
      'cluster: Describe',
    ]);
    expect(rightsText(all.target)).toEqual([
      'topic literal europe.checkpoints.internal: Write Create',
      'topic literal heartbeats: Write Create',
      'topic literal mm2-configs: Read Write Create DescribeConfigs',
      'topic literal mm2-offset-syncs.europe.internal: Read Write Create',
      'topic literal orders: Read Write Create Alter',
      'group literal mm2: Read',
      'group prefix shop-: Read',
      'transactionalId literal connect-cluster-mm2: Write',
      ...['Checkpoint', 'Heartbeat', 'Source'].map(
        (kind) => `transactionalId prefix mm2-europe->us.Mirror${kind}Connector-: Write`,
      ),
      'cluster: Alter',
    ]);
  });

  it('follow the policy: what stands behind names, and what all names come to', () => {
    const targetOf = (changes: Partial<ForeignMirrorMaker2>) =>
      rightsText(foreignMirrorRights({ ...mirror, ...changes }, '4.3.1').target);
    const policy = { className: 'com.example.Policy', names: '{source}_{topic}_copy' };
    expect(targetOf({ replicationPolicy: policy, topics: [{ prefix: 'shop.' }, 'orders'] })).toEqual(
      expect.arrayContaining([
        'topic prefix europe_shop.: Write Create Alter AlterConfigs',
        'topic literal europe_orders_copy: Write Create Alter AlterConfigs',
      ]),
    );
    expect(targetOf({ topics: ['*'] })).toContain('topic prefix europe.: Write Create Alter AlterConfigs');
    expect(targetOf({ topics: ['*'], replicationPolicy: 'identity' })).toContain(
      'topic literal *: Write Create Alter AlterConfigs',
    );
  });

  it.each([
    ['3.0.2', 'mm2-offset-syncs.us.internal', 'europe.checkpoints.internal'],
    ['3.1.0', 'mm2-offset-syncs-us-internal', 'europe-checkpoints-internal'],
  ])('have the separator in the names of internal topics from Kafka 3.1 on: %s', (version, syncs, checkpoints) => {
    const dashed = { ...mirror, replicationPolicy: { separator: '-' }, groups: ['stock'], version };
    const { source, target } = foreignMirrorRights(dashed, '4.3.1');
    expect(rightsText(source)).toContain(`topic literal ${syncs}: Read Write Create`);
    expect(rightsText(target)).toContain(`topic literal ${checkpoints}: Write Create`);
    expect(rightsText(target)).toContain('topic prefix europe-shop.: Write Create Alter AlterConfigs');
  });

  it('are those of a consumer and a producer for MirrorMaker 1', () => {
    const { source, target } = foreignMirrorRights(
      { engine: 'mirrorMaker', topics: ['orders'], consumerGroup: 'copy' },
      '2.5.0',
    );
    expect(rightsText(source)).toEqual(['topic literal orders: Read', 'group literal copy: Read']);
    expect(rightsText(target)).toEqual(['topic literal orders: Write']);
  });
});
