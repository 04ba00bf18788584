import type { IConstruct } from 'constructs';
import { fieldText } from '../model/field';
import type { NameOrPrefix } from '../model/permissions';
import type { Fault } from './faults';
import { EVERY, everyGroupFault } from './grant-at';
import type { TeamContent, TeamGrant, TeamUser } from './team-props';

/** The grants of a user; where all names begin as they have to, these are all names. */
export function soundGrants(user: TeamUser): TeamUser {
  return user.grants ? { ...user, grants: user.grants.map(soundGrant) } : user;
}

function soundGrant(grant: TeamGrant): TeamGrant {
  if ('produce' in grant) return { ...grant, produce: named(grant.produce) };
  if ('consume' in grant) return { consume: named(grant.consume), group: named(grant.group) };
  if ('administer' in grant) return { administer: named(grant.administer) };
  return 'transact' in grant ? { transact: named(grant.transact) } : grant;
}

function named(names: NameOrPrefix): NameOrPrefix {
  return typeof names === 'object' && names.prefix === '' ? EVERY : names;
}

/**
 * Grants that let users read as members of every consumer group, each with its place in what the team says. The grants tell
 * the same of the team as a whole, once: the first fault has that cause, and is told in its stead.
 */
export function groupFaults(
  { users = [] }: TeamContent,
  team: IConstruct,
  numberOf: (nth: number) => number,
): readonly Fault[] {
  const fields = users.flatMap(({ grants = [] }, index) =>
    grants.flatMap((grant, nth) =>
      'group' in grant && grant.group === EVERY ? [fieldText(['users', numberOf(index), 'grants', nth, 'group'])] : [],
    ),
  );
  return fields.map((field, nth) => everyGroupFault(field, nth === 0 ? team : undefined));
}
