import type { MirrorMakerRecord } from '../../src/model/mirror-maker';
import { ConsumerGroups } from '../../src/wiring/consumer-groups';
import type { SiteIdentity } from '../../src/wiring/identity';
import { mirrorMaker } from '../../src/wiring/mirror-maker';
import { mirrorPlan, mirrorSource, rightsText, siteIdentity } from './harness';

const NOBODY = new ConsumerGroups([]);

describe('a MirrorMaker 1', () => {
  it('consumes at the source what it produces at the target, under the same names', () => {
    expect(mirrorMaker.record(mirrorPlan({ topics: ['b', 'a.b'] }), NOBODY)).toEqual({
      name: 'mirror',
      replicas: 1,
      source: { bootstrapServers: 'europe:9093', groupId: 'mirror' },
      target: { bootstrapServers: 'us:9093' },
      include: 'a\\.b,b',
    });
    expect(mirrorMaker.policyOf(mirrorPlan(), mirrorSource())).toBe('identity');
  });

  it('looks for the topics that it is told to, as the group that it is told', () => {
    expect(mirrorMaker.record(mirrorPlan({ topicsPattern: '.*' }, { consumerGroup: 'copy' }), NOBODY)).toMatchObject({
      include: '.*',
      source: { groupId: 'copy' },
    });
  });

  it('needs leave to read at the source, and to write at the target', () => {
    const { sources, target } = mirrorMaker.rights(mirrorPlan({}, { consumerGroup: 'copy' }), NOBODY);
    expect(sources.map(rightsText)).toEqual([['topic literal orders: Read', 'group literal copy: Read']]);
    expect(rightsText(target)).toEqual(['topic literal orders: Write']);
  });

  it('reads as a group of its own where the source is elsewhere, so that mirrors of one name share none', () => {
    const groupAt = (site: SiteIdentity) =>
      (mirrorMaker.record(mirrorPlan({}, { site }), NOBODY) as MirrorMakerRecord).source.groupId;
    expect([siteIdentity('other'), siteIdentity('kafka', 'Green'), siteIdentity()].map(groupAt)).toEqual([
      'other-mirror',
      'green-kafka-mirror',
      'mirror',
    ]);
  });

  it('has no exclusions, heartbeats or transactions', () => {
    const plan = mirrorPlan({ excludedTopics: ['audit'] }, { heartbeats: true, exactlyOnce: true });
    expect(mirrorMaker.limits(plan)).toMatchObject([
      { field: 'excludedTopics', given: 'audit' },
      { field: 'heartbeats' },
      { field: 'exactlyOnce' },
    ]);
  });

  it('has neither offsets to copy nor workers and connectors to set', () => {
    const plan = mirrorPlan(
      {
        groups: ['stock', { prefix: 'shop-' }],
        excludedGroups: ['audit'],
        sourceConnectorConfig: { 'sync.topic.acls.enabled': false },
        checkpointConnectorConfig: { 'emit.checkpoints.interval.seconds': 10 },
      },
      { offsetSyncs: 'target', workerNames: { groupId: 'copy' }, workerConfig: { 'offset.flush.interval.ms': 1000 } },
    );
    expect(mirrorMaker.limits(plan).map(({ field, given }) => [field, given])).toEqual([
      ['groups', 'shop-.*,stock'],
      ['excludedGroups', 'audit'],
      ['offsetSyncs', 'target'],
      ['workerNames', '{"groupId":"copy"}'],
      ['workerConfig', '{"offset.flush.interval.ms":1000}'],
      ['sourceConnectorConfig', '{"sync.topic.acls.enabled":false}'],
      ['checkpointConnectorConfig', '{"emit.checkpoints.interval.seconds":10}'],
    ]);
  });

  it.each([
    [5, 2, 2],
    [1, 3, 1],
    [4, 0, 4],
  ])('shares %i tasks out over %i replicas, %i consumers each', (tasksMax, replicas, numStreams) => {
    const plan = mirrorPlan({ tasksMax }, { workers: { name: 'mirror', replicas } });
    expect(mirrorMaker.record(plan, NOBODY)).toMatchObject({ source: { numStreams } });
  });

  it('puts no alias before names', () => {
    expect(mirrorMaker.limits(mirrorPlan())).toEqual([]);
    expect(mirrorMaker.limits(mirrorPlan({ replicationPolicy: 'default' }))).toMatchObject([
      { field: 'replicationPolicy', given: 'default', allowed: 'identity' },
    ]);
  });
});
