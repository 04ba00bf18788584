import type { ClientRecord, ClientVariables } from '../../model/client';
import type { Endpoint, TrustedCertificate } from '../../model/endpoint';
import type { Limit } from '../common/codec';
import { tracingVariableLimits } from '../common/tracing-variables';
import type { Contract, SaslType } from './contract';
import { contractEnvironment, tracingEnvironment } from './write-environment';

/** What of an application the images of a contract cannot be told. */
export function demandsOf(client: ClientRecord, contract: Contract): Limit[] {
  const names = contract.variables(client.role.type, client.variables);
  return [
    ...roleLimits(client, contract),
    ...addressLimits(client, names),
    ...credentialLimits(client, names, contract),
    ...fileLimits(client, names, contract),
    ...paceLimits(client, names, contract),
    ...tracingLimits(client, contract),
    ...collisions(client, contract),
  ];
}

function roleLimits({ role, contract: name, variables }: ClientRecord, { title }: Contract): Limit[] {
  if (name === 'generic') return [];
  const found: Limit[] = [];
  if (role.type === 'other') {
    found.push({
      field: 'role.type',
      given: 'other',
      message: `It takes a role to choose a program of ${title}.`,
      allowed: 'producer, consumer, streams',
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
    ...unnamed(names, 'caCertificate', 'which certificate to trust'),
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
    ...unnamed(names, 'userCertificate', 'its certificate'),
    ...unnamed(names, 'userKey', 'its private key'),
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

function fileLimits(
  { endpoint, credentialsAs }: ClientRecord,
  names: ClientVariables,
  { files, title }: Contract,
): Limit[] {
  if (credentialsAs !== 'files') return [];
  const { credentials } = endpoint;
  const refuse = (message: string, allowed: string): Limit[] => [
    { field: 'credentialsAs', given: 'files', message, allowed },
  ];
  if (!files) return refuse(`Certificates come to ${title} in variables only.`, 'environment');
  if (files === 'path' && credentials && credentials.type !== 'tls' && names.saslJaasConfig !== undefined) {
    return refuse('A JAAS text cannot name the file that the password is in.', 'environment, or no saslJaasConfig');
  }
  return [];
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
