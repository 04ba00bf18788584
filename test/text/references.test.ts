import { isHost, isHostAndPort, isImageReference } from '../../src/text/references';

describe('the name of an image', () => {
  it.each([
    'a',
    'a/b:1',
    'docker.io/a/b',
    'localhost/a',
    'host:5000/a__b/c-d.e:v1.0_x',
    `a@sha256:${'0'.repeat(64)}`,
    `h.io/a:1@sha256:${'f'.repeat(64)}`,
  ])('is %s', (text) => {
    expect(isImageReference(text)).toBe(true);
  });

  it.each([
    '',
    'A',
    'a:',
    'a b',
    '/a',
    'a/',
    'a//b',
    'a@sha256:12',
    'http://a/b',
    `a:${'t'.repeat(129)}`,
    '-a',
    'h.io/A',
  ])('is not "%s"', (text) => {
    expect(isImageReference(text)).toBe(false);
  });
});

describe('a host', () => {
  it.each(['a', 'a.example.com', '10.0.0.1', 'fd00::1', '[fd00::1]'])('is %s', (text) => {
    expect(isHost(text)).toBe(true);
    expect(isHostAndPort(`${text}:9092`)).toBe(true);
  });

  it.each(['', 'https://a', 'a/b', 'a_b', '-a', 'a..b', 'a b'])('is not "%s"', (text) => {
    expect(isHost(text)).toBe(false);
    expect(isHostAndPort(`${text}:9092`)).toBe(false);
  });

  it.each(['a', 'a:', 'a:x', 'a:0', 'a:65536', 'a:9092,b:9092'])('with a port is not "%s"', (text) => {
    expect(isHostAndPort(text)).toBe(false);
  });
});
