import fc from 'fast-check';
import {
  check,
  formatFindings,
  limitsOf,
  readManifest,
  StrimziRelease,
  translate,
  writeRecord,
  type Finding,
  type Manifest,
} from '../../src';
import { AbsentKindError } from '../../src/dialects/read';
import { tries } from '../fuzz';
import { LONG, MUTILATED, placesOf, replaced, SOUND, STRAYS, valueAt } from './mutilated';

const RELEASES = [StrimziRelease.V0_18, StrimziRelease.V0_30, StrimziRelease.V0_45, StrimziRelease.V1_2];
const release = fc.constantFrom(...RELEASES);

function judged(at: StrimziRelease, manifests: readonly unknown[]): readonly Finding[] {
  const findings = check({ release: at, manifests });
  expect(findings.filter(({ path, message }) => path === '' || message === '')).toEqual([]);
  expect(formatFindings(findings)).not.toMatch(/Cannot read|is not a function|undefined \(/);
  return findings;
}

/** Reads a manifest and tells it anew: what is too deep is refused, what a release lacks too, and nothing else throws. */
function told(manifest: Manifest, to: StrimziRelease): void {
  try {
    const described = readManifest(manifest);
    if (!described) return;
    limitsOf(described, { release: to });
    writeRecord(described, { release: to });
    translate(described, { release: to });
  } catch (error) {
    if (error instanceof AbsentKindError) return;
    if (error instanceof RangeError && error.message.endsWith('is nested more than 500 levels deep')) return;
    throw error;
  }
}

it('the judge takes any manifests together', () => {
  fc.assert(
    fc.property(fc.array(MUTILATED, { minLength: 1, maxLength: 4 }), release, (manifests, at) => {
      judged(at, [...SOUND, ...manifests]);
    }),
    tries(30),
  );
});

it('the judge takes what is no manifest at all', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.constantFrom(...STRAYS)), release, (value, at) => {
      judged(at, [value, new Map(), Symbol.iterator, () => value, 1n]);
    }),
    tries(100),
  );
});

it('readers and writers take any manifest', () => {
  fc.assert(fc.property(MUTILATED, release, told), tries(100));
});

const ITEMS = process.env['FUZZ'] === undefined ? 500 : 8_000;
/** All of it takes minutes: a run of the tests takes every nineteenth place. */
const EVERY = process.env['FUZZ'] === undefined ? 19 : 1;

describe.each(SOUND.map((manifest) => [`${manifest.apiVersion} ${manifest.kind}`, manifest] as const))(
  'at a place of %s',
  (_, manifest) => {
    const places = placesOf(manifest).slice(1);
    const some = places.filter((_place, index) => index % EVERY === 0);

    function tried(place: readonly string[], instead: unknown): void {
      const spoiled = replaced(manifest, place, instead) as Manifest;
      judged(StrimziRelease.V1_2, [spoiled]);
      told(spoiled, StrimziRelease.V0_45);
    }

    it('may stand anything', () => {
      for (const place of some) for (const stray of STRAYS) tried(place, stray);
    });

    it('may stand a long list, or a long text', () => {
      for (const place of places) {
        const value = valueAt(manifest, place);
        if (Array.isArray(value)) tried(place, new Array<unknown>(ITEMS).fill(value[0]));
      }
      for (const place of some)
        if (typeof valueAt(manifest, place) === 'string') for (const long of LONG) tried(place, long);
    });
  },
);
