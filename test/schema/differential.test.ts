import fc from 'fast-check';
import { checkManifest, knownKinds } from '../../src/schema';
import { crdKinds, GROUPS_BESIDE, haveCrds, orSkipped, type ReleaseKind } from '../imports/crds';
import { broken, sitesOf } from '../imports/faults';
import { objectsOf, type JsonObject } from '../imports/objects';
import { strictValidator } from './strict';

const RUNS = 8;

/** Strimzi's first and last release, and some where its schemas changed most; of other operators all. */
const STRIMZI = ['0.18.0', '0.20.1', '0.22.1', '0.30.0', '0.38.0', '0.45.2', '0.49.1', '1.2.0'];

let kinds: ReleaseKind[] = [];
beforeAll(async () => {
  if (haveCrds) kinds = await crdKinds((operator, version) => operator !== 'strimzi' || STRIMZI.includes(version));
}, 60_000);

const inTest = haveCrds ? test : test.skip;

inTest(`every kind of the CRDs has a schema${orSkipped}`, () => {
  const named = ({ apiVersion, kind }: { apiVersion: string; kind: string }) => `${apiVersion} ${kind}`;
  const compared = knownKinds().filter(({ apiVersion }) => !GROUPS_BESIDE.includes(apiVersion.replace(/\/.*/, '')));
  expect(compared.map(named).sort()).toEqual([...new Set(kinds.map(named))].sort());
});

inTest(
  `the validator and ajv agree on generated objects and on objects with one fault, for every kind and release${orSkipped}`,
  () => {
    const tally = { taken: 0, refused: 0 };
    for (const kind of kinds) {
      const errorsOf = strictValidator(kind);
      const agree = (object: JsonObject) => {
        const all = checkManifest(object as unknown as { apiVersion: string; kind: string }, kind.version);
        // ajv knows no CEL.
        const faults = all?.filter(({ kept, code }) => !kept && code !== 'rule');
        const errors = errorsOf(object);
        const valid = errors.length === 0;
        tally[valid ? 'taken' : 'refused'] += 1;
        if (valid !== (faults?.length === 0)) {
          throw new Error(
            `${kind.version} ${kind.apiVersion} ${kind.kind}: ${JSON.stringify({ faults, errors, object })}`,
          );
        }
      };
      fc.assert(
        fc.property(objectsOf(kind.schema, kind.kind), fc.nat(), (object, choice) => {
          agree(object);
          const sites = sitesOf(kind.schema, object).filter(
            ({ path }) => !['apiVersion', 'kind'].includes(String(path[0])) && path.length > 0,
          );
          const site = sites[choice % Math.max(1, sites.length)];
          if (site) agree(broken(object, site) as JsonObject);
        }),
        { numRuns: RUNS, endOnFailure: true },
      );
    }
    // Agreement on one side only would prove little.
    expect(tally.taken).toBeGreaterThan(kinds.length * RUNS * 0.8);
    expect(tally.refused).toBeGreaterThan(kinds.length * RUNS * 0.6);
  },
  240_000,
);
