import fc from 'fast-check';
import type { Schema } from '../../scripts/import/schema';
import { StrimziRelease, type Manifest } from '../../src';
import { isServedAt, knownKinds, schemaOf } from '../../src/schema';
import { compileCel } from '../../src/schema/cel';
import { crdKinds, haveCrds, orSkipped } from '../imports/crds';
import { objectsOf } from '../imports/objects';
import { outcomeOf } from './law';
import { sound } from './sound';
import { Validators } from './validators';

jest.setTimeout(600_000);
/** How many objects of each kind are tried. */
const RUNS = { numRuns: Number(process.env['LAW_RUNS'] ?? 4), endOnFailure: true, seed: 20 };
/** Of each spelling the first and the last release, or one that differs from it. */
const RELEASES = ['0.18', '0.21', '0.22', '0.30', '0.38', '0.45', '0.49', '1.2'].map((version) =>
  StrimziRelease.of(version),
);
/** A release that speaks the API. */
const HOMES: Readonly<Record<string, StrimziRelease>> = {
  'kafka.strimzi.io/v1alpha1': StrimziRelease.V0_21,
  'kafka.strimzi.io/v1beta1': StrimziRelease.V0_21,
  'kafka.strimzi.io/v1beta2': StrimziRelease.V0_45,
  'kafka.strimzi.io/v1': StrimziRelease.V1_2,
};

let validators: Validators;
beforeAll(async () => {
  if (!haveCrds) return;
  const versions = RELEASES.map(({ facts }) => facts.version);
  const kinds = await crdKinds((operator, version) => operator === 'strimzi' && versions.includes(version));
  validators = new Validators(kinds, compileCel);
}, 60_000);

const inTest = haveCrds ? it : it.skip;

const KINDS = knownKinds().filter((kind) => {
  const home = HOMES[kind.apiVersion];
  return home !== undefined && isServedAt(kind, home.facts.version) && kind.kind !== 'StrimziPodSet';
});

describe.each(KINDS)('a $kind of $apiVersion, whatever its schema lets it be', ({ apiVersion, kind }) => {
  const objects = objectsOf((schemaOf(apiVersion, kind, HOMES[apiVersion]?.facts.version) ?? {}) as Schema, kind)
    .map((object): Manifest => ({
      ...object,
      apiVersion,
      kind,
      metadata: { name: 'mine', labels: { 'strimzi.io/cluster': 'europe' } },
    }))
    .map(sound);

  inTest(`keeps in every release all that is not told, and is told no more than it loses${orSkipped}`, () => {
    const home = HOMES[apiVersion] as StrimziRelease;
    const errorsOf = validators.errorsOf.bind(validators);
    fc.assert(
      fc.property(objects, fc.constantFrom(...RELEASES), (object, target) => {
        const broken = outcomeOf({ object, home, target, errorsOf })?.broken ?? [];
        expect({ target: target.name, broken }).toEqual({ target: target.name, broken: [] });
      }),
      RUNS,
    );
  });
});
