import type { ClientOauth, ClientRecord, ClientVariables } from '../../model/client';
import type { LoginRecord } from '../../model/endpoint';
import type { EnvVar } from '../../model/env';
import { map, text } from '../../model/guarded';
import type { SecretKey } from '../../model/user';
import type { EnvironmentReader } from '../common/environment-reader';
import { defined } from '../common/codec';
import { expanded, verbatim } from './sasl';

/** Settings of a login by OAuth 2.0 that are plain values, in the operator's own keys. */
const TEXTS = [
  'tokenEndpointUri',
  'clientId',
  'accessTokenLocation',
  'clientAssertionLocation',
  'clientAssertionType',
  'username',
  'scope',
  'audience',
] as const;
const NUMBERS = [
  'maxTokenExpirySeconds',
  'connectTimeoutSeconds',
  'readTimeoutSeconds',
  'httpRetries',
  'httpRetryPauseMs',
] as const;
/** Settings that are keys of Secrets. */
const SECRETS = ['accessToken', 'clientSecret', 'refreshToken', 'clientAssertion'] as const;
/** All of it, in the operator's own keys. */
export const LOGIN_FIELDS: ReadonlySet<string> = new Set([
  ...['type', ...TEXTS, ...NUMBERS, ...SECRETS],
  ...['passwordSecret', 'accessTokenIsJwt', 'tlsTrustedCertificates', 'disableTlsHostnameVerification'],
]);
/** What an application can be told of a login by OAuth 2.0. */
export type OauthSetting =
  | (typeof TEXTS | typeof NUMBERS | typeof SECRETS)[number]
  | 'password'
  | 'caCertificate'
  | 'hostnameAlgorithm'
  | 'accessTokenIsJwt';

/** Names of the variables of a login by OAuth 2.0; a setting without a name cannot be told. */
export type OauthNames = Readonly<Partial<Record<OauthSetting, string>>>;

/** How images take a login by OAuth 2.0. */
export interface OauthForm {
  readonly names: OauthNames;
  /** What goes with every login, and tells a reader that it is one. */
  readonly fixed: readonly EnvVar[];
  /** The variable that says what the certificates to trust are. */
  readonly trustType?: string;
  /** Whether a library reads the names by itself, so that no program has others. */
  readonly isLibrary?: true;
}

/**
 * The variables of Strimzi's library for OAuth. It prefers them to what a JAAS text says.
 * @see https://github.com/strimzi/strimzi-kafka-oauth#configuring-the-kafka-client
 */
export const LIBRARY_NAMES = {
  tokenEndpointUri: 'OAUTH_TOKEN_ENDPOINT_URI',
  clientId: 'OAUTH_CLIENT_ID',
  clientSecret: 'OAUTH_CLIENT_SECRET',
  accessToken: 'OAUTH_ACCESS_TOKEN',
  accessTokenLocation: 'OAUTH_ACCESS_TOKEN_LOCATION',
  refreshToken: 'OAUTH_REFRESH_TOKEN',
  clientAssertion: 'OAUTH_CLIENT_ASSERTION',
  clientAssertionLocation: 'OAUTH_CLIENT_ASSERTION_LOCATION',
  clientAssertionType: 'OAUTH_CLIENT_ASSERTION_TYPE',
  username: 'OAUTH_PASSWORD_GRANT_USERNAME',
  password: 'OAUTH_PASSWORD_GRANT_PASSWORD',
  scope: 'OAUTH_SCOPE',
  audience: 'OAUTH_AUDIENCE',
  accessTokenIsJwt: 'OAUTH_ACCESS_TOKEN_IS_JWT',
  maxTokenExpirySeconds: 'OAUTH_MAX_TOKEN_EXPIRY_SECONDS',
  connectTimeoutSeconds: 'OAUTH_CONNECT_TIMEOUT_SECONDS',
  readTimeoutSeconds: 'OAUTH_READ_TIMEOUT_SECONDS',
  httpRetries: 'OAUTH_HTTP_RETRIES',
  httpRetryPauseMs: 'OAUTH_HTTP_RETRY_PAUSE_MILLIS',
  caCertificate: 'OAUTH_SSL_TRUSTSTORE_CERTIFICATES',
  hostnameAlgorithm: 'OAUTH_SSL_ENDPOINT_IDENTIFICATION_ALGORITHM',
} as const satisfies OauthNames;

/** The variable that tells Strimzi's library what the certificates to trust are. */
export const LIBRARY_TRUST_TYPE = 'OAUTH_SSL_TRUSTSTORE_TYPE';
/** Kafka's login module of a token. */
export const OAUTH_MODULE = 'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule';
/** What gets the token, in Strimzi's library. */
export const LIBRARY_HANDLER = 'io.strimzi.kafka.oauth.client.JaasClientOauthLoginCallbackHandler';
/** Kafka's mechanism of a token. */
export const OAUTH_MECHANISM = 'OAUTHBEARER';

/**
 * How programs on Kafka's Java client take it, with Strimzi's library among their dependencies.
 * @param variable - the variable of a property of the client
 */
export function libraryForm(variable: (property: string) => string): OauthForm {
  return {
    names: LIBRARY_NAMES,
    fixed: [
      { name: variable('sasl.mechanism'), value: OAUTH_MECHANISM },
      { name: variable('sasl.jaas.config'), value: `${OAUTH_MODULE} required;` },
      { name: variable('sasl.login.callback.handler.class'), value: LIBRARY_HANDLER },
    ],
    trustType: LIBRARY_TRUST_TYPE,
    isLibrary: true,
  };
}

/** How an image of the team's own takes it, in the variables that the team names. */
export function namedForm(given: ClientVariables): OauthForm {
  const { saslMechanism, saslJaasConfig } = given;
  return {
    names: defined({
      tokenEndpointUri: given.oauthTokenEndpointUri,
      clientId: given.oauthClientId,
      clientSecret: given.oauthClientSecret,
      accessToken: given.oauthAccessToken,
      accessTokenLocation: given.oauthAccessTokenLocation,
      refreshToken: given.oauthRefreshToken,
      clientAssertion: given.oauthClientAssertion,
      clientAssertionLocation: given.oauthClientAssertionLocation,
      clientAssertionType: given.oauthClientAssertionType,
      username: given.oauthUsername,
      password: given.oauthPassword,
      scope: given.oauthScope,
      audience: given.oauthAudience,
      caCertificate: given.oauthCaCertificate,
    }),
    fixed: [
      ...(saslMechanism === undefined ? [] : [{ name: saslMechanism, value: OAUTH_MECHANISM }]),
      ...(saslJaasConfig === undefined ? [] : [{ name: saslJaasConfig, value: `${OAUTH_MODULE} required;` }]),
    ],
  };
}

/** What a setting of a login is: a text, or a key of a Secret. */
type Said = { readonly value: string } | { readonly secret: SecretKey };

/** What a login says, in the order in which variables have it. */
export function saidBy(login: LoginRecord): ReadonlyMap<OauthSetting, Said> {
  const said = new Map<OauthSetting, Said>();
  for (const setting of [...TEXTS, ...NUMBERS, 'accessTokenIsJwt'] as const) {
    const value = login[setting];
    if (isPlain(value)) said.set(setting, { value: String(value) });
  }
  for (const setting of SECRETS) {
    if (login[setting] !== undefined) said.set(setting, { secret: keyIn(login[setting], 'key') });
  }
  if (login['passwordSecret'] !== undefined)
    said.set('password', { secret: keyIn(login['passwordSecret'], 'password') });
  const [authority] = trustIn(login);
  if (authority !== undefined) said.set('caCertificate', { secret: keyIn(authority, 'certificate') });
  // The empty name of an algorithm is how Kafka's clients are told to compare no names.
  if (login['disableTlsHostnameVerification'] === true) said.set('hostnameAlgorithm', { value: '' });
  return said;
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function trustIn(login: LoginRecord): readonly unknown[] {
  const trust = login['tlsTrustedCertificates'];
  return Array.isArray(trust) ? trust : [];
}

function keyIn(reference: unknown, field: string): SecretKey {
  const fields = map(reference);
  return { secret: text(fields['secretName']) ?? '', key: text(fields[field]) ?? '' };
}

/** What a login says, for a function that names the variables. */
export function oauthSettings(login: LoginRecord): ClientOauth {
  const said = [...saidBy(login)].flatMap(([setting, what]): [string, unknown][] =>
    TOLD.has(setting) ? [[setting, 'secret' in what ? what.secret : what.value]] : [],
  );
  return Object.fromEntries(said);
}

/** What such a function is told. */
const TOLD: ReadonlySet<OauthSetting> = new Set([...TEXTS, ...SECRETS, 'password', 'caCertificate'] as const);

/** The variables of a login. */
export function oauthVariables(login: LoginRecord, { names, fixed, trustType }: OauthForm): EnvVar[] {
  const said = saidBy(login);
  const told = [...said].flatMap(([setting, what]): EnvVar[] => {
    const name = names[setting];
    return name === undefined ? [] : [{ name, ...('value' in what ? { value: verbatim(what.value) } : what) }];
  });
  const type = trustType !== undefined && said.has('caCertificate') ? [{ name: trustType, value: 'PEM' }] : [];
  return [...fixed, ...told, ...type];
}

/** What of a login has no variable, in the words of its props. */
export function untoldOauth(login: LoginRecord, { names }: OauthForm): readonly string[] {
  const untold = [...saidBy(login).keys()].filter((setting) => names[setting] === undefined);
  return untold.map((setting) => WORDS[setting] ?? setting);
}

/** Whether a login trusts but what one variable or file holds: one certificate, and that by its name. */
export function trustsByName(login: LoginRecord): boolean {
  return !trustsSeveral(login) && trustIn(login).every((each) => text(map(each)['certificate']) !== undefined);
}

/** Whether a login trusts more certificates than one variable holds. */
export function trustsSeveral(login: LoginRecord): boolean {
  return trustIn(login).length > 1;
}

/** Settings that are called otherwise in the props of a login. */
const WORDS: Readonly<Partial<Record<OauthSetting, string>>> = {
  caCertificate: 'trust',
  hostnameAlgorithm: 'disableTlsHostnameVerification',
};

/** The inverse of `oauthVariables`; absent: the variables are of no such login, and none is taken. */
export function readOauth(
  reader: EnvironmentReader,
  { names, fixed, trustType }: OauthForm,
): ClientRecord['endpoint']['login'] {
  if (!isLogin(reader, names, fixed)) return undefined;
  reader.drop(...fixed.map(({ name }) => name));
  const login: Record<string, unknown> = { type: 'oauth' };
  for (const setting of TEXTS) login[setting] = takeText(reader, names[setting]);
  for (const setting of NUMBERS) login[setting] = reader.takeNumber(names[setting]);
  for (const setting of SECRETS) login[setting] = referenceTo(takeSecret(reader, names[setting]), 'key');
  login['passwordSecret'] = referenceTo(takeSecret(reader, names.password), 'password');
  const trust = referenceTo(takeSecret(reader, names.caCertificate), 'certificate');
  if (trust) {
    login['tlsTrustedCertificates'] = [trust];
    reader.take(trustType, (type) => type === 'PEM');
  }
  const isJwt = reader.take(names.accessTokenIsJwt, (value) => value === 'true' || value === 'false');
  if (isJwt !== undefined) login['accessTokenIsJwt'] = isJwt === 'true';
  if (reader.take(names.hostnameAlgorithm, (value) => value === '') !== undefined)
    login['disableTlsHostnameVerification'] = true;
  return defined(login) as LoginRecord;
}

/** Whether what goes with every login is there just so, and a token or where to get one. */
function isLogin(reader: EnvironmentReader, names: OauthNames, fixed: readonly EnvVar[]): boolean {
  const { accessToken, accessTokenLocation, tokenEndpointUri } = names;
  return (
    fixed.every((variable) => 'value' in variable && reader.value(variable.name) === variable.value) &&
    [accessToken, accessTokenLocation, tokenEndpointUri].some((name) => name !== undefined && reader.has(name))
  );
}

function takeText(reader: EnvironmentReader, name: string | undefined): string | undefined {
  const value = reader.take(name);
  return value === undefined ? undefined : expanded(value);
}

function takeSecret(reader: EnvironmentReader, name: string | undefined): SecretKey | undefined {
  const secret = reader.secret(name);
  if (secret) reader.drop(name);
  return secret;
}

function referenceTo(key: SecretKey | undefined, field: string): Record<string, string> | undefined {
  return key && { secretName: key.secret, [field]: key.key };
}
