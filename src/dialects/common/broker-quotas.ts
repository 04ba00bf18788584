import type { BrokerQuotasRecord } from '../../model/broker-quotas';
import { defined } from './codec';
import type { Fitting, Shape } from './shape';

/** What readers take quotas of a cluster for. */
export const QUOTAS_SHAPE = {
  type: 'text',
  producerByteRate: 'number',
  consumerByteRate: 'number',
  requestPercentage: 'number',
  controllerMutationRate: 'number',
  minAvailableBytesPerVolume: 'number',
  minAvailableRatioPerVolume: 'number',
  excludedPrincipals: ['text'],
} as const satisfies Shape;

type WireQuotas = Fitting<typeof QUOTAS_SHAPE>;

/** Spells quotas. */
export function writeQuotas(quotas: BrokerQuotasRecord): WireQuotas {
  const { type, producerByteRate, consumerByteRate } = quotas;
  const common = { type, producerByteRate, consumerByteRate };
  if (quotas.type === 'kafka') {
    const { requestPercentage, controllerMutationRate } = quotas;
    return defined({ ...common, requestPercentage, controllerMutationRate });
  }
  const { minAvailableBytesPerVolume, minAvailableRatioPerVolume, excludedPrincipals } = quotas;
  return defined({
    ...common,
    minAvailableBytesPerVolume,
    minAvailableRatioPerVolume,
    excludedPrincipals: excludedPrincipals && [...excludedPrincipals],
  });
}

/** Reads quotas; absent where they are of another sort. What is of the other sort is kept by the codec. */
export function readQuotas({ type, ...wire }: WireQuotas = {}): BrokerQuotasRecord | undefined {
  if (type !== 'kafka' && type !== 'strimzi') return undefined;
  return writeQuotas({ type, ...wire }) as BrokerQuotasRecord;
}
