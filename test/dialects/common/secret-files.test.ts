import { keyAt, pathOf } from '../../../src/dialects/common/secret-files';

const MOUNTS = [
  { volume: 'a', secret: 'one', path: '/mnt/one' },
  { volume: 'b', secret: 'two', path: '/mnt/two' },
];

describe('the path of a key of a Secret', () => {
  it.each([
    [{ secret: 'one', key: 'tls.crt' }, '/mnt/one/tls.crt'],
    [{ secret: 'two', key: 'tls.key' }, '/mnt/two/tls.key'],
  ])('of %j is %s, and leads back', (key, path) => {
    expect(pathOf(key, MOUNTS)).toBe(path);
    expect(keyAt(path, MOUNTS)).toEqual(key);
  });

  it.each(['/mnt/one', '/mnt/one/', '/mnt/one/sub/tls.crt', '/mnt/one-more/tls.crt', '/tls.crt'])(
    'that is %s leads to no key',
    (path) => {
      expect(keyAt(path, MOUNTS)).toBeUndefined();
    },
  );

  it('of a Secret that is not mounted is none', () => {
    expect(pathOf({ secret: 'three', key: 'tls.crt' }, MOUNTS)).toBeUndefined();
  });
});
