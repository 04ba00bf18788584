import { compareMinors } from '../../model/minors';
import { DYNAMIC_SETTINGS } from './dynamic-settings';

/**
 * Whether brokers take up a setting while they run.
 *
 * @param version - that of Kafka; absent: the newest
 */
export function isDynamic(setting: string, version: string | undefined): boolean {
  if (!Object.hasOwn(DYNAMIC_SETTINGS, setting)) return false;
  const { since, before } = DYNAMIC_SETTINGS[setting] ?? {};
  if (version === undefined) return before === undefined;
  const isThere = since === undefined || compareMinors(version, since) >= 0;
  return isThere && (before === undefined || compareMinors(version, before) < 0);
}
