import { equal } from '../../dialects/common/values';
import { hostsOf } from '../../model/address';
import type { Endpoint } from '../../model/endpoint';
import type { ChangeEffect } from '../change';
import { changed } from '../effects';

type Outcome = Pick<ChangeEffect, 'class' | 'message' | 'remedy'>;

/** What comes of another way to a cluster: when it may be another cluster, and when it is another way to the same one. */
export interface EndpointOutcomes {
  /** It has other hosts. */
  readonly moved: Outcome;
  /** It has other ports, certificates or credentials. */
  readonly restart: Outcome;
}

/**
 * What comes of another way to a cluster.
 * @param at - the field that has `bootstrapServers`
 */
export function endpointEffects(
  was: Endpoint,
  is: Endpoint,
  at: string,
  { moved, restart }: EndpointOutcomes,
): ChangeEffect[] {
  const effects: ChangeEffect[] = [];
  if (was.bootstrapServers !== is.bootstrapServers) {
    const isSame = equal(hostsOf(was.bootstrapServers).sort(), hostsOf(is.bootstrapServers).sort());
    const field = changed(`${at}.bootstrapServers`, was.bootstrapServers, is.bootstrapServers);
    effects.push({ ...field, ...(isSame ? restart : moved) });
  }
  if (!equal(was.trust, is.trust)) effects.push({ ...restart, field: `${at}.tls` });
  if (!equal(was.credentials, is.credentials) || !equal(was.login, is.login))
    effects.push({ ...restart, field: `${at}.authentication` });
  return effects;
}
