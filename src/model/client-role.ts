import type { ClientRole } from './client';

/** The group that a role reads topics as, and the topics; absent: it reads none that is known. */
export function consumptionOf(
  role: ClientRole,
): { readonly group: string; readonly topics: readonly string[] } | undefined {
  switch (role.type) {
    case 'consumer':
      return { group: role.group, topics: [role.topic] };
    case 'streams':
      return { group: role.applicationId, topics: [role.source] };
    case 'program': {
      const group = role.applicationId ?? role.group;
      return group === undefined ? undefined : { group, topics: role.consumesFrom };
    }
    case 'producer':
    case 'other':
      return undefined;
  }
}

/** The topics that a role writes to, as far as is known. */
export function productionOf(role: ClientRole): readonly string[] {
  switch (role.type) {
    case 'producer':
      return [role.topic];
    case 'streams':
      return [role.target];
    case 'program':
      return role.producesTo;
    case 'consumer':
    case 'other':
      return [];
  }
}
