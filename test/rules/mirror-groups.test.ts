import { mirrorGroups } from '../../src/rules/mirror-groups';
import { tell } from './harness';
import { mirror1 } from './mirrors';

const named = (name: string, from: string, groupId: string) => {
  const mirror = mirror1(from, 'c', 'orders');
  return { ...mirror, name, source: { ...mirror.source, groupId } };
};

describe('mirror-groups', () => {
  it('takes mirrors of other groups, and of other sources', () => {
    const mirrorMaker = [named('x', 'a', 'one'), named('y', 'a', 'two'), named('z', 'b', 'one')];
    expect(tell(mirrorGroups, { mirrorMaker })).toEqual([]);
  });

  it('refuses two of one group at one source', () => {
    expect(tell(mirrorGroups, { mirrorMaker: [named('x', 'a', 'one'), named('y', 'a', 'one')] })).toMatchObject([
      { path: 'y', field: 'spec.consumer.groupId', given: 'one', message: expect.stringContaining('x reads') },
    ]);
  });
});
