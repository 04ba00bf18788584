import { isSlip } from '../../src/text/nearest';

describe('a slip', () => {
  it.each([
    ['tpye', 'type'],
    ['Type', 'type'],
    ['tupe', 'type'],
    ['authorisaton', 'authorization'],
  ])('%s is one of %s', (name, meant) => {
    expect(isSlip(name, meant)).toBe(true);
  });

  it.each([
    ['host', 'port'],
    ['size', 'type'],
    ['flavour', 'type'],
    ['authority', 'authorization'],
  ])('%s is none of %s', (name, meant) => {
    expect(isSlip(name, meant)).toBe(false);
  });
});
