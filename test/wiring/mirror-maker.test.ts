import { ConsumerGroups } from '../../src/wiring/consumer-groups';
import { mirrorMaker } from '../../src/wiring/mirror-maker';
import { mirrorPlan, rightsText } from './harness';

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
    expect(mirrorMaker.remoteName('orders', mirrorPlan())).toBe('orders');
  });

  it('looks for the topics that it is told to, as the group that it is told', () => {
    expect(mirrorMaker.record(mirrorPlan({ topicsPattern: '.*', consumerGroup: 'copy' }), NOBODY)).toMatchObject({
      include: '.*',
      source: { groupId: 'copy' },
    });
  });

  it('needs leave to read at the source, and to write at the target', () => {
    const { source, target } = mirrorMaker.rights(mirrorPlan({ consumerGroup: 'copy' }), NOBODY);
    expect(rightsText(source)).toEqual(['topic literal orders: Read', 'group literal copy: Read']);
    expect(rightsText(target)).toEqual(['topic literal orders: Write']);
  });

  it('puts no alias before names', () => {
    expect(mirrorMaker.limits(mirrorPlan())).toEqual([]);
    expect(mirrorMaker.limits(mirrorPlan({ replicationPolicy: 'default' }))).toMatchObject([
      { field: 'replicationPolicy', given: 'default', allowed: 'identity' },
    ]);
  });
});
