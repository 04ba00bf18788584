import { Size } from 'cdk8s';
import * as fc from 'fast-check';
import { sizeText } from '../../src/constructs/quantities';

const EXPONENTS = { Ki: 1, Mi: 2, Gi: 3, Ti: 4, Pi: 5 };

/** Bytes of a quantity. */
function bytesOf(text: string): number {
  const [, amount, unit = ''] = /^([\d.]+)(.*)$/.exec(text) ?? [];
  return Number(amount) * 1024 ** EXPONENTS[unit as keyof typeof EXPONENTS];
}

test.each([
  ['20Gi', Size.gibibytes(20)],
  ['2Gi', Size.mebibytes(2048)],
  ['1536Mi', Size.mebibytes(1536)],
  ['1536Mi', Size.gibibytes(1.5)],
  ['0.5Ki', Size.kibibytes(0.5)],
  ['4096Pi', Size.pebibyte(4096)],
  ['0Ki', Size.gibibytes(0)],
  ['plenty', 'plenty'],
])('a size is a quantity in the largest unit that has a whole number of it: %s', (text, size) => {
  expect(sizeText(size)).toBe(text);
});

test('a quantity is as large as the size', () => {
  const units = fc.constantFrom(Size.kibibytes, Size.mebibytes, Size.gibibytes, Size.tebibytes);
  fc.assert(
    fc.property(units, fc.nat(100_000), (unit, amount) => {
      const size = unit(amount);
      expect(bytesOf(sizeText(size))).toBe(size.toKibibytes() * 1024);
    }),
  );
});
