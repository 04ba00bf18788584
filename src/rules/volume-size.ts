import type { FieldPath } from '../model/field';
import { amountOf, isVolumeSize, VOLUME_SIZE_FORM } from '../model/quantity';
import type { StorageRecord } from '../model/storage';
import { objectRule, type Breach } from './rule';
import { storagesOf } from './storages';

/** The size of a volume is a quantity that the operator reads. */
export const volumeSize = objectRule({
  id: 'volume-size',
  summary: 'The size of a volume is a quantity that the operator reads, greater than nothing.',
  remedy: 'Give a size such as 20Gi.',
  effect: 'refused',
  source: 'The operator fails to parse others (Strimzi 0.18.0 to 1.2.0, StorageUtils).',
  catalog: ['S-007', 'S-001', 'CC-017', 'Z-008'],
  nouns: ['kafkaCluster', 'nodePool'],
  check(object, report) {
    for (const [field, storage] of storagesOf(object)) {
      for (const [at, size] of sizesOf(storage)) {
        const fault = faultOf(size);
        if (fault) report({ ...fault, field: [...field, ...at], given: size, allowed: VOLUME_SIZE_FORM });
      }
    }
  },
});

/** Bytes that no volume is smaller than: whoever asks for fewer left out the unit. */
const LEAST = 2 ** 20;

function faultOf(size: string): Breach | undefined {
  if (!isVolumeSize(size)) return { message: `"${size}" is not the size of a volume.` };
  if (amountOf(size) >= LEAST) return undefined;
  const remedy = `Write the unit, such as ${size.replace(/[^\d.]/g, '')}Gi.`;
  return { effect: 'unlooked', message: `A volume of ${amountOf(size)} bytes holds nothing.`, remedy };
}

function sizesOf(storage: StorageRecord): readonly (readonly [FieldPath, string])[] {
  if (storage.type === 'persistent-claim') return [[['size'], storage.size]];
  if (storage.type === 'ephemeral') return storage.sizeLimit === undefined ? [] : [[['sizeLimit'], storage.sizeLimit]];
  return storage.volumes.flatMap((volume, index) =>
    sizesOf(volume).map(([at, size]) => [['volumes', index, ...at], size] as const),
  );
}
