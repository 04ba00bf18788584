import { SizeRoundingBehavior, type Size } from 'cdk8s';
import { defined } from '../dialects/common/codec';
import type { BrokerQuotasRecord, PluginQuotas, UserDefaultQuotas } from '../model/broker-quotas';
import { valueClass } from '../props/stand-ins';
import { holdCalls } from './held';

/** Properties of quotas by Strimzi's plugin. */
export interface PluginQuotasProps extends Omit<PluginQuotas, 'type' | 'minAvailableBytesPerVolume'> {
  /**
   * What is kept free of each volume: where there is less, nobody may write. Either this is given or a ratio.
   * @default - nothing
   */
  readonly minAvailablePerVolume?: Size;
}

/** What clients may take of the brokers, unless something is said of a user. */
export class BrokerQuotas {
  static {
    valueClass(this, 'BrokerQuotas');
    holdCalls(this, 'BrokerQuotas');
  }

  /** Kafka's own quotas: bounds for each user that has none of its own (from Strimzi 0.42 on). */
  static kafka(props: Omit<UserDefaultQuotas, 'type'>): BrokerQuotas {
    return new BrokerQuotas({ type: 'kafka', ...props });
  }

  /**
   * Strimzi's quota plugin: bounds for all clients of a broker together, and room that is kept free on its volumes (from
   * Strimzi 0.42 on). Quotas of users do nothing beside it.
   */
  static strimzi({ minAvailablePerVolume, ...props }: PluginQuotasProps): BrokerQuotas {
    const minAvailableBytesPerVolume =
      minAvailablePerVolume && minAvailablePerVolume.toKibibytes({ rounding: SizeRoundingBehavior.NONE }) * BYTES;
    return new BrokerQuotas(defined({ type: 'strimzi', ...props, minAvailableBytesPerVolume }));
  }

  private constructor(
    /** What was chosen, as the model has it. */
    readonly record: BrokerQuotasRecord,
  ) {}
}

const BYTES = 1024;
