import fc from 'fast-check';
import type { Schema } from '../../../scripts/import/schema';
import type { Manifest } from '../../../src/dialects/common/codec';
import { schemaOf } from '../../../src/schema';
import { objectsOf } from '../../imports/objects';
import { SPOKEN } from './generations';

jest.setTimeout(60_000);
/** Objects of the largest kinds have thousands of fields. */
const RUNS = { numRuns: 25 };

const key = fc.stringMatching(/^[a-z]{1,6}(\.[a-z]{1,4}\/[a-z]{1,6})?$/);
const text = fc.stringMatching(/^[a-zA-Z0-9]{0,8}$/);

/** Metadata as a live object has it. */
const metadata: fc.Arbitrary<Manifest['metadata']> = fc
  .record(
    {
      name: fc.stringMatching(/^[a-z0-9]{1,12}$/),
      namespace: fc.constant('kafka'),
      labels: fc.dictionary(fc.oneof(key, fc.constant('strimzi.io/cluster')), text, { noNullPrototype: true }),
      annotations: fc.dictionary(
        fc.oneof(key, fc.constantFrom('strimzi.io/kraft', 'strimzi.io/node-pools')),
        fc.oneof(text, fc.constantFrom('enabled', 'disabled', 'migration')),
        { noNullPrototype: true },
      ),
      generation: fc.nat(),
      finalizers: fc.array(key, { maxLength: 2 }),
    },
    { requiredKeys: ['name'] },
  )
  .map((fields) => ({ ...fields }));

describe.each(SPOKEN)('a $noun that somebody else wrote for $generation', ({ codec }) => {
  const schema = schemaOf(codec.apiVersion, codec.kind);
  const objects = fc
    .tuple(objectsOf((schema ?? {}) as Schema, codec.kind), metadata)
    .map(([object, its]): Manifest => ({
      ...(object as unknown as Manifest),
      apiVersion: codec.apiVersion,
      kind: codec.kind,
      metadata: its,
    }));

  it('is written back as it was read, whatever its schema lets it be', () => {
    expect(schema).toBeDefined();
    fc.assert(
      fc.property(objects, (object) => {
        expect(codec.write(codec.read(object))).toEqual(object);
      }),
      RUNS,
    );
  });
});
