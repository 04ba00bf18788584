import type { ClientRecord, ClientVariables } from '../../model/client';
import type { Credentials, Endpoint, TrustedCertificate } from '../../model/endpoint';
import type { EnvVar } from '../../model/env';
import type { SecretKey } from '../../model/user';
import { tracingVariables } from '../common/tracing-variables';
import { namesOf, type Contract } from './contract';
import { storeBeside } from '../operator-names';
import { loginVariables, withoutToldLogin } from './login';
import { fileText, referenceTo, secretFolders } from './credential-files';
import { jaasConfig, MECHANISMS, verbatim, type SaslType } from './sasl';

/** The variable that a password is in where a JAAS text needs it and no name is given. */
export const USUAL_PASSWORD_VARIABLE = 'USER_PASSWORD';

/** What a contract writes, in the order of a container: the team's own variables come last. */
export function writeEnvironment(record: ClientRecord, contract: Contract): EnvVar[] {
  const own = record.env ?? [];
  const ownNames = new Set(own.map(({ name }) => name));
  const client = withoutToldLogin(record, contract, ownNames);
  const defaults = contract.defaults(client.role.type).filter(({ name }) => !ownNames.has(name));
  return [...contractEnvironment(client, contract), ...defaults, ...tracingEnvironment(client, contract), ...own];
}

/** The variables of credentials, address, role and pace, that the team cannot set besides. */
export function contractEnvironment(client: ClientRecord, contract: Contract): EnvVar[] {
  const names = namesFor(client, contract);
  return [
    ...credentialVariables(client, names, contract),
    ...contract.fixed(client),
    ...plain(names.bootstrapServers, client.endpoint.bootstrapServers),
    ...roleVariables(client, names),
    ...plain(names.delayMs, client.delayMs),
    ...plain(names.logLevel, client.logLevel),
    ...plain(names.messageCount, client.messageCount),
  ];
}

/** The names of the variables of an application that is to be written. */
export function namesFor({ role, variables, credentialsAs }: ClientRecord, contract: Contract): ClientVariables {
  return namesOf({ role: role.type, variables }, contract, credentialsAs);
}

/** The variables of tracing. */
export function tracingEnvironment({ tracing }: ClientRecord, { tracingSwitch }: Contract): EnvVar[] {
  if (!tracing) return [];
  return [...(tracingSwitch ? [tracingSwitch] : []), ...tracingVariables(tracing)];
}

/** Kafka's name for what an endpoint asks for. */
export function securityProtocolOf({ trust, credentials, login }: Endpoint): string {
  const isLogin = login?.type === 'oauth' || login?.['sasl'] === true;
  const sasl = isLogin || (credentials !== undefined && credentials.type !== 'tls');
  if (trust) return sasl ? 'SASL_SSL' : 'SSL';
  return sasl ? 'SASL_PLAINTEXT' : 'PLAINTEXT';
}

function credentialVariables(client: ClientRecord, names: ClientVariables, contract: Contract): EnvVar[] {
  const { trust, credentials } = client.endpoint;
  const secret = fromSecrets(client, contract);
  const authority = trust?.[0];
  const protocol = securityProtocolOf(client.endpoint);
  return [
    ...(authority ? trustVariables(authority, names, secret) : []),
    ...(credentials?.type === 'tls' ? tlsVariables(credentials, names, secret) : []),
    ...(credentials && credentials.type !== 'tls' && names.username !== undefined
      ? plain(names.username, verbatim(credentials.username))
      : []),
    ...(protocol === 'PLAINTEXT' && !contract.tellsPlaintext ? [] : plain(names.securityProtocol, protocol)),
    ...(credentials && credentials.type !== 'tls' ? saslVariables(credentials, names, client, contract) : []),
    ...loginVariables(client, contract),
  ];
}

/** Spells a key of a Secret under a name; `asFile`: where the Secret is mounted, as the file that it is there. */
type WriteSecret = (name: string | undefined, key: SecretKey, asFile?: boolean) => EnvVar[];

/** How a key of a Secret becomes a variable: from the Secret, as a path, or as a reference to a file. */
function fromSecrets(client: ClientRecord, contract: Contract): WriteSecret {
  const mounts = secretFolders(client, contract);
  const form = client.credentialsAs && contract.files[client.credentialsAs];
  return (name, key, asFile = true) => {
    if (name === undefined) return [];
    const value = asFile && form ? fileText(key, form, mounts) : undefined;
    return [value === undefined ? { name, secret: key } : { name, value }];
  };
}

function trustVariables(
  { secret, certificate }: TrustedCertificate,
  names: ClientVariables,
  write: WriteSecret,
): EnvVar[] {
  if (names.trustStore === undefined) return write(names.caCertificate, { secret, key: certificate });
  return storeVariables({ secret, certificate }, [names.trustStore, names.trustStorePassword], write);
}

function tlsVariables(
  { secret, certificate, key }: Extract<Credentials, { type: 'tls' }>,
  names: ClientVariables,
  write: WriteSecret,
): EnvVar[] {
  if (names.keyStore !== undefined) {
    return storeVariables({ secret, certificate }, [names.keyStore, names.keyStorePassword], write);
  }
  return [...write(names.userCertificate, { secret, key: certificate }), ...write(names.userKey, { secret, key })];
}

/** A PKCS12 store is a file, whose password is no file. */
function storeVariables(
  { secret, certificate }: TrustedCertificate,
  [name, passwordName]: readonly [string, string | undefined],
  write: WriteSecret,
): EnvVar[] {
  const { store, password } = storeBeside(certificate);
  return [...write(name, { secret, key: store }), ...write(passwordName, { secret, key: password }, false)];
}

function saslVariables(
  { type, username, password }: Extract<Credentials, { type: SaslType }>,
  names: ClientVariables,
  client: ClientRecord,
  contract: Contract,
): EnvVar[] {
  const mechanism = plain(names.saslMechanism, MECHANISMS[type]);
  if (names.saslJaasConfig === undefined) {
    const isFile = contract.passwordFiles && client.credentialsAs === 'files';
    return [...fromSecrets(client, contract)(names.password, password, isFile), ...mechanism];
  }
  const isReferred = client.credentialsAs === 'files' && contract.files.files === 'reference';
  const reference = isReferred ? referenceTo(password, secretFolders(client, contract)) : undefined;
  const name = names.password ?? USUAL_PASSWORD_VARIABLE;
  return [
    ...(reference === undefined ? [{ name, secret: password }] : []),
    ...mechanism,
    ...plain(names.saslJaasConfig, jaasConfig(type, username, reference ?? `$(${name})`)),
  ];
}

function roleVariables({ role }: ClientRecord, names: ClientVariables): EnvVar[] {
  switch (role.type) {
    case 'producer':
      return plain(names.topic, role.topic);
    case 'consumer':
      return [...plain(names.topic, role.topic), ...plain(names.groupId, role.group)];
    case 'streams':
      return [
        ...plain(names.applicationId, role.applicationId),
        ...plain(names.sourceTopic, role.source),
        ...plain(names.targetTopic, role.target),
      ];
    case 'program':
      return [...plain(names.applicationId, role.applicationId), ...plain(names.groupId, role.group)];
    case 'other':
      return [];
  }
}

function plain(name: string | undefined, value: string | number | undefined): EnvVar[] {
  return name === undefined || value === undefined ? [] : [{ name, value: String(value) }];
}
