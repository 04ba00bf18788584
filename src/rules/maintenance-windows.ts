import { cronFault } from '../model/cron';
import { strimziKinds } from './kinds';
import { placesOf } from './places';
import { kindRule } from './rule';

/** The operator can tell when certificates may be renewed. */
export const maintenanceWindows = kindRule({
  id: 'maintenance-windows',
  summary: 'Maintenance windows are cron expressions of Quartz: seconds first, and ? for one of the two days.',
  remedy: 'Write it as "* * 8-10 * * ?".',
  effect: 'ignored',
  source:
    'The operator says so in its log alone, and takes the window for shut: certificates are not renewed (Strimzi 0.18.0 to 1.2.0, Util.isMaintenanceTimeWindowsSatisfied, CronExpression of Quartz).',
  catalog: ['G-052'],
  kinds: strimziKinds('Kafka'),
  check({ manifest }, report) {
    for (const { field, value: given } of placesOf(manifest, 'spec.maintenanceTimeWindows.*')) {
      const fault = typeof given === 'string' ? cronFault(given) : undefined;
      if (fault === undefined) continue;
      const allowed = 'six or seven fields: second, minute, hour, day of the month, month, day of the week, year';
      report({ field, given, allowed, message: `This is no cron expression: ${fault}.` });
    }
  },
});
