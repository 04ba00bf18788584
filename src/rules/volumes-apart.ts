import type { FieldPath } from '../model/field';
import type { Jbod, JbodVolume } from '../model/storage';
import { objectRule, type Breach } from './rule';
import { storagesOf } from './storages';

/** The volumes of a JBOD can be told apart. */
export const volumesApart = objectRule({
  id: 'volumes-apart',
  summary: 'A JBOD has volumes, each with an id of its own, and one at most for the metadata of KRaft.',
  remedy: 'Give each volume an id of its own, and one of them kraftMetadata.',
  effect: 'fails',
  source:
    'The operator refuses a JBOD without volumes, and ignores all changes of storage with two of one id or two for metadata (Strimzi 0.18.0 to 1.2.0, StorageUtils, StorageDiff).',
  catalog: ['S-002', 'S-003', 'S-004', 'S-008', 'S-009', 'S-010', 'S-006'],
  nouns: ['kafkaCluster', 'nodePool'],
  check(object, report) {
    for (const [field, storage] of storagesOf(object)) {
      if (storage.type !== 'jbod') continue;
      for (const breach of [...noVolumes(storage), ...oneId(storage), ...oneLog(storage)]) {
        report({ ...breach, field: [...field, 'volumes', ...(breach.field ?? [])] });
      }
    }
  },
});

function noVolumes({ volumes }: Jbod): Breach[] {
  if (volumes.length > 0) return [];
  const message = 'A JBOD without volumes keeps nothing.';
  return [{ effect: 'refused', given: [], allowed: 'one volume or more', message, remedy: 'Add a volume.' }];
}

function oneId({ volumes }: Jbod): Breach[] {
  const at = ['id'];
  return repeated(volumes, ({ id }) => id).map(([index, id]) => ({
    field: [index, ...at],
    given: id,
    allowed: 'an id that no other volume has',
    message: `Two volumes have the id ${id}, and would be one claim.`,
    remedy: 'Give one of the two another id.',
  }));
}

function oneLog({ volumes }: Jbod): Breach[] {
  return repeated(volumes, ({ kraftMetadata }) => kraftMetadata).map(([index, given]): Breach => {
    const field: FieldPath = [index, 'kraftMetadata'];
    const message =
      'Another volume keeps the metadata already: the operator takes the first, and no change of the storage from then on.';
    const remedy = 'Leave kraftMetadata out of all volumes but one.';
    return { field, given, allowed: 'one volume with kraftMetadata', message, remedy };
  });
}

/** Where a value comes again. */
function repeated<T>(volumes: readonly JbodVolume[], valueOf: (volume: JbodVolume) => T | undefined): [number, T][] {
  const seen = new Set<T>();
  return volumes.flatMap((volume, index): [number, T][] => {
    const value = valueOf(volume);
    if (value === undefined) return [];
    if (seen.has(value)) return [[index, value]];
    seen.add(value);
    return [];
  });
}
