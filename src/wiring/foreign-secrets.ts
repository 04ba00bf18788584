import type { Credentials, Endpoint } from '../model/endpoint';
import { clusterKey, sameSite, type ClusterIdentity, type SiteIdentity } from './identity';
import { nameFrom } from './mirror-names';

/** A way into a Kafka cluster. */
export interface ClusterAccess {
  readonly cluster: ClusterIdentity;
  readonly endpoint: Endpoint;
}

/**
 * The Secrets of an endpoint that operators write elsewhere than where the program is: pods read Secrets of their own
 * namespace only, so that somebody has to copy them.
 */
export function foreignSecrets(endpoint: Endpoint, program: SiteIdentity, cluster: SiteIdentity): readonly string[] {
  return sameSite(program, cluster) ? [] : secretsOf(endpoint);
}

/**
 * What the Secrets of a cluster are called where a program is that has to do with several: those of one name that come from
 * elsewhere bear the name of the place that they come from.
 */
export function secretNames(
  { cluster }: ClusterAccess,
  all: readonly ClusterAccess[],
  program: SiteIdentity,
): (secret: string) => string {
  const key = clusterKey(cluster);
  const others = all.filter((other) => clusterKey(other.cluster) !== key);
  const taken = new Set(others.flatMap(({ endpoint }) => secretsOf(endpoint)));
  return (secret) => (taken.has(secret) ? nameFrom(secret, cluster.site, program) : secret);
}

/** An endpoint whose Secrets have other names. */
export function renamedSecrets(endpoint: Endpoint, nameOf: (secret: string) => string): Endpoint {
  const { trust, credentials } = endpoint;
  return {
    ...endpoint,
    ...(trust && { trust: trust.map((each) => ({ ...each, secret: nameOf(each.secret) })) }),
    ...(credentials && { credentials: renamed(credentials, nameOf) }),
  };
}

function renamed(credentials: Credentials, nameOf: (secret: string) => string): Credentials {
  if (credentials.type === 'tls') return { ...credentials, secret: nameOf(credentials.secret) };
  return { ...credentials, password: { ...credentials.password, secret: nameOf(credentials.password.secret) } };
}

function secretsOf({ trust = [], credentials }: Endpoint): readonly string[] {
  const names = trust.map(({ secret }) => secret);
  if (credentials?.type === 'tls') names.push(credentials.secret);
  else if (credentials) names.push(credentials.password.secret);
  return [...new Set(names)];
}
