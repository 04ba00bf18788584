import type { ClientRecord } from '../../model/client';
import type { Endpoint, LoginRecord } from '../../model/endpoint';
import type { EnvVar } from '../../model/env';
import { map, text } from '../../model/guarded';
import type { Limit } from '../common/codec';
import type { Contract } from './contract';
import { customVariables, untoldSettings } from './custom-login';
import { OAUTH_MECHANISM, oauthVariables, trustsSeveral, untoldOauth } from './oauth';

/** Kafka's mechanism of a login; absent: it has none, or says none. */
export function mechanismOf(login: LoginRecord): string | undefined {
  return login.type === 'oauth' ? OAUTH_MECHANISM : text(map(login['config'])['sasl.mechanism']);
}

/** The variables of a login, as far as the images of a contract take it. */
export function loginVariables({ endpoint, variables = {} }: LoggingIn, { oauth, property }: Contract): EnvVar[] {
  const { login } = endpoint;
  if (login?.type === 'oauth') return oauth ? oauthVariables(login, oauth(variables)) : [];
  return login && property ? customVariables(endpoint, property) : [];
}

type LoggingIn = Pick<ClientRecord, 'endpoint' | 'variables' | 'contract' | 'role' | 'credentialsAs'>;

/**
 * An application without the login of its user, where the team tells mechanism and JAAS text in variables of its own: the
 * rest is the team's then too.
 * @param own - names of the variables that the team sets itself
 */
export function withoutToldLogin<T extends LoggingIn>(client: T, contract: Contract, own: ReadonlySet<string>): T {
  const { endpoint } = client;
  return endpoint.login && tellsLogin(client, contract, own)
    ? { ...client, endpoint: withoutSettings(endpoint, endpoint.login) }
    : client;
}

/** Whether the team's own variables tell of a login. */
export function tellsLogin(client: LoggingIn, contract: Contract, own: ReadonlySet<string>): boolean {
  const needed = telling(client, contract);
  return needed.length > 0 && needed.every((name) => own.has(name));
}

/** The variables that tell of a login what a contract cannot. */
function telling({ role, variables, credentialsAs }: LoggingIn, contract: Contract): readonly string[] {
  const names = contract.variables(role.type, variables, credentialsAs ?? 'environment');
  return [names.saslMechanism, names.saslJaasConfig].filter((name) => name !== undefined);
}

/** What is left says the protocol. */
function withoutSettings({ loginSecrets: _, ...endpoint }: Endpoint, login: LoginRecord): Endpoint {
  return { ...endpoint, login: { type: 'custom', sasl: login.type === 'oauth' || login['sasl'] === true } };
}

/** What of a login nobody tells the application. */
export function loginLimits(client: LoggingIn, contract: Contract): Limit[] {
  const { login } = client.endpoint;
  // A function is told the login, and says it.
  if (!login || client.contract === 'own') return [];
  const untold = untoldOf(client, login, contract);
  return [
    ...(untold.length === 0 ? [] : [untoldLimit(login.type, untold, contract, telling(client, contract))]),
    ...(trustsSeveral(login) ? [SEVERAL] : []),
  ];
}

/** What of a login the images do not take. */
function untoldOf(client: LoggingIn, login: LoginRecord, { oauth, property }: Contract): readonly string[] {
  if (login.type === 'oauth')
    return oauth ? untoldOauth(login, oauth(client.variables ?? {})) : ['a token of OAuth 2.0'];
  return property ? untoldSettings(client.endpoint, property) : Object.keys(map(login['config']));
}

const SEVERAL: Limit = {
  field: 'endpoint.login',
  given: 'trust',
  message: 'One variable holds one certificate.',
  allowed: 'one certificate',
  remedy: 'Trust one certificate: a file with those of several authorities counts as one.',
};

function untoldLimit(
  given: string,
  untold: readonly string[],
  { title }: Contract,
  variables: readonly string[],
): Limit {
  const names = variables.join(' and ');
  const byFunction = 'KafkaClient with a function as the contract, which names the variables';
  return {
    field: 'endpoint.login',
    given,
    message: `Nothing tells ${title} of ${untold.join(', ')}, which the user's login has.`,
    allowed: names === '' ? byFunction : `${names} in variables of the team's own`,
    remedy:
      names === ''
        ? `Take ${byFunction}.`
        : `Set ${names}, and what else the login takes, in variables of the team's own, or take ${byFunction}.`,
  };
}
