import { amountOf, isQuantity, isVolumeSize } from '../../src/model/quantity';

describe('a quantity', () => {
  it.each(['500m', '2', '0.5', '.5', '1.', '+1', '512Mi', '20Gi', '1k', '1e3', '1E-3', '1E'])('is %s', (text) => {
    expect(isQuantity(text)).toBe(true);
  });

  it.each(['', '-1', 'half', '2 GB', '2GB', '1K', '1ki', '1.2.3', '.', '1e', ' 1', '1 '])('is not "%s"', (text) => {
    expect(isQuantity(text)).toBe(false);
  });
});

describe('the size of a volume', () => {
  it.each(['20Gi', '1.5T', '1000000000', '1e9', '1E'])('is %s', (text) => {
    expect(isVolumeSize(text)).toBe(true);
  });

  it.each(['0', '0Gi', '0.0Ti', '500m', '1k', '.5Gi', '+1Gi', '-1Gi', ''])('is not "%s"', (text) => {
    expect(isVolumeSize(text)).toBe(false);
  });
});

describe('the amount of a quantity', () => {
  it.each([
    ['500m', 0.5],
    ['2', 2],
    ['.5', 0.5],
    ['1k', 1000],
    ['1Ki', 1024],
    ['1.5Gi', 1.5 * 1024 ** 3],
    ['1e3', 1000],
    ['1E-3', 0.001],
    ['1E', 1e18],
    ['1Ei', 1024 ** 6],
  ])('of %s is %d', (text, amount) => {
    expect(amountOf(text)).toBe(amount);
  });
});
