import type { TieredStorageRecord } from '../../model/tiered-storage';
import { defined, sorted } from './codec';
import type { Fitting, Shape } from './shape';

/** What readers take tiered storage for. */
export const TIERED_STORAGE_SHAPE = {
  type: 'text',
  remoteStorageManager: { className: 'text', classPath: 'text', config: { '*': 'text' } },
} as const satisfies Shape;

type WireTieredStorage = Fitting<typeof TIERED_STORAGE_SHAPE>;

/** Spells tiered storage. */
export function writeTieredStorage({ type, className, classPath, config }: TieredStorageRecord): WireTieredStorage {
  return { type, remoteStorageManager: defined({ className, classPath, config: sorted(config) }) };
}

/** Reads tiered storage; absent where no class is named. */
export function readTieredStorage(wire: WireTieredStorage = {}): TieredStorageRecord | undefined {
  const { type, remoteStorageManager = {} } = wire;
  const { className, classPath, config } = remoteStorageManager;
  if (type !== 'custom' || className === undefined) return undefined;
  return defined<TieredStorageRecord>({ type, className, classPath, config: sorted(config) });
}
