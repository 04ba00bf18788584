import type { EntityOperator } from './entity-operator';

/** A cluster, as far as it says how Secrets of its users are called. */
export interface NamesSecrets {
  readonly entityOperator?: EntityOperator;
}

/** What the user operator of a cluster puts before the names of users in those of their Secrets; empty: nothing. */
export function secretPrefixOf(cluster: NamesSecrets | undefined): string {
  return cluster?.entityOperator?.userOperator?.secretPrefix ?? '';
}

/** Secret in which the user operator keeps the credentials of a user. */
export function userSecret(userName: string, prefix = ''): string {
  return `${prefix}${userName}`;
}

/** The user whose Secret it is; the inverse of `userSecret`. Absent: the user operator makes no Secret of this name. */
export function userOfSecret(secret: string, prefix = ''): string | undefined {
  return secret.startsWith(prefix) ? secret.slice(prefix.length) : undefined;
}
