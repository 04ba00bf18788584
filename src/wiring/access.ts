import type { Credentials, Endpoint, LoginRecord } from '../model/endpoint';
import type { JsonObject } from '../model/json';
import type { ListenerAuthentication } from '../model/listener';
import type { Connection } from './connection';

/** What a program proves itself with. */
export interface Proof {
  /** What the user operator makes. */
  readonly credentials?: Credentials | undefined;
  /** What somebody else makes, or Kafka's own settings of a mechanism. */
  readonly login?: LoginRecord | undefined;
  /** Keys of Secrets that the login names. */
  readonly loginSecrets?: Endpoint['loginSecrets'] | undefined;
}

/** How a program that comes through a connection reaches the cluster, and what it proves itself with. */
export function endpointOf({ bootstrapServers, trust }: Connection, proof: Proof = {}): Endpoint {
  const { credentials, login, loginSecrets } = proof;
  return {
    bootstrapServers,
    ...(trust && { trust }),
    ...(credentials && { credentials }),
    ...(login && { login }),
    ...(loginSecrets && { loginSecrets }),
  };
}

/** Proof of one kind, or none, at a listener that asks for another. */
export interface Misfit {
  readonly given: Credentials['type'] | LoginRecord['type'] | OfCustom | 'nothing';
  readonly asked: ListenerAuthentication['type'] | OfCustom;
}

/** What is known of custom authentication and logins. */
type OfCustom = 'custom with SASL' | 'custom without SASL';

/**
 * What keeps a program out of a listener; absent: it gets in, or nobody can tell. Custom authentication may ask for
 * anything, as a custom login may show anything, but both by SASL, or neither. What the user operator makes is seen to where
 * there is no user.
 */
export function misfitOf({ listener }: Connection, proof: Proof | undefined): Misfit | undefined {
  const asked = listener.authentication?.type;
  const given = typeOf(proof);
  if (asked === 'custom' && given === 'custom') return customMisfit(listener.authentication, proof?.login);
  if (asked === undefined || asked === 'custom' || given === 'custom' || given === asked) return undefined;
  return given === 'nothing' && asked !== 'oauth' ? undefined : { given, asked };
}

/** Kafka speaks another protocol with SASL than without. */
function customMisfit(authentication: JsonObject | undefined, login: JsonObject | undefined): Misfit | undefined {
  const [asked, given] = [authentication?.['sasl'], login?.['sasl']];
  if (typeof asked !== 'boolean' || typeof given !== 'boolean' || asked === given) return undefined;
  return { given: customText(given), asked: customText(asked) };
}

function customText(sasl: boolean): OfCustom {
  return sasl ? 'custom with SASL' : 'custom without SASL';
}

function typeOf({ credentials, login }: Proof = {}): Misfit['given'] {
  return (login ?? credentials)?.type ?? 'nothing';
}
