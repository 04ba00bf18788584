import type { ClientRole, ClientVariables } from '../../model/client';
import type { Credentials, Endpoint } from '../../model/endpoint';
import type { EnvVar } from '../../model/env';
import type { SecretKey } from '../../model/user';
import { defined } from '../common/codec';
import { keyAt, type MountedSecret } from '../common/secret-files';
import { readTracingVariables } from '../common/tracing-variables';
import type { Contract, RoleType, SaslType, Settings } from './contract';
import { keyReferredTo } from './credential-files';
import { EnvironmentReader } from '../common/environment-reader';
import { expanded, MECHANISMS, readJaasConfig, saslTypeOf } from './sasl';
import { USUAL_PASSWORD_VARIABLE } from './write-environment';

/** What is known of an application before its variables are read. */
export interface Known {
  readonly contract: Contract;
  readonly role: RoleType;
  readonly variables?: ClientVariables;
  /** What no variable carries. */
  readonly untold: Partial<Record<'topic' | 'group' | 'source' | 'target' | 'applicationId', string>> & {
    readonly sasl?: SaslType;
  };
  readonly mounts: readonly MountedSecret[];
}

/** The inverse of `writeEnvironment`: settings, and the variables that are the team's own. */
export function readEnvironment(env: readonly EnvVar[], known: Known): Settings & { env?: readonly EnvVar[] } {
  const { contract, role, variables } = known;
  const names = contract.variables(role, variables);
  const reader = new EnvironmentReader(env);
  const { endpoint, fromFiles } = readEndpoint(reader, names, known);
  const settings: Settings = defined({
    role: readRole(reader, names, known),
    variables,
    endpoint,
    credentialsAs: fromFiles ? ('files' as const) : undefined,
    delayMs: reader.takeNumber(names.delayMs),
    logLevel: reader.take(names.logLevel),
    messageCount: reader.takeNumber(names.messageCount),
  });
  for (const variable of [...contract.fixed(settings), ...contract.defaults(role)]) reader.takeEqual(variable);
  const { tracing, rest } = readTracing(reader, contract);
  return defined({ ...settings, tracing, env: rest.length > 0 ? rest : undefined });
}

/** Tracing that the images do not do stays among the variables. */
function readTracing(reader: EnvironmentReader, { tracing: systems, tracingSwitch }: Contract) {
  const env = reader.rest();
  const { tracing, rest } = readTracingVariables(env);
  if (!tracing || !systems.includes(tracing.system)) return { rest: env };
  if (!tracingSwitch) return { tracing, rest };
  const others = rest.filter(({ name }) => name !== tracingSwitch.name);
  return reader.value(tracingSwitch.name) === tracingSwitch.value ? { tracing, rest: others } : { rest: env };
}

function readRole(reader: EnvironmentReader, names: ClientVariables, { role, untold }: Known): ClientRole {
  const told = (name: string | undefined, otherwise = ''): string => reader.take(name) ?? otherwise;
  switch (role) {
    case 'producer':
      return { type: role, topic: told(names.topic, untold.topic) };
    case 'consumer':
      return { type: role, topic: told(names.topic, untold.topic), group: told(names.groupId, untold.group) };
    case 'streams':
      return {
        type: role,
        source: told(names.sourceTopic, untold.source),
        target: told(names.targetTopic, untold.target),
        applicationId: told(names.applicationId, untold.applicationId),
      };
    case 'other':
      return { type: role };
  }
}

interface Found {
  readonly endpoint: Endpoint;
  /** Whether a credential comes from a file. */
  readonly fromFiles: boolean;
}

function readEndpoint(reader: EnvironmentReader, names: ClientVariables, known: Known): Found {
  const secrets = new SecretReader(reader, known);
  const authority = secrets.take(names.caCertificate);
  const protocol = reader.take(names.securityProtocol, (value) => PROTOCOLS.includes(value));
  const withoutAuthority = protocol?.endsWith('SSL') ? [] : undefined;
  const trust = authority ? [{ secret: authority.secret, certificate: authority.key }] : withoutAuthority;
  const credentials = readTls(secrets, names) ?? readSasl(reader, secrets, names, known);
  const bootstrapServers = reader.take(names.bootstrapServers) ?? '';
  return { endpoint: defined({ bootstrapServers, trust, credentials }), fromFiles: secrets.fromFiles };
}

const PROTOCOLS = ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL'];

function readTls(secrets: SecretReader, names: ClientVariables): Credentials | undefined {
  const certificate = secrets.peek(names.userCertificate);
  const key = secrets.peek(names.userKey);
  if (!certificate || !key || certificate.secret !== key.secret) return undefined;
  secrets.take(names.userCertificate);
  secrets.take(names.userKey);
  return { type: 'tls', secret: certificate.secret, certificate: certificate.key, key: key.key };
}

/** A key of the user operator's Secrets that holds a whole JAAS text. */
const JAAS_KEY = 'sasl.jaas.config';

function readSasl(
  reader: EnvironmentReader,
  secrets: SecretReader,
  names: ClientVariables,
  { untold }: Known,
): Credentials | undefined {
  const mechanism = saslTypeOf(reader.value(names.saslMechanism));
  const found = readJaas(reader, secrets, names) ?? readNameAndPassword(reader, secrets, names);
  if (!found) return undefined;
  const type = mechanism ?? untold.sasl ?? found.type ?? 'scram-sha-512';
  reader.take(names.saslMechanism, (value) => value === MECHANISMS[type]);
  return { type, username: found.username, password: found.password };
}

interface FoundSasl {
  readonly type?: SaslType;
  readonly username: string;
  readonly password: SecretKey;
}

function readJaas(reader: EnvironmentReader, secrets: SecretReader, names: ClientVariables): FoundSasl | undefined {
  const whole = reader.secret(names.saslJaasConfig);
  if (whole?.key === JAAS_KEY) {
    reader.drop(names.saslJaasConfig);
    return { username: whole.secret, password: { secret: whole.secret, key: 'password' } };
  }
  const jaas = readJaasConfig(reader.value(names.saslJaasConfig) ?? '');
  if (!jaas) return undefined;
  const passwordName = names.password ?? USUAL_PASSWORD_VARIABLE;
  const password =
    jaas.password === `$(${passwordName})` ? reader.secret(passwordName) : secrets.referredTo(jaas.password);
  if (!password) return undefined;
  reader.drop(names.saslJaasConfig, passwordName);
  reader.take(names.username, (value) => expanded(value) === jaas.username);
  return { type: jaas.type, username: jaas.username, password };
}

function readNameAndPassword(
  reader: EnvironmentReader,
  secrets: SecretReader,
  names: ClientVariables,
): FoundSasl | undefined {
  if (reader.value(names.username) === undefined || !secrets.peek(names.password)) return undefined;
  const password = secrets.take(names.password);
  return password && { username: expanded(reader.take(names.username) ?? ''), password };
}

/** Variables that stand for keys of Secrets, whichever way. */
class SecretReader {
  fromFiles = false;

  constructor(
    private readonly reader: EnvironmentReader,
    private readonly known: Known,
  ) {}

  /** The key that a variable stands for. */
  peek(name: string | undefined): SecretKey | undefined {
    return this.reader.secret(name) ?? this.located(this.reader.value(name));
  }

  /** The same, and the variable is taken. */
  take(name: string | undefined): SecretKey | undefined {
    const key = this.peek(name);
    if (!key) return undefined;
    if (!this.reader.secret(name)) this.fromFiles = true;
    this.reader.drop(name);
    return key;
  }

  /** The key that a text refers to. */
  referredTo(text: string): SecretKey | undefined {
    const key = keyReferredTo(text, this.known.mounts);
    if (key) this.fromFiles = true;
    return key;
  }

  private located(value: string | undefined): SecretKey | undefined {
    const { contract, mounts } = this.known;
    if (value === undefined || !contract.files) return undefined;
    return contract.files === 'path' ? keyAt(value, mounts) : keyReferredTo(value, mounts);
  }
}
