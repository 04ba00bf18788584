import fc from 'fast-check';
import type { Codec } from '../../../src/dialects/common/codec';
import { dialect } from '../../../src/dialects/strimzi-v1beta2-early';
import type { ResourceRecord } from '../../../src/model/resource';
import type { WorkloadRecord } from '../../../src/model/workload';
import { checkManifest } from '../../../src/schema';
import { users } from '../../arbitraries/strimzi-entities';
import { mirrorMakers } from '../../arbitraries/strimzi-mirror-maker';
import { mirrorMakers2 } from '../../arbitraries/strimzi-mirrors';

/** A mirror whose rules of metrics are in a ConfigMap: `v1beta1` alone has them in the object. */
function inMaps<M extends WorkloadRecord>({ metrics, ...mirror }: M): Omit<M, 'metrics'> & WorkloadRecord {
  return metrics ? { ...mirror, metrics: { type: 'jmxPrometheusExporter', configMap: 'a', key: 'b' } } : mirror;
}

/** Nouns that 0.22 to 0.32 spell otherwise than later releases of their API, with what `v1beta1` can say of them. */
const NOUNS: readonly { noun: string; codec: Codec<never>; records: fc.Arbitrary<ResourceRecord> }[] = [
  { noun: 'user', codec: dialect.user as Codec<never>, records: users('v1beta1') },
  { noun: 'mirrorMaker', codec: dialect.mirrorMaker as Codec<never>, records: mirrorMakers('v1beta1').map(inMaps) },
  { noun: 'mirrorMaker2', codec: dialect.mirrorMaker2 as Codec<never>, records: mirrorMakers2('v1beta1').map(inMaps) },
];

describe.each(NOUNS)('a $noun of Strimzi 0.22 to 0.32', ({ codec, records }) => {
  it('is read back as it was written, and every one of these releases takes it', () => {
    fc.assert(
      fc.property(records, fc.constantFrom('0.22', '0.23', '0.24', '0.28', '0.32'), (record, version) => {
        const written = codec.write(record as never);
        expect(codec.read(written)).toEqual(record);
        expect(checkManifest(written, version)?.filter(({ kept }) => !kept)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
