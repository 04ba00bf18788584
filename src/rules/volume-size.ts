import { isVolumeSize, VOLUME_SIZE_FORM } from '../model/quantity';
import type { StorageRecord } from '../model/storage';
import type { Rule } from './rule';

/** The size of a volume is a quantity that the operator reads. */
export const volumeSize: Rule = {
  id: 'volume-size',
  summary: 'The size of a volume is a quantity that the operator reads, greater than nothing.',
  remedy: 'Give a size such as Size.gibibytes(20).',
  source: 'The operator fails to parse others (Strimzi 0.18.0 to 1.2.0, StorageUtils).',
  check: ({ records }, report) => {
    const check = (path: string, field: string, storage: StorageRecord): void => {
      for (const [at, size] of sizesOf(storage)) {
        if (isVolumeSize(size)) continue;
        report({
          path,
          field: `${field}.${at}`,
          given: size,
          allowed: VOLUME_SIZE_FORM,
          message: `"${size}" is not the size of a volume.`,
        });
      }
    };
    for (const { record, path } of records.kafkaCluster) {
      if (record.brokers) check(path, 'spec.kafka.storage', record.brokers.storage);
      if (record.zookeeper) check(path, 'spec.zookeeper.storage', record.zookeeper.storage);
    }
    for (const { record, path } of records.nodePool) check(path, 'spec.storage', record.storage);
  },
};

function sizesOf(storage: StorageRecord): readonly [string, string][] {
  if (storage.type === 'persistent-claim') return [['size', storage.size]];
  if (storage.type === 'ephemeral') return storage.sizeLimit === undefined ? [] : [['sizeLimit', storage.sizeLimit]];
  return storage.volumes.flatMap((volume, index) =>
    sizesOf(volume).map(([at, size]): [string, string] => [`volumes[${index}].${at}`, size]),
  );
}
