import fc from 'fast-check';
import { nameFrom, remoteName, remoteNames, sourceName, usualAliases } from '../../src/wiring/mirror-names';
import { patternOf } from '../../src/wiring/name-matches';
import { clusterSeen, siteIdentity } from './harness';

describe('the aliases of a mirror', () => {
  const kafka = (namespace: string, kubernetesCluster = 'blue') =>
    clusterSeen({ clusterName: 'kafka', site: siteIdentity(namespace, kubernetesCluster) });

  it('are the names of its clusters', () => {
    expect(usualAliases([clusterSeen(), clusterSeen({ clusterName: 'us' })])).toEqual(['europe', 'us']);
  });

  it('tell clusters of one name apart by their namespaces', () => {
    expect(usualAliases([kafka('madrid'), kafka('porto')])).toEqual(['madrid-kafka', 'porto-kafka']);
  });

  it('tell clusters of one name and namespace apart by their Kubernetes clusters', () => {
    expect(usualAliases([kafka('kafka', 'eu/blue'), kafka('kafka', 'green')])).toEqual([
      'eu-blue-kafka',
      'green-kafka',
    ]);
  });

  it('tell them apart by both where neither does', () => {
    const clusters = [kafka('a'), kafka('b'), kafka('a', 'green'), clusterSeen()];
    expect(usualAliases(clusters)).toEqual(['blue-a-kafka', 'blue-b-kafka', 'green-a-kafka', 'europe']);
  });
});

describe('a topic at the target', () => {
  it('keeps its name, or has the alias of the source before it', () => {
    expect(remoteName('orders', 'europe', 'identity')).toBe('orders');
    expect(remoteName('orders', 'europe', 'default')).toBe('europe.orders');
    expect(remoteName('orders', 'europe', { separator: '-' })).toBe('europe-orders');
    expect(remoteName('orders', 'europe', { className: 'com.example.Mine', names: '{topic}.of.{source}' })).toBe(
      'orders.of.europe',
    );
  });

  it('is what the policy makes of all that begins alike', () => {
    const names = ['*', { prefix: 'or' }, 'orders'].map((each) => remoteNames(each, 'eu', 'default'));
    expect(names).toEqual([{ prefix: 'eu.' }, { prefix: 'eu.or' }, 'eu.orders']);
    expect(remoteNames('*', 'eu', 'identity')).toBe('*');
  });

  it('is known for a copy', () => {
    const policies = [
      'identity',
      'default',
      { separator: '_' },
      { className: 'a.B', names: 'x-{topic}-{source}' },
    ] as const;
    for (const policy of policies) {
      expect(sourceName(remoteName('orders', 'eu', policy), 'eu', policy)).toBe('orders');
    }
    expect(sourceName('orders', 'eu', 'default')).toBeUndefined();
  });
});

describe('a name seen from another place', () => {
  it('says so much of where it is from as tells it apart', () => {
    const seen = (namespace: string, kubernetesCluster = 'blue') =>
      nameFrom('mirror', siteIdentity(namespace, kubernetesCluster), siteIdentity());
    expect([seen('kafka'), seen('other'), seen('kafka', 'Eu/Green'), seen('porto', 'porto')]).toEqual([
      'mirror',
      'other-mirror',
      'eu-green-kafka-mirror',
      'porto-mirror',
    ]);
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
