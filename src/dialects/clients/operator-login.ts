import type { MountedVolume } from '../../model/container';
import type { Endpoint, LoginRecord } from '../../model/endpoint';
import type { EnvVar } from '../../model/env';
import { map } from '../../model/guarded';
import { equal } from '../common/values';
import type { Release } from '../../model/release';
import type { Config } from '../../model/resource';
import type { SecretKey } from '../../model/user';
import {
  LIBRARY_HANDLER,
  LIBRARY_NAMES,
  LOGIN_FIELDS,
  OAUTH_MECHANISM,
  OAUTH_MODULE,
  saidBy,
  trustsByName,
} from './oauth';

/** An endpoint as an operator is told of its login, and what the container of the program has for that. */
export interface OperatorLogin {
  readonly endpoint: Endpoint;
  readonly env: readonly EnvVar[];
  readonly volumes: readonly Extract<MountedVolume, { secret: string }>[];
}

/**
 * A login in the words of operators: those that have no type for OAuth 2.0 take the settings of Strimzi's library, and keys
 * of Secrets as variables of the container that settings refer to. Of two certificates to trust the library takes one: such
 * a login stays as it is, and so does one that says what nobody here knows.
 * @param logins - how the operator is told of a token
 * @param prefix - what the names of the variables begin with; not those that the library reads by itself, as it prefers them
 * @param taken - variables that the container has already
 * @see https://strimzi.io/docs/operators/latest/deploying#con-oauth-client-config-str
 */
export function operatorLogin(
  endpoint: Endpoint,
  logins: Release['logins'],
  { prefix = 'LOGIN_', taken = [] }: { readonly prefix?: string; readonly taken?: readonly EnvVar[] | undefined } = {},
): OperatorLogin {
  const { login, loginSecrets = {}, ...others } = endpoint;
  if (login?.type === 'custom') {
    const named = Object.entries(loginSecrets).map(
      ([name, secret]) => [name, { name: freeName(name, secret, { prefix, taken }), secret }] as const,
    );
    const config = withReferences(login, new Map(named.map(([given, { name }]) => [given, name])));
    const custom = { ...login, ...(login['config'] !== undefined && { config }) };
    const env = named.map(([, each]) => each).filter(({ name }) => !taken.some((each) => each.name === name));
    return { endpoint: { ...others, login: custom }, env, volumes: [] };
  }
  if (!login || logins === 'oauth' || !isSayable(login)) return { endpoint, env: [], volumes: [] };
  return customOf({ ...others, login }, prefix);
}

/** Settings that programs which operators run have besides, and what the library calls them. */
const MORE = {
  grantType: 'oauth.client.credentials.grant.type',
  enableMetrics: 'oauth.enable.metrics',
  includeAcceptHeader: 'oauth.include.accept.header',
} as const;
const EXTENSIONS = 'saslExtensions';

/** Whether the library takes all that is said. */
function isSayable(login: LoginRecord): boolean {
  const isKnown = (field: string): boolean =>
    LOGIN_FIELDS.has(field) || Object.hasOwn(MORE, field) || field === EXTENSIONS;
  return trustsByName(login) && Object.keys(login).every(isKnown);
}

function moreOptions(login: LoginRecord): readonly string[] {
  const plain = Object.entries(MORE).map(([field, name]) => [name, login[field]] as const);
  const extensions = Object.entries(map(login[EXTENSIONS])).map(
    ([name, value]) => [`oauth.sasl.extension.${name}`, value] as const,
  );
  return [...plain, ...extensions].flatMap(([name, value]) =>
    ['string', 'boolean'].includes(typeof value) ? [option(name, String(value))] : [],
  );
}

/** The name of a variable: the given one, unless another variable has it. */
function freeName(
  given: string,
  secret: SecretKey,
  { prefix, taken }: { readonly prefix: string; readonly taken: readonly EnvVar[] },
): string {
  const isFree = (name: string): boolean =>
    taken.every((each) => each.name !== name || ('secret' in each && equal(each.secret, secret)));
  let name = given;
  for (let number = 1; !isFree(name); number += 1) name = `${prefix}${number > 1 ? `${number}_` : ''}${given}`;
  return name;
}

/**
 * The settings of a custom login, in which `$(NAME)` of a Secret is what Kafka puts a variable in place of.
 * @param names - the variables of the Secrets, by the names that settings have for them
 */
function withReferences(login: LoginRecord, names: ReadonlyMap<string, string>): Config {
  const settings = Object.entries(map(login['config']) as Config);
  return Object.fromEntries(
    settings.map(([name, value]) => [
      name,
      typeof value === 'string'
        ? value.replace(/\$\(([^)]*)\)/g, (text, key: string) => {
            const name = names.get(key);
            return name === undefined ? text : variable(name);
          })
        : value,
    ]),
  );
}

function customOf(endpoint: Endpoint & { readonly login: LoginRecord }, prefix: string): OperatorLogin {
  const env: EnvVar[] = [];
  const volumes: Extract<MountedVolume, { secret: string }>[] = [];
  const options = [...saidBy(endpoint.login)].flatMap(([setting, said]): readonly string[] => {
    const name = LIBRARY_NAMES[setting].replaceAll('_', '.').toLowerCase();
    if (!('secret' in said)) return [option(name, said.value)];
    if (setting === 'caCertificate') {
      const volume = `${prefix.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}trust`;
      volumes.push({ name: volume, path: `/mnt/${volume}`, secret: said.secret.secret });
      return [
        option('oauth.ssl.truststore.location', `/mnt/${volume}/${said.secret.key}`),
        option('oauth.ssl.truststore.type', 'PEM'),
      ];
    }
    const key = `${prefix}${LIBRARY_NAMES[setting].replace(/^OAUTH_/, '')}`;
    env.push({ name: key, secret: said.secret });
    return [option(name, variable(key))];
  });
  const config = {
    'sasl.mechanism': OAUTH_MECHANISM,
    'sasl.login.callback.handler.class': LIBRARY_HANDLER,
    'sasl.jaas.config': jaasText(OAUTH_MODULE, [...options, ...moreOptions(endpoint.login)]),
  };
  return { endpoint: { ...endpoint, login: { type: 'custom', sasl: true, config } }, env, volumes };
}

/** What Kafka puts the value of a variable in place of, by a provider that operators configure. */
export function variable(name: string): string {
  return `\${strimzienv:${name}}`;
}

/** An option of a JAAS text. */
export function option(name: string, value: string): string {
  return `${name}="${value.replace(/["\\]/g, '\\$&')}"`;
}

/** A login module with its options. */
export function jaasText(module: string, options: readonly string[]): string {
  return `${[`${module} required`, ...options].join(' ')};`;
}
