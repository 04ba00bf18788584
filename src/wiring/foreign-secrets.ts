import type { Endpoint } from '../model/endpoint';
import { sameSite, type SiteIdentity } from './identity';

/**
 * The Secrets of an endpoint that operators write elsewhere than where the program is: pods read Secrets of their own
 * namespace only, so that somebody has to copy them.
 */
export function foreignSecrets(endpoint: Endpoint, program: SiteIdentity, cluster: SiteIdentity): readonly string[] {
  return sameSite(program, cluster) ? [] : secretsOf(endpoint);
}

function secretsOf({ trust = [], credentials }: Endpoint): readonly string[] {
  const names = trust.map(({ secret }) => secret);
  if (credentials?.type === 'tls') names.push(credentials.secret);
  else if (credentials) names.push(credentials.password.secret);
  return [...new Set(names)];
}
