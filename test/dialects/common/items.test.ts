import { paired } from '../../../src/dialects/common/items';

const named = (name: string, value = 0) => ({ name, value });

/** The numbers in the first list of the items of the second. */
const partners = (first: readonly unknown[], second: readonly unknown[]) => paired(first, second).partner;

describe('items of two lists are paired', () => {
  it('by their names, in whatever order they are', () => {
    expect(partners([named('a'), named('b', 1)], [named('b', 2), named('a')])).toEqual([1, 0]);
  });

  it('in order where they have no names, and both lists have as many', () => {
    expect(partners([{ x: 1 }, { x: 2 }], [{ x: 3 }, { x: 4 }])).toEqual([0, 1]);
  });

  it('not where only some of those that are left may be the same', () => {
    const { partner, alone } = paired([{ x: 1 }, 'a'], [{ x: 2 }, 'b']);
    expect(partner).toEqual([undefined, undefined]);
    expect([...alone]).toEqual([[0, [0, 1]]]);
  });

  it('not where their names are others', () => {
    expect(partners([named('a')], [named('b')])).toEqual([undefined]);
  });

  it('not where there are more of them in one of the lists', () => {
    const { partner, alone } = paired([{ x: 1 }, { x: 2 }], [{ x: 3 }]);
    expect(partner).toEqual([undefined]);
    expect([...alone]).toEqual([[0, [0, 1]]]);
  });
});
