import type { CruiseControlRecord } from '../../model/cruise-control';
import type { ChangeEffect } from '../change';
import { changed, changedFields } from '../effects';

export const RESTARTS_CRUISE_CONTROL = {
  class: 'restarts-pods',
  message: 'Cruise Control restarts; where it comes or goes, brokers do too.',
} as const;

const BY_ITSELF = {
  class: 'safe',
  message: 'It says when partitions are moved without being asked, once brokers come or go.',
} as const;

/**
 * What comes of another Cruise Control.
 * @see KafkaAutoRebalancingReconciler of Strimzi 0.44.0 to 1.2.0: Cruise Control is not told of autoRebalance
 */
export function cruiseControlEffects(
  was: CruiseControlRecord | undefined,
  is: CruiseControlRecord | undefined,
): readonly ChangeEffect[] {
  const isOfOperator = changedFields<CruiseControlRecord>(was, is).every((name) => name === 'autoRebalance');
  return [
    { ...changed('spec.cruiseControl', was, is), ...(was && is && isOfOperator ? BY_ITSELF : RESTARTS_CRUISE_CONTROL) },
  ];
}
