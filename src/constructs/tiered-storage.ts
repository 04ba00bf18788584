import type { TieredStorageRecord } from '../model/tiered-storage';
import { valueClass } from '../props/stand-ins';
import { holdCalls } from './held';

/** Where brokers move old segments of topics to. Topics take part that have the setting `remote.storage.enable`. */
export class TieredStorage {
  static {
    valueClass(this, 'TieredStorage');
    holdCalls(this, 'TieredStorage');
  }

  /**
   * A `RemoteStorageManager` of the team's choice, which is in the image of the brokers or mounted (from Strimzi 0.40 on).
   * @see https://kafka.apache.org/documentation/#tiered_storage
   */
  static custom(props: Omit<TieredStorageRecord, 'type'>): TieredStorage {
    return new TieredStorage({ type: 'custom', ...props });
  }

  private constructor(
    /** What was chosen, as the model has it. */
    readonly record: TieredStorageRecord,
  ) {}
}
