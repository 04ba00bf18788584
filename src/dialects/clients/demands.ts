import type { ClientRecord, ClientVariables } from '../../model/client';
import type { Endpoint, TrustedCertificate } from '../../model/endpoint';
import type { Limit } from '../common/codec';
import { tracingVariableLimits } from '../common/tracing-variables';
import type { Contract } from './contract';
import type { SaslType } from './sasl';
import { withoutToldLogin } from './login';
import { contractEnvironment, namesFor, tracingEnvironment } from './write-environment';

/** What of an application the images of a contract cannot be told. */
export function demandsOf(record: ClientRecord, contract: Contract): Limit[] {
  const client = withoutToldLogin(record, contract, new Set(record.env?.map(({ name }) => name)));
  const names = namesFor(client, contract);
  if (client.contract === 'own') {
    return [
      ...storeLimits(client),
      ...paceLimits(client, names, contract),
      ...tracingLimits(client, contract),
      ...collisions(client, contract),
    ];
  }
  return [
    ...roleLimits(client, contract),
    ...addressLimits(client, names),
    ...credentialLimits(client, names, contract),
    ...fileLimits(client, names, contract),
    ...storeLimits(client),
    ...paceLimits(client, names, contract),
    ...tracingLimits(client, contract),
    ...collisions(client, contract),
  ];
}

function roleLimits({ role, contract: name, variables, prefix }: ClientRecord, { title }: Contract): Limit[] {
  if (name === 'generic') return [];
  const found: Limit[] = [];
  if (choosesProgram(name) && (role.type === 'other' || role.type === 'program')) {
    found.push({
      field: 'role.type',
      given: role.type,
      message: `It takes a role to choose a program of ${title}.`,
      allowed: 'producer, consumer, streams',
    });
  }
  if (prefix !== undefined && choosesProgram(name)) {
    found.push({
      field: 'prefix',
      given: prefix,
      message: `The names of the variables are fixed in ${title}: it is a client of one cluster.`,
      allowed: 'no prefix',
    });
  }
  if (variables) {
    found.push({
      field: 'variables',
      given: variables,
      message: `The names of the variables are fixed in ${title}.`,
      allowed: 'no variables, or the contract "generic"',
    });
  }
  return found;
}

/** Whether the image has several programs, or is one of several, by what it is for. */
function choosesProgram(name: ClientRecord['contract']): boolean {
  return name === 'hello-world' || name === 'strimzi-examples' || name === 'test-clients';
}

function addressLimits({ endpoint }: ClientRecord, names: ClientVariables): Limit[] {
  if (endpoint.bootstrapServers === '') return [];
  return unnamed(names, 'bootstrapServers', 'where its Kafka cluster is');
}

function credentialLimits({ endpoint }: ClientRecord, names: ClientVariables, contract: Contract): Limit[] {
  const { trust, credentials } = endpoint;
  return [
    ...(trust ? trustLimits(trust, names, contract) : []),
    ...(credentials?.type === 'tls' ? certificateLimits(trust, names) : []),
    ...(credentials && credentials.type !== 'tls' ? saslLimits(credentials.type, names, contract) : []),
  ];
}

function trustLimits(trust: readonly TrustedCertificate[], names: ClientVariables, { title }: Contract): Limit[] {
  const refuse = (message: string, allowed: string): Limit => ({
    field: 'endpoint.trust',
    given: trust,
    message,
    allowed,
  });
  if (trust.length === 0) {
    if (names.securityProtocol !== undefined) return [];
    return [refuse(`There is no way to ask ${title} for TLS without a certificate to trust.`, 'a certificate')];
  }
  return [
    ...(trust.length > 1 ? [refuse('One variable holds one certificate.', 'one certificate')] : []),
    ...(names.trustStore === undefined
      ? unnamed(names, 'caCertificate', 'which certificate to trust')
      : unnamed(names, 'trustStorePassword', 'the password of the store with the certificate to trust')),
  ];
}

function certificateLimits(trust: Endpoint['trust'], names: ClientVariables): Limit[] {
  const withoutTls: Limit = {
    field: 'endpoint.credentials.type',
    given: 'tls',
    message: 'A client certificate proves nothing where there is no TLS.',
    allowed: 'a listener with TLS',
  };
  return [
    ...(trust ? [] : [withoutTls]),
    ...(names.keyStore === undefined
      ? [...unnamed(names, 'userCertificate', 'its certificate'), ...unnamed(names, 'userKey', 'its private key')]
      : unnamed(names, 'keyStorePassword', 'the password of the store with its certificate')),
  ];
}

function saslLimits(type: SaslType, names: ClientVariables, { sasl, title }: Contract): Limit[] {
  if (!sasl.includes(type)) {
    return [
      {
        field: 'endpoint.credentials.type',
        given: type,
        message: `There is no ${type} in ${title}.`,
        allowed: ['tls', ...sasl].join(', '),
      },
    ];
  }
  if (names.saslJaasConfig !== undefined) return [];
  return [...unnamed(names, 'username', 'its user name'), ...unnamed(names, 'password', 'its password')];
}

function fileLimits(client: ClientRecord, names: ClientVariables, contract: Contract): Limit[] {
  const { credentialsAs: given } = client;
  if (given === undefined) return [];
  const { files, title } = contract;
  const refuse = (message: string, allowed: string): Limit[] => [{ field: 'credentialsAs', given, message, allowed }];
  if (!files[given]) {
    const others = Object.keys(files).filter((each) => each !== given);
    const what = given === 'files' ? 'PEM files' : 'PKCS12 stores';
    return refuse(`Certificates do not come to ${title} in ${what}.`, ['environment', ...others].join(', '));
  }
  if (given === 'pkcs12' && !hasStore(client, names)) {
    return refuse(`Nothing of it comes to ${title} in a PKCS12 store.`, 'environment, files');
  }
  if (given === 'files' && isJaasOfFile(client, names, contract)) {
    return refuse('A JAAS text cannot name the file that the password is in.', 'environment, or no saslJaasConfig');
  }
  return [];
}

function hasStore({ endpoint: { trust = [], credentials } }: ClientRecord, names: ClientVariables): boolean {
  if (trust.length > 0 && names.trustStore !== undefined) return true;
  return credentials?.type === 'tls' && names.keyStore !== undefined;
}

function isJaasOfFile(
  { endpoint: { credentials } }: ClientRecord,
  { saslJaasConfig }: ClientVariables,
  { files, passwordFiles }: Contract,
): boolean {
  if (!credentials || credentials.type === 'tls' || saslJaasConfig === undefined) return false;
  return passwordFiles && files.files === 'path';
}

/** Operators keep a PKCS12 store beside a certificate, and call it after that. */
function storeLimits({ endpoint, credentialsAs }: ClientRecord): Limit[] {
  if (credentialsAs !== 'pkcs12') return [];
  const { trust = [], credentials } = endpoint;
  const pair = credentials?.type === 'tls' ? credentials : undefined;
  const certificates = [...trust.map(({ certificate }) => certificate), ...(pair ? [pair.certificate] : [])];
  const odd = certificates.find((certificate) => !/^.+\.crt$/.test(certificate));
  const isPair = !pair || pair.key === pair.certificate.replace(/crt$/, 'key');
  if (odd === undefined && isPair) return [];
  return [
    {
      field: 'credentialsAs',
      given: credentialsAs,
      message: `There is no PKCS12 store beside ${odd ?? pair?.key ?? ''}.`,
      allowed: 'environment, files, or keys that are called as operators call them, such as ca.crt',
    },
  ];
}

function paceLimits(client: ClientRecord, names: ClientVariables, contract: Contract): Limit[] {
  const found = (['delayMs', 'messageCount', 'logLevel'] as const).flatMap((field): Limit[] => {
    const given = client[field];
    if (given === undefined || names[field] !== undefined) return [];
    return [
      {
        field,
        given,
        message: `A ${client.role.type} of ${contract.title} cannot be told it.`,
        allowed: client.contract === 'generic' ? `a name in variables.${field}, or no ${field}` : `no ${field}`,
      },
    ];
  });
  if (client.delayMs === undefined && contract.needsDelay.includes(client.role.type)) {
    found.push({
      field: 'delayMs',
      message: `A ${client.role.type} of ${contract.title} does not start without a delay between messages.`,
      allowed: 'a number of milliseconds',
    });
  }
  return found;
}

function tracingLimits({ tracing }: ClientRecord, { tracing: systems, title }: Contract): Limit[] {
  if (!tracing) return [];
  if (systems.includes(tracing.system)) {
    return tracingVariableLimits(tracing).map((limit) => ({ ...limit, field: `tracing.${limit.field}` }));
  }
  return [
    {
      field: 'tracing.system',
      given: tracing.system,
      message: `There is no such tracing library in ${title}.`,
      allowed: systems.join(', '),
    },
  ];
}

/** Variables that are set twice: the last would win, without a word. */
function collisions(client: ClientRecord, contract: Contract): Limit[] {
  const taken = new Set<string>();
  const twice = [...contractEnvironment(client, contract), ...tracingEnvironment(client, contract)].flatMap(
    ({ name }) => (seen(taken, name) ? [twiceLimit('variables', name)] : []),
  );
  const own = (client.env ?? []).flatMap(({ name }, index) =>
    seen(taken, name) ? [twiceLimit(`env[${index}].name`, name)] : [],
  );
  return [...twice, ...own];
}

function seen(names: Set<string>, name: string): boolean {
  const known = names.has(name);
  names.add(name);
  return known;
}

function twiceLimit(field: string, name: string): Limit {
  return {
    field,
    given: name,
    message: `The variable ${name} is set already.`,
    allowed: 'a name that no other variable has',
  };
}

function unnamed(names: ClientVariables, setting: keyof ClientVariables, what: string): Limit[] {
  if (names[setting] !== undefined) return [];
  return [
    {
      field: `variables.${setting}`,
      message: `Nothing tells the application ${what}.`,
      allowed: 'the name of the variable that it reads it from',
    },
  ];
}
