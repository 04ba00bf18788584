import type { JbodVolume, StorageRecord, Volume } from '../../model/storage';
import { defined, sorted } from './codec';
import type { Fitting, Shape } from './shape';

const VOLUME = {
  type: 'text',
  size: 'text',
  class: 'text',
  deleteClaim: 'flag',
  selector: { '*': 'text' },
  sizeLimit: 'text',
} as const satisfies Shape;
const JBOD_VOLUME = { ...VOLUME, id: 'number', kraftMetadata: 'text' } as const satisfies Shape;
/** What readers take the storage of a node for: one spelling in all releases. */
export const STORAGE_SHAPE = { ...VOLUME, volumes: [JBOD_VOLUME] } as const satisfies Shape;

type WireStorage = Fitting<typeof STORAGE_SHAPE>;
type WireVolume = Fitting<typeof VOLUME>;
type WireJbodVolume = Fitting<typeof JBOD_VOLUME>;

/** Spells the storage of a node. */
export function writeStorage(storage: StorageRecord): WireStorage {
  if (storage.type === 'jbod') return { type: 'jbod', volumes: storage.volumes.map(writeJbodVolume) };
  return writeVolume(storage);
}

/** Reads the storage of a node. */
export function readStorage(wire: WireStorage | undefined): StorageRecord {
  if (wire?.type === 'jbod') return { type: 'jbod', volumes: (wire.volumes ?? []).map(readJbodVolume) };
  return readVolume(wire ?? {});
}

function writeJbodVolume(volume: JbodVolume): WireJbodVolume {
  return defined({ id: volume.id, ...writeVolume(volume), kraftMetadata: volume.kraftMetadata });
}

function readJbodVolume(wire: WireJbodVolume): JbodVolume {
  return defined({
    id: wire.id ?? 0,
    ...readVolume(wire),
    kraftMetadata: wire.kraftMetadata === 'shared' ? ('shared' as const) : undefined,
  });
}

function writeVolume(volume: Volume): WireVolume {
  if (volume.type === 'ephemeral') return defined({ type: 'ephemeral', sizeLimit: volume.sizeLimit });
  return defined({
    type: 'persistent-claim',
    size: volume.size,
    class: volume.storageClass,
    deleteClaim: volume.deleteClaim,
    selector: sorted(volume.selector),
  });
}

function readVolume(wire: WireVolume): Volume {
  if (wire.type !== 'persistent-claim') return defined({ type: 'ephemeral', sizeLimit: wire.sizeLimit });
  return defined({
    type: 'persistent-claim',
    size: wire.size ?? '',
    storageClass: wire.class,
    deleteClaim: wire.deleteClaim,
    selector: sorted(wire.selector),
  });
}
