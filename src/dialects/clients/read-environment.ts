import type { ClientRecord, ClientRole, ClientVariables, CredentialsAs } from '../../model/client';
import type { Credentials, Endpoint, TrustedCertificate } from '../../model/endpoint';
import type { EnvVar } from '../../model/env';
import type { SecretKey } from '../../model/user';
import { defined } from '../common/codec';
import type { MountedSecret } from '../common/secret-files';
import { readTracingVariables } from '../common/tracing-variables';
import { namesOf, type Contract, type RoleType, type Settings } from './contract';
import { certificateBeside } from '../operator-names';
import { keyInFile, keyReferredTo } from './credential-files';
import { EnvironmentReader } from '../common/environment-reader';
import { readOauth } from './oauth';
import { expanded, MECHANISMS, readJaasConfig, saslTypeOf, type SaslType } from './sasl';
import { USUAL_PASSWORD_VARIABLE } from './write-environment';

/** What is known of an application before its variables are read. */
export interface Known {
  readonly contract: Contract;
  readonly role: RoleType;
  readonly variables?: ClientVariables;
  /** The endpoint, where no variable tells of it, and how credentials come then. */
  readonly endpoint?: Endpoint;
  readonly credentialsAs?: CredentialsAs | undefined;
  /** What no variable carries. */
  readonly untold: Partial<Record<'topic' | 'group' | 'source' | 'target' | 'applicationId', string>> &
    Partial<Record<'producesTo' | 'consumesFrom', readonly string[]>> & { readonly sasl?: SaslType };
  readonly mounts: readonly MountedSecret[];
}

/** The inverse of `writeEnvironment`: settings, and the variables that are the team's own. */
export function readEnvironment(env: readonly EnvVar[], known: Known): Settings & Pick<ClientRecord, 'env'> {
  const { contract, role, variables } = known;
  const reader = new EnvironmentReader(env);
  const { endpoint, credentialsAs } = readEndpoint(reader, known);
  const names = namesOf({ role, variables }, contract, credentialsAs);
  const settings: Settings = defined({
    role: readRole(reader, names, known),
    variables,
    endpoint,
    credentialsAs: credentialsAs === 'environment' ? undefined : credentialsAs,
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
    case 'program':
      return defined({
        type: role,
        producesTo: untold.producesTo ?? [],
        consumesFrom: untold.consumesFrom ?? [],
        group: reader.take(names.groupId) ?? untold.group,
        applicationId: reader.take(names.applicationId) ?? untold.applicationId,
      });
    case 'other':
      return { type: role };
  }
}

interface Found {
  readonly endpoint: Endpoint;
  readonly credentialsAs: CredentialsAs;
}

function readEndpoint(reader: EnvironmentReader, known: Known): Found {
  const { contract, role, variables, endpoint, credentialsAs = 'environment' } = known;
  if (endpoint) return { endpoint, credentialsAs };
  const form = FORMS.find((each) => isIn(each, reader, known)) ?? 'environment';
  const names = namesOf({ role, variables }, contract, form);
  const secrets = new SecretReader(reader, known, form);
  const trust = readTrust(secrets, names);
  const protocol = reader.take(names.securityProtocol, (value) => PROTOCOLS.includes(value));
  const withoutAuthority = protocol?.endsWith('SSL') ? [] : undefined;
  const proof = readProof(reader, secrets, names, known);
  const bootstrapServers = reader.take(names.bootstrapServers) ?? '';
  return {
    endpoint: defined({ bootstrapServers, trust: trust ?? withoutAuthority, ...proof }),
    credentialsAs: form === 'environment' && secrets.fromFiles ? 'files' : form,
  };
}

/** What the application shows: credentials, or a login. */
function readProof(
  reader: EnvironmentReader,
  secrets: SecretReader,
  names: ClientVariables,
  known: Known,
): Pick<Endpoint, 'credentials' | 'login'> {
  const credentials = readTls(secrets, names) ?? readSasl(reader, secrets, names, known);
  if (credentials) return { credentials };
  const { contract, variables = {} } = known;
  return defined({ login: contract.oauth && readOauth(reader, contract.oauth(variables)) });
}

/** Ways of credentials, those first whose variables tell them from others. */
const FORMS = ['pkcs12', 'files'] as const satisfies readonly CredentialsAs[];

/** Whether some credential comes in a form. */
function isIn(form: (typeof FORMS)[number], reader: EnvironmentReader, known: Known): boolean {
  const { contract, role, variables } = known;
  const { trustStore, keyStore, caCertificate, userCertificate, password } = namesOf(
    { role, variables },
    contract,
    form,
  );
  const names = form === 'pkcs12' ? [trustStore, keyStore] : [caCertificate, userCertificate, password];
  const secrets = new SecretReader(reader, known, form);
  return names.some((name) => secrets.located(reader.value(name)) !== undefined);
}

function readTrust(secrets: SecretReader, names: ClientVariables): Endpoint['trust'] {
  if (names.trustStore !== undefined) {
    const store = secrets.takeStore(names.trustStore, names.trustStorePassword);
    if (store) return [store];
  }
  const authority = secrets.take(names.caCertificate);
  return authority && [{ secret: authority.secret, certificate: authority.key }];
}

const PROTOCOLS = ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL'];

function readTls(secrets: SecretReader, names: ClientVariables): Credentials | undefined {
  const store = names.keyStore === undefined ? undefined : secrets.takeStore(names.keyStore, names.keyStorePassword);
  if (store) return { type: 'tls', ...store, key: store.certificate.replace(/crt$/, 'key') };
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
    private readonly form: CredentialsAs,
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

  /** The certificate in PEM that is beside the PKCS12 store whose path is in a variable; both variables are taken. */
  takeStore(name: string, passwordName: string | undefined): TrustedCertificate | undefined {
    const store = this.located(this.reader.value(name));
    const certificate = certificateBeside(store?.key ?? '');
    if (!store || certificate === undefined) return undefined;
    this.reader.drop(name, passwordName);
    return { secret: store.secret, certificate };
  }

  /** The key that a text refers to. */
  referredTo(text: string): SecretKey | undefined {
    const key = keyReferredTo(text, this.known.mounts);
    if (key) this.fromFiles = true;
    return key;
  }

  /** The key of a Secret that is mounted where a text says. */
  located(value: string | undefined): SecretKey | undefined {
    const { contract, mounts } = this.known;
    const form = this.form === 'environment' ? undefined : contract.files[this.form];
    return value === undefined || form === undefined ? undefined : keyInFile(value, form, mounts);
  }
}
