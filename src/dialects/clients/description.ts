import type { ClientRecord, ClientRole, ClientVariables } from '../../model/client';
import {
  CLIENT_ROLES,
  DESCRIBED_CONTRACTS,
  DESCRIBED_FORMS,
  UNTOLD,
  UNTOLD_LISTS,
} from '../../model/client-annotation';
import type { Credentials, Endpoint } from '../../model/endpoint';
import { list, map, text, texts } from '../../model/guarded';
import { defined, sorted } from '../common/codec';
import type { Known } from './read-environment';
import { MECHANISMS, saslTypeOf, type SaslType } from './sasl';

/** What the annotation of an object says of the application in it. */
export type Description = Pick<Known, 'role' | 'variables' | 'untold' | 'endpoint' | 'credentialsAs'> &
  Pick<ClientRecord, 'contract' | 'prefix' | 'container'>;

/** Whose variables tell all by themselves. */
const TELLING: ReadonlySet<string> = new Set(['hello-world', 'strimzi-examples', 'test-clients']);

/**
 * What an annotation has to say besides the variables; absent: nothing.
 * @param names - the names of the variables
 */
export function describe(
  client: Pick<ClientRecord, 'contract' | 'prefix' | 'role' | 'variables' | 'endpoint' | 'container' | 'credentialsAs'>,
  names: ClientVariables,
): string | undefined {
  const { contract, prefix, role, variables, endpoint, container, credentialsAs } = client;
  if (TELLING.has(contract)) return undefined;
  const { credentials } = endpoint;
  const sasl = credentials && credentials.type !== 'tls' ? MECHANISMS[credentials.type] : undefined;
  return JSON.stringify(
    defined({
      contract: contract === 'generic' ? undefined : contract,
      prefix,
      container,
      role: role.type,
      ...untoldOf(role, names),
      mechanism: names.saslMechanism === undefined ? sasl : undefined,
      variables: sorted(variables as Record<string, string> | undefined),
      // A login may hold what is nobody's business, and variables tell it.
      ...(contract === 'own' && { endpoint: withoutLogin(endpoint), credentialsAs }),
    }),
  );
}

function withoutLogin({ login: _, loginSecrets: __, ...endpoint }: Endpoint): Endpoint {
  return endpoint;
}

/** The inverse of `describe`. */
export function readDescription(annotation: string | undefined): Description | undefined {
  const described = map(parse(annotation));
  const role = CLIENT_ROLES.find((type) => type === described.role);
  if (!role) return undefined;
  const contract = DESCRIBED_CONTRACTS.find((name) => name === described.contract) ?? 'generic';
  return defined<Description>({
    contract,
    prefix: text(described.prefix),
    container: text(described.container),
    role,
    untold: readUntold(described),
    variables: described.variables === undefined ? undefined : named(described.variables),
    ...(contract === 'own' && {
      endpoint: readEndpoint(map(described.endpoint)),
      credentialsAs: DESCRIBED_FORMS.find((form) => form === described.credentialsAs),
    }),
  });
}

function readUntold(described: Readonly<Record<string, unknown>>): Known['untold'] {
  const sasl: SaslType | undefined = saslTypeOf(text(described['mechanism']));
  return defined({
    ...Object.fromEntries(UNTOLD.map((field) => [field, text(described[field])])),
    ...Object.fromEntries(
      UNTOLD_LISTS.map((field) => [field, described[field] === undefined ? undefined : texts(described[field])]),
    ),
    sasl,
  });
}

/** The parts of a role that no variable carries. */
function untoldOf(role: ClientRole, names: ClientVariables): Partial<Known['untold']> {
  const untold = <T>(name: string | undefined, value: T): T | undefined => (name === undefined ? value : undefined);
  switch (role.type) {
    case 'producer':
      return { topic: untold(names.topic, role.topic) };
    case 'consumer':
      return { topic: untold(names.topic, role.topic), group: untold(names.groupId, role.group) };
    case 'streams':
      return {
        source: untold(names.sourceTopic, role.source),
        target: untold(names.targetTopic, role.target),
        applicationId: untold(names.applicationId, role.applicationId),
      };
    case 'program':
      return {
        producesTo: role.producesTo,
        consumesFrom: role.consumesFrom,
        group: untold(names.groupId, role.group),
        applicationId: untold(names.applicationId, role.applicationId),
      };
    case 'other':
      return {};
  }
}

/** An endpoint that somebody may have written. */
function readEndpoint(endpoint: Readonly<Record<string, unknown>>): Endpoint {
  const trust = list(endpoint['trust']).map((each) => {
    const { secret, certificate } = map(each);
    return { secret: text(secret) ?? '', certificate: text(certificate) ?? '' };
  });
  return defined({
    bootstrapServers: text(endpoint['bootstrapServers']) ?? '',
    trust: endpoint['trust'] === undefined ? undefined : trust,
    credentials: readCredentials(map(endpoint['credentials'])),
  });
}

function readCredentials(credentials: Readonly<Record<string, unknown>>): Credentials | undefined {
  const type = text(credentials['type']);
  if (type === 'tls') {
    const [secret = '', certificate = '', key = ''] = ['secret', 'certificate', 'key'].map((field) =>
      text(credentials[field]),
    );
    return { type, secret, certificate, key };
  }
  const sasl = Object.keys(MECHANISMS).find((each): each is SaslType => each === type);
  const { secret, key } = map(credentials['password']);
  return (
    sasl && {
      type: sasl,
      username: text(credentials['username']) ?? '',
      password: { secret: text(secret) ?? '', key: text(key) ?? '' },
    }
  );
}

function named(variables: unknown): ClientVariables {
  return Object.fromEntries(Object.entries(map(variables)).filter(([, name]) => typeof name === 'string'));
}

/** The value of a JSON text; absent: it is none, as a person may have written it. */
function parse(json: string | undefined): unknown {
  try {
    return json === undefined ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
}
