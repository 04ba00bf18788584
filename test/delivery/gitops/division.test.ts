import * as fc from 'fast-check';
import { divided } from '../../../src/delivery/gitops/division';
import type { Manifest } from '../../../src/dialects/common/codec';

function topic(name: string): Manifest {
  return { apiVersion: 'kafka.strimzi.io/v1', kind: 'KafkaTopic', metadata: { name, namespace: 'kafka' } };
}

/** Which share each name is in. */
function placesOf(names: readonly string[], limit: number): Map<string, string> {
  const shares = divided('shop-topics', names.map(topic), { limit, manifestOf: (manifest) => manifest });
  return new Map(shares.flatMap(({ name, items }) => items.map(({ metadata }) => [metadata.name, name] as const)));
}

const NAMES = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 120 });
const LIMIT = fc.integer({ min: 1, max: 40 });

test('no share holds more than the limit, and each object is in one', () => {
  fc.assert(
    fc.property(NAMES, LIMIT, (names, limit) => {
      const shares = divided('t', names.map(topic), { limit, manifestOf: (manifest) => manifest });
      for (const { items } of shares) expect(items.length).toBeLessThanOrEqual(limit);
      expect(shares.flatMap(({ items }) => items.map(({ metadata }) => metadata.name)).sort()).toEqual(
        [...names].sort(),
      );
      expect(new Set(shares.map(({ name }) => name)).size).toBe(shares.length);
    }),
  );
});

test('one object more moves no other, but those of a share that it makes too large', () => {
  fc.assert(
    fc.property(NAMES, LIMIT, fc.stringMatching(/^[0-9]{3}$/), (names, limit, added) => {
      const before = placesOf(names, limit);
      const after = placesOf([...names, added], limit);
      const moved = names.filter((name) => before.get(name) !== after.get(name));
      const from = new Set(moved.map((name) => before.get(name)));
      expect(from.size).toBeLessThanOrEqual(1);
      // A share that objects leave is no more: nobody is there to delete them.
      for (const share of from) expect([...after.values()]).not.toContain(share);
    }),
  );
});

test('the order of objects, and the version of their API, move nothing', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  expect(placesOf([...names].reverse(), 2)).toEqual(new Map([...placesOf(names, 2)].reverse()));
  const older = names.map((name) => ({ ...topic(name), apiVersion: 'kafka.strimzi.io/v1beta2' }));
  const shares = divided('shop-topics', older, { limit: 2, manifestOf: (manifest) => manifest });
  for (const { name, items } of shares) {
    for (const { metadata } of items) expect(placesOf(names, 2).get(metadata.name)).toBe(name);
  }
});

test('as long as one share is enough it has no number', () => {
  expect([...new Set(placesOf(['a', 'b'], 2).values())]).toEqual(['shop-topics']);
});
