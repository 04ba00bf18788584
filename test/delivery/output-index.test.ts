import { isInside } from '../../src/delivery/output-index';

it.each(['kafka.yaml', 'site/kafka.yaml', 'a/b/c.yaml', '.hidden', 'a/..b/c', '...'])(
  '%s is within the folder',
  (file) => {
    expect(isInside(file)).toBe(true);
  },
);

it.each([
  '../kafka.yaml',
  'a/../../kafka.yaml',
  'a/../kafka.yaml',
  './kafka.yaml',
  'a/./b',
  'a//b',
  'a/',
  '',
  '/etc/passwd',
  'c:kafka.yaml',
  'c:/kafka.yaml',
  'a\\b',
])('%j is not the name of a file within the folder, on some operating system', (file) => {
  expect(isInside(file)).toBe(false);
});
