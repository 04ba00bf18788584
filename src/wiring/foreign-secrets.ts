import { storeBeside } from '../dialects/operator-names';
import type { CredentialsAs } from '../model/client';
import type { Credentials, Endpoint } from '../model/endpoint';
import { sameSite, type SiteIdentity } from './identity';

/**
 * The Secrets of an endpoint that operators write elsewhere than where the program is: pods read Secrets of their own
 * namespace only, so that somebody has to copy them.
 */
export function foreignSecrets(
  endpoint: Endpoint,
  program: SiteIdentity,
  cluster: SiteIdentity,
  credentialsAs?: CredentialsAs,
): readonly NeededSecret[] {
  return sameSite(program, cluster) ? [] : neededSecrets(endpoint, credentialsAs);
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

/** A Secret, and what a program reads of it. */
export interface NeededSecret {
  readonly secret: string;
  /** What it is read for: the certificate of a cluster's CA, or a user's credentials. */
  readonly holds: 'certificate' | 'credentials';
  /** In the order in which they are named; for a mirror also a pattern of keys, such as `*.crt`. */
  readonly keys: readonly string[];
}

/**
 * The Secrets of an endpoint, each once, with the keys that a program reads of it. Where it takes PKCS12 stores, these and their
 * passwords are among them.
 */
export function neededSecrets(
  { trust = [], credentials }: Endpoint,
  credentialsAs?: CredentialsAs,
): readonly NeededSecret[] {
  const stores = (certificate: string): readonly string[] =>
    credentialsAs === 'pkcs12' ? Object.values(storeBeside(certificate)) : [];
  const all = trust.map(({ secret, certificate }) =>
    needed(secret, 'certificate', certificate, ...stores(certificate)),
  );
  if (credentials?.type === 'tls') {
    const { secret, certificate, key } = credentials;
    all.push(needed(secret, 'credentials', certificate, key, ...stores(certificate)));
  } else if (credentials) all.push(needed(credentials.password.secret, 'credentials', credentials.password.key));
  const merged = new Map<string, NeededSecret>();
  for (const each of all) {
    const known = merged.get(each.secret);
    merged.set(each.secret, known ? { ...each, keys: [...new Set([...known.keys, ...each.keys])] } : each);
  }
  return [...merged.values()];
}

function needed(secret: string, holds: NeededSecret['holds'], ...keys: readonly string[]): NeededSecret {
  return { secret, holds, keys };
}

/** The Secrets of an endpoint. */
export function secretsOf(endpoint: Endpoint): readonly string[] {
  return neededSecrets(endpoint).map(({ secret }) => secret);
}
