import { compareMinors } from '../../src/model/minors';

test.each([
  ['0.45.2', '0.46', -1],
  ['0.9', '0.10', -1],
  ['1.0', '0.51.0', 1],
  ['0.45', '0.45.2', 0],
])('%s beside %s: %d', (one, other, sign) => {
  expect(Math.sign(compareMinors(one, other))).toBe(sign);
});
