import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { check, StrimziRelease } from '../../src';
import { filesBelow, ROOT } from '../../scripts/project';

/** Manifests of the examples, of every release. */
const SOUND = filesBelow(join(ROOT, 'dist')).flatMap((file) =>
  parseAllDocuments(readFileSync(join(ROOT, 'dist', file), 'utf8')).map(
    (document) => document.toJS() as Record<string, unknown>,
  ),
);

/** Values that people and templates leave where others belong. */
const STRAY = fc.constantFrom<unknown>(
  null,
  '',
  'text',
  0,
  -1,
  1.5,
  true,
  [],
  {},
  [null],
  [3],
  { a: null },
  { type: 'tls' },
  [[]],
);

/** The manifest with a stray value in place of one of its own, which is found by choosing a way down. */
function spoiled(manifest: unknown, choices: readonly number[], stray: unknown): unknown {
  const [choice, ...others] = choices;
  if (choice === undefined || typeof manifest !== 'object' || manifest === null) return stray;
  const keys = Object.keys(manifest);
  const key = keys[choice % Math.max(1, keys.length)];
  if (key === undefined) return stray;
  const copy = structuredClone(manifest) as Record<string, unknown>;
  copy[key] = spoiled(copy[key], others, stray);
  return copy;
}

it('the judge reads any manifest without fail', () => {
  const spoil = fc.tuple(fc.nat(SOUND.length - 1), fc.array(fc.nat(20), { minLength: 1, maxLength: 9 }), STRAY);
  const release = fc.constantFrom(StrimziRelease.V0_18, StrimziRelease.V0_45, StrimziRelease.V1_2);
  fc.assert(
    fc.property(fc.array(spoil, { minLength: 1, maxLength: 4 }), release, (spoils, at) => {
      const manifests = [...SOUND, ...spoils.map(([index, choices, stray]) => spoiled(SOUND[index], choices, stray))];
      const findings = check({ release: at, manifests });
      expect(findings.filter(({ path, message }) => path === '' || message === '')).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
