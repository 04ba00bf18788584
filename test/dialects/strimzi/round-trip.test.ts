import fc from 'fast-check';
import { isAbsent } from '../../../src/dialects/common/codec';
import { checkManifest } from '../../../src/schema';
import { regions } from '../../arbitraries/strimzi-clusters';
import { translate } from '../../../src/check/translation';
import type { Described } from '../../../src/dialects/read';
import { told } from '../told';
import { DIALECTS, RELEASES, SPOKEN } from './generations';

jest.setTimeout(60_000);
/** Each run makes whole regions and mirrors; the seed changes from run to run. */
const RUNS = { numRuns: 60 };

describe.each(SPOKEN)('$noun in $generation', ({ noun, codec, records }) => {
  it('loses nothing of what can be said, and reads what it writes', () => {
    fc.assert(
      fc.property(records, (record) => {
        expect(told(codec as never, noun, record as never)).toEqual([]);
        expect(codec.read(codec.write(record))).toEqual(record);
        const { rest: _, wording: __, ...said } = record;
        expect(codec.understand(codec.write(record))).toEqual(said);
      }),
      RUNS,
    );
  });

  it('writes what the schema of its kind takes, without a field that the schema does not know', () => {
    fc.assert(
      fc.property(records, (record) => {
        expect(checkManifest(codec.write(record))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('is written anew each time: what becomes of one object does not show in another', () => {
    fc.assert(
      fc.property(records, (record) => {
        const before = JSON.stringify(codec.write(record));
        empty(codec.write(record));
        expect(JSON.stringify(codec.write(record))).toBe(before);
      }),
      RUNS,
    );
  });

  it('writes the same bytes in whatever order the maps of a record are, and leaves the record as it was', () => {
    fc.assert(
      fc.property(records, (record) => {
        const before = JSON.stringify(record);
        const written = JSON.stringify(codec.write(record));
        expect(JSON.stringify(codec.write(turned(record)))).toBe(written);
        expect(JSON.stringify(record)).toBe(before);
      }),
      RUNS,
    );
  });
});

/** Takes everything out of the value, at all depths. */
function empty(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  Object.values(value).forEach(empty);
  if (Array.isArray(value)) value.length = 0;
  else for (const key of Object.keys(value)) Reflect.deleteProperty(value, key);
}

describe.each(SPOKEN)('$noun of $generation in another generation', ({ noun, records }) => {
  it.each(Object.keys(DIALECTS) as (keyof typeof DIALECTS)[])(
    '%s says it whole, or tells what it cannot say',
    (other) => {
      const entry = DIALECTS[other][noun];
      if ('absent' in entry) {
        expect(entry.since).toMatch(/^Strimzi/);
        return;
      }
      const codec = entry as (typeof SPOKEN)[number]['codec'];
      const reader = { release: RELEASES[other] };
      fc.assert(
        fc.property(records, (record) => {
          const { manifest, losses } = translate({ noun, record } as unknown as Described, reader);
          if (losses.length > 0) return;
          expect(codec.agreed(codec.read(manifest), record)).toEqual(record);
          expect(checkManifest(manifest)).toEqual([]);
        }),
        RUNS,
      );
    },
  );
});

it.each(Object.keys(DIALECTS) as (keyof typeof DIALECTS)[])(
  'a region of %s, cluster and pools, is read whole',
  (generation) => {
    const { kafkaCluster, nodePool } = DIALECTS[generation];
    fc.assert(
      fc.property(regions(generation), ({ cluster, pools }) => {
        expect(kafkaCluster.read(kafkaCluster.write(cluster))).toEqual(cluster);
        if (isAbsent(nodePool)) expect(pools).toEqual([]);
        else expect(pools.map((pool) => nodePool.read(nodePool.write(pool)))).toEqual(pools);
      }),
      RUNS,
    );
  },
);

const MAPS: readonly string[] = ['labels', 'annotations', 'config', 'requests', 'limits', 'selector'];

/** The record with the keys of its maps the other way round. */
function turned<T>(value: T, name = ''): T {
  if (Array.isArray(value)) return value.map((each: unknown) => turned(each)) as T;
  if (typeof value !== 'object' || value === null || name === 'configuration') return value;
  const entries = Object.entries(value).map(([key, each]) => [key, turned(each as unknown, key)] as const);
  return Object.fromEntries(MAPS.includes(name) ? entries.reverse() : entries) as T;
}
