import { StrimziRelease } from '../../src/dialects/releases';
import { mirrorRights } from '../../src/rules/mirror-rights';
import { kraft, mirror1, mirror2, mirrorUser } from './mirrors';
import { tell } from './harness';

const kafkaCluster = [kraft('a'), kraft('b')];

function rights(pattern: string, read: readonly string[], write: readonly string[] = read, changes = {}) {
  return tell(mirrorRights, {
    kafkaCluster,
    user: [mirrorUser('a', 'a-b-source', 'Read', read), mirrorUser('b', 'a-b-target', 'Write', write)],
    mirrorMaker2: [mirror2('a', 'b', pattern, changes)],
  });
}

describe('mirror-rights', () => {
  it.each([
    ['orders', ['orders']],
    ['a\\.b,c', ['a.b', 'c']],
    ['.*', ['*']],
    ['x_y_.*', ['x_y_*']],
    ['x_y_.*', ['x_*']],
    ['orders-(eu|us)', ['orders-eu', 'orders-us']],
  ])('takes %s where %j may be read and written', (pattern, topics) => {
    expect(rights(pattern, topics)).toEqual([]);
  });

  it.each([
    ['x_y_.*', ['x_y_a']],
    ['.*', ['orders']],
    ['orders,stock', ['orders']],
    ['orders*', ['orders*']],
    ['a-.*|b-.*', ['a-*']],
    ['(a-.*|b-.*)', ['a-*']],
  ])('refuses %s where only %j may be read', (pattern, topics) => {
    expect(rights(pattern, topics)).toMatchObject([
      { path: 'a-b', effect: 'fails', severity: 'error', field: 'spec.mirrors[0].topicsPattern', given: pattern },
    ]);
  });

  it('refuses what may be read and not written, by the name at the target', () => {
    expect(rights('orders', ['orders'], ['stock'])).toMatchObject([{ effect: 'fails', severity: 'error' }]);
    const renaming = { sourceConnector: { config: {} } };
    expect(rights('orders', ['orders'], ['orders'], renaming)).toHaveLength(1);
    expect(rights('orders', ['orders'], ['a.orders'], renaming)).toEqual([]);
  });

  it('tells of a MirrorMaker 1 whose rights are short', () => {
    const release = StrimziRelease.V0_45;
    const user = [mirrorUser('a', 'a-b-source', 'Read', ['orders'])];
    expect(tell(mirrorRights, { release, kafkaCluster, user, mirrorMaker: [mirror1('a', 'b', '.*')] })).toMatchObject([
      { field: 'spec.consumer.authentication' },
    ]);
  });

  it('is silent about super users, users that it does not see, users of others, and clusters without ACLs', () => {
    const mirrorMaker2 = [mirror2('a', 'b', '.*')];
    const user = [mirrorUser('a', 'a-b-source', 'Read', ['orders'])];
    const silent = [
      { kafkaCluster: [kraft('a', { authorization: { type: 'simple', superUsers: ['CN=a-b-source'] } })], user },
      { kafkaCluster, user: [] },
      { kafkaCluster, user: user.map(({ acls: _, ...others }) => others) },
      { kafkaCluster: [kraft('a', { authorization: undefined })], user },
    ];
    for (const given of silent) expect(tell(mirrorRights, { ...given, mirrorMaker2 })).toEqual([]);
  });
});
