import type { ClientRecord } from '../../model/client';
import type { LoginRecord } from '../../model/endpoint';
import { map, text } from '../../model/guarded';
import type { Limit } from '../common/codec';
import type { Contract } from './contract';
import { namesFor } from './write-environment';

/** Kafka's mechanism of a login; absent: it has none, or says none. */
export function mechanismOf(login: LoginRecord): string | undefined {
  return login.type === 'oauth' ? 'OAUTHBEARER' : text(map(login['config'])['sasl.mechanism']);
}

/**
 * What of a login nobody tells the application: contracts have words for certificates and passwords alone.
 * @param own - names of the variables that the team sets itself
 */
export function loginLimits(client: ClientRecord, contract: Contract, own: ReadonlySet<string>): Limit[] {
  const { login } = client.endpoint;
  // A function is told the mechanism, and says the rest itself.
  if (!login || client.contract === 'own') return [];
  const { saslMechanism, saslJaasConfig } = namesFor(client, contract);
  const needed = [saslMechanism, saslJaasConfig].filter((name) => name !== undefined);
  const isNamed = needed.length > 0;
  if (isNamed && needed.every((name) => own.has(name))) return [];
  const variables = needed.join(' and ');
  const byFunction = 'KafkaClient with a function as the contract, which names the variables';
  return [
    {
      field: 'endpoint.login',
      given: login.type,
      message: `The contract says certificates and passwords alone: nothing tells ${contract.title} of the user's login.`,
      allowed: isNamed ? `${variables} in variables of the team's own` : byFunction,
      remedy: isNamed
        ? `Set ${variables}, and what else the login takes, in variables of the team's own, or take ${byFunction}.`
        : `Take ${byFunction}.`,
    },
  ];
}
