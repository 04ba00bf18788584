import type { Credentials, Endpoint } from '../model/endpoint';
import { sameSite, type SiteIdentity } from './identity';

/**
 * The Secrets of an endpoint that operators write elsewhere than where the program is: pods read Secrets of their own
 * namespace only, so that somebody has to copy them.
 */
export function foreignSecrets(endpoint: Endpoint, program: SiteIdentity, cluster: SiteIdentity): readonly string[] {
  return sameSite(program, cluster) ? [] : secretsOf(endpoint);
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

/** The Secrets of an endpoint. */
export function secretsOf({ trust = [], credentials }: Endpoint): readonly string[] {
  const names = trust.map(({ secret }) => secret);
  if (credentials?.type === 'tls') names.push(credentials.secret);
  else if (credentials) names.push(credentials.password.secret);
  return [...new Set(names)];
}
