import type { JbodVolume, StorageRecord, Volume } from '../../model/storage';
import { defined, sorted } from './codec';
import type { Shape } from './shape';

/** Storage of Kafka and ZooKeeper nodes: one spelling in all releases. */
export interface WireStorage {
  type?: string;
  size?: string;
  class?: string;
  deleteClaim?: boolean;
  selector?: Record<string, string>;
  sizeLimit?: string;
  volumes?: WireVolume[];
}

/** A volume of a JBOD. */
export interface WireVolume extends WireStorage {
  id?: number;
  kraftMetadata?: string;
}

const VOLUME = {
  type: 'text',
  size: 'text',
  class: 'text',
  deleteClaim: 'flag',
  selector: { '*': 'text' },
  sizeLimit: 'text',
} as const;
/** What readers take the storage of a node for. */
export const STORAGE_SHAPE: Shape = { ...VOLUME, volumes: [{ ...VOLUME, id: 'number', kraftMetadata: 'text' }] };

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

function writeJbodVolume(volume: JbodVolume): WireVolume {
  return defined({ id: volume.id, ...writeVolume(volume), kraftMetadata: volume.kraftMetadata });
}

function readJbodVolume(wire: WireVolume): JbodVolume {
  return defined({
    id: wire.id ?? 0,
    ...readVolume(wire),
    kraftMetadata: wire.kraftMetadata === 'shared' ? ('shared' as const) : undefined,
  });
}

function writeVolume(volume: Volume): WireStorage {
  if (volume.type === 'ephemeral') return defined({ type: 'ephemeral', sizeLimit: volume.sizeLimit });
  return defined({
    type: 'persistent-claim',
    size: volume.size,
    class: volume.storageClass,
    deleteClaim: volume.deleteClaim,
    selector: sorted(volume.selector),
  });
}

function readVolume(wire: WireStorage): Volume {
  if (wire.type !== 'persistent-claim') return defined({ type: 'ephemeral', sizeLimit: wire.sizeLimit });
  return defined({
    type: 'persistent-claim',
    size: wire.size ?? '',
    storageClass: wire.class,
    deleteClaim: wire.deleteClaim,
    selector: sorted(wire.selector),
  });
}
