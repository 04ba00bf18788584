import fc from 'fast-check';
import { patternOf, remoteName, usualAliases } from '../../src/wiring/mirror-names';
import { clusterSeen, siteIdentity } from './harness';

describe('the aliases of a mirror', () => {
  const kafka = (namespace: string, kubernetesCluster = 'blue') =>
    clusterSeen({ clusterName: 'kafka', site: siteIdentity(namespace, kubernetesCluster) });

  it('are the names of its clusters', () => {
    expect(usualAliases(clusterSeen(), clusterSeen({ clusterName: 'us' }))).toEqual({ source: 'europe', target: 'us' });
  });

  it('tell clusters of one name apart by their namespaces', () => {
    expect(usualAliases(kafka('madrid'), kafka('porto'))).toEqual({ source: 'madrid-kafka', target: 'porto-kafka' });
  });

  it('tell clusters of one name and namespace apart by their Kubernetes clusters', () => {
    expect(usualAliases(kafka('kafka', 'eu/blue'), kafka('kafka', 'green'))).toEqual({
      source: 'eu-blue-kafka',
      target: 'green-kafka',
    });
  });
});

describe('a topic at the target', () => {
  it('keeps its name, or has the alias of the source before it', () => {
    expect(remoteName('orders', 'europe', 'identity')).toBe('orders');
    expect(remoteName('orders', 'europe', 'default')).toBe('europe.orders');
  });
});

describe('a pattern of names', () => {
  /** What a mirror makes of a list: it splits at commas, strips blanks, and takes each part for a regular expression. */
  const finds = (pattern: string, name: string): boolean =>
    pattern.split(',').some((part) => new RegExp(`^(?:${part})$`, 'u').test(name));

  it('finds the names and nothing else', () => {
    const name = fc.string({ unit: fc.constantFrom(...'ab.*+?()[]{}|^$\\,-_'.split('')), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 4 }), name, (names, other) => {
        const pattern = patternOf(names);
        for (const one of names) expect(finds(pattern, one)).toBe(true);
        expect(finds(pattern, other)).toBe(names.includes(other));
      }),
    );
  });

  it('says the same in whatever order the names come', () => {
    expect(patternOf(['b', 'a.b'])).toBe('a\\.b,b');
    expect(patternOf(['a.b', 'b'])).toBe('a\\.b,b');
  });
});
