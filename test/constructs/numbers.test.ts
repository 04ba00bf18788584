import { fieldsOf } from '../../src/props/fields';
import type { Shape } from '../../src/props/shape';
import { SHAPES } from '../../src/props/shapes';
import { sift } from '../../src/props/sift';

/** Every prop that is a number, or a list of numbers, with what it is declared to be. */
const NUMBERS = Object.keys(SHAPES.props).flatMap((props) =>
  fieldsOf(props).all.flatMap(({ name, shape }): (readonly [prop: string, shape: Shape])[] => {
    const one = typeof shape === 'object' && 'list' in shape ? shape.list : shape;
    const isNumber = one === 'number' || (typeof one === 'object' && 'least' in one);
    return isNumber ? [[`${props}.${name}`, one]] : [];
  }),
);

describe('a prop that is a number', () => {
  it('has bounds, all of them', () => {
    expect(NUMBERS.length).toBeGreaterThan(50);
    expect(NUMBERS.filter(([, shape]) => shape === 'number')).toEqual([]);
  });

  it.each(NUMBERS)('%s takes what it is declared to, and tells of all else', (prop, shape) => {
    if (typeof shape !== 'object' || !('least' in shape)) throw new Error(`${prop} has no bounds`);
    const { least, most = Infinity, fractions = false } = shape;
    for (const given of [-1, 0, 0.5, 65_536, 1e12, Number.NaN, Infinity, -Infinity]) {
      const { value, faults } = sift(shape, given, ['props', 'it']);
      const isLegal =
        given >= least && given <= most && Number.isFinite(given) && (fractions || Number.isInteger(given));
      expect({ given, value, told: faults.length }).toEqual({
        given,
        value: isLegal ? given : undefined,
        told: isLegal ? 0 : 1,
      });
      if (isLegal) continue;
      expect(faults).toMatchObject([
        {
          rule: Number.isFinite(given) ? 'prop-value' : 'prop-type',
          message: `it cannot be ${given}.`,
          allowed: expect.stringContaining(`number from ${least}`),
        },
      ]);
    }
  });
});
