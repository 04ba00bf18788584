import { ringsOf } from '../../src/rules/rings';

const ways = (...names: readonly string[]) => names.map((name) => ({ from: name.charAt(0), to: name.charAt(1) }));

describe('ways that lead back to where they began', () => {
  it.each<readonly [string, readonly string[], readonly (readonly string[])[]]>([
    ['two ways there and back', ['ab', 'ba'], [['ab', 'ba']]],
    ['a ring of three, and not what leads to it or away', ['xa', 'ab', 'bc', 'ca', 'cy'], [['ab', 'bc', 'ca']]],
    [
      'two rings that a way leads from one to the other',
      ['ab', 'ba', 'bc', 'cd', 'dc'],
      [
        ['ab', 'ba'],
        ['cd', 'dc'],
      ],
    ],
    ['two rings that share a place, as one', ['ab', 'ba', 'bc', 'cb'], [['ab', 'ba', 'bc', 'cb']]],
    ['none of a way from a place to itself', ['aa'], []],
    ['no way from a place to itself beside others', ['ab', 'ba', 'aa'], [['ab', 'ba']]],
    ['none of a line', ['ab', 'bc', 'ac'], []],
  ])('are %s', (_, given, rings) => {
    const told = ringsOf(ways(...given)).map((ring) => ring.map(({ from, to }) => from + to));
    expect(told).toEqual(rings);
  });
});
