import type { ClientRecord, ClientVariables } from '../../model/client';
import type { Credentials, Endpoint } from '../../model/endpoint';
import type { EnvVar } from '../../model/env';
import type { SecretKey } from '../../model/user';
import { pathOf } from '../common/secret-files';
import { tracingVariables } from '../common/tracing-variables';
import type { Contract, SaslType } from './contract';
import { mountedSecrets, referenceTo } from './credential-files';
import { jaasConfig, MECHANISMS, verbatim } from './sasl';

/** The variable that a password is in where a JAAS text needs it and no name is given. */
export const USUAL_PASSWORD_VARIABLE = 'USER_PASSWORD';

/** What a contract writes, in the order of a container: the team's own variables come last. */
export function writeEnvironment(client: ClientRecord, contract: Contract): EnvVar[] {
  const own = client.env ?? [];
  const ownNames = new Set(own.map(({ name }) => name));
  const defaults = contract.defaults(client.role.type).filter(({ name }) => !ownNames.has(name));
  return [...contractEnvironment(client, contract), ...defaults, ...tracingEnvironment(client, contract), ...own];
}

/** The variables of credentials, address, role and pace, that the team cannot set besides. */
export function contractEnvironment(client: ClientRecord, contract: Contract): EnvVar[] {
  const names = contract.variables(client.role.type, client.variables);
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

/** The variables of tracing. */
export function tracingEnvironment({ tracing }: ClientRecord, { tracingSwitch }: Contract): EnvVar[] {
  if (!tracing) return [];
  return [...(tracingSwitch ? [tracingSwitch] : []), ...tracingVariables(tracing)];
}

/** Kafka's name for what an endpoint asks for. */
export function securityProtocolOf({ trust, credentials }: Endpoint): string {
  const sasl = credentials !== undefined && credentials.type !== 'tls';
  if (trust) return sasl ? 'SASL_SSL' : 'SSL';
  return sasl ? 'SASL_PLAINTEXT' : 'PLAINTEXT';
}

function credentialVariables(client: ClientRecord, names: ClientVariables, contract: Contract): EnvVar[] {
  const { trust, credentials } = client.endpoint;
  const secret = fromSecrets(client, contract);
  const authority = trust?.[0];
  const protocol = securityProtocolOf(client.endpoint);
  return [
    ...(authority ? secret(names.caCertificate, { secret: authority.secret, key: authority.certificate }) : []),
    ...(credentials?.type === 'tls' ? tlsVariables(credentials, names, secret) : []),
    ...(credentials && credentials.type !== 'tls' && names.username !== undefined
      ? plain(names.username, verbatim(credentials.username))
      : []),
    ...(protocol === 'PLAINTEXT' && !contract.tellsPlaintext ? [] : plain(names.securityProtocol, protocol)),
    ...(credentials && credentials.type !== 'tls' ? saslVariables(credentials, names, client, contract) : []),
  ];
}

type WriteSecret = (name: string | undefined, key: SecretKey) => EnvVar[];

/** How a key of a Secret becomes a variable: from the Secret, as a path, or as a reference to a file. */
function fromSecrets(client: ClientRecord, { files }: Contract): WriteSecret {
  const mounts = mountedSecrets(client);
  const locate = files === 'path' ? pathOf : referenceTo;
  return (name, key) => {
    if (name === undefined) return [];
    const value = files && locate(key, mounts);
    return [value === undefined ? { name, secret: key } : { name, value }];
  };
}

function tlsVariables(
  { secret: name, certificate, key }: Extract<Credentials, { type: 'tls' }>,
  names: ClientVariables,
  secret: WriteSecret,
): EnvVar[] {
  return [
    ...secret(names.userCertificate, { secret: name, key: certificate }),
    ...secret(names.userKey, { secret: name, key }),
  ];
}

function saslVariables(
  { type, username, password }: Extract<Credentials, { type: SaslType }>,
  names: ClientVariables,
  client: ClientRecord,
  contract: Contract,
): EnvVar[] {
  const mechanism = plain(names.saslMechanism, MECHANISMS[type]);
  if (names.saslJaasConfig === undefined) {
    return [...fromSecrets(client, contract)(names.password, password), ...mechanism];
  }
  const reference = contract.files === 'reference' ? referenceTo(password, mountedSecrets(client)) : undefined;
  const name = names.password ?? USUAL_PASSWORD_VARIABLE;
  return [
    ...(reference === undefined ? [{ name, secret: password }] : []),
    ...mechanism,
    ...plain(names.saslJaasConfig, jaasConfig(type, username, reference ?? `$(${name})`)),
  ];
}

function roleVariables({ role }: ClientRecord, names: ClientVariables): EnvVar[] {
  if (role.type === 'other') return [];
  if (role.type === 'streams') {
    return [
      ...plain(names.applicationId, role.applicationId),
      ...plain(names.sourceTopic, role.source),
      ...plain(names.targetTopic, role.target),
    ];
  }
  return [...plain(names.topic, role.topic), ...(role.type === 'consumer' ? plain(names.groupId, role.group) : [])];
}

function plain(name: string | undefined, value: string | number | undefined): EnvVar[] {
  return name === undefined || value === undefined ? [] : [{ name, value: String(value) }];
}
