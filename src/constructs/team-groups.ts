import type { IConstruct } from 'constructs';
import { fieldText } from '../model/field';
import { isEveryName } from '../model/permissions';
import type { Fault } from './faults';
import { everyGroupFault } from './grant-at';
import type { TeamContent } from './team-props';

/**
 * Grants that let users read as members of every consumer group, each with its place in what the team says. The grants tell
 * the same of the team as a whole, once: the first fault has that cause, and is told in its stead.
 */
export function groupFaults({ users = [] }: TeamContent, team: IConstruct): Fault[] {
  return users
    .flatMap(({ grants = [] }, index) =>
      grants.flatMap((grant, nth) =>
        'group' in grant && isEveryName(grant.group)
          ? [{ field: fieldText(['users', index, 'grants', nth, 'group']), group: grant.group }]
          : [],
      ),
    )
    .map(({ field, group }, nth) => everyGroupFault(field, group, nth === 0 ? team : undefined));
}
