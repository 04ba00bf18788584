import { fitsFormat } from '../../src/schema/formats';

const LARGEST_FLOAT = 3.4028234663852886e38;

it.each([
  ['int32', 2 ** 31 - 1, 2 ** 31],
  ['int32', -(2 ** 31), -(2 ** 31) - 1],
  ['int64', 2 ** 62, 2 ** 63],
  ['int64', -(2 ** 63), -(2 ** 63) * 1.1],
  ['float', LARGEST_FLOAT, LARGEST_FLOAT * 1.1],
  ['float', -LARGEST_FLOAT, -LARGEST_FLOAT * 1.1],
  ['duration', '1h30m', '1 fortnight'],
  ['duration', '0', '1'],
  ['duration', '2 days', 'h'],
  ['duration', '-1.5s', '1,5s'],
  ['date-time', '2020-07-06T10:00:00.5+02:00', '2020-07-06 10:00:00Z'],
  ['date-time', '2020-07-06T10:00:00Z', '2020-07-06T10:00Z'],
  ['date', '2020-07-06', '2020-7-6'],
  ['byte', 'YWI=', 'YWI'],
  ['byte', '', 'a b='],
])('%s is the format of %j, and not of %j', (format, fitting, other) => {
  expect([fitsFormat(format, fitting), fitsFormat(format, other)]).toEqual([true, false]);
});

it.each([
  ['password', 'anything'],
  ['constructor', 'anything'],
  ['double', 1e300],
  ['int32', true],
])('the format %s asks nothing of %j', (format, value) => {
  expect(fitsFormat(format, value)).toBe(true);
});
