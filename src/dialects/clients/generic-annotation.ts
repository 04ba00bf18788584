import type { ClientRecord, ClientRole, ClientVariables } from '../../model/client';
import { defined, sorted } from '../common/codec';
import { map, text } from '../../model/guarded';
import type { RoleType, SaslType } from './contract';
import type { Known } from './read-environment';
import { saslTypeOf, MECHANISMS } from './sasl';

/**
 * Annotation of a Deployment whose image has variables of the team's own: it tells a reader of the object which
 * variable is which, and what no variable tells. Programs take no notice of it.
 */
export const VARIABLES_ANNOTATION = 'cdk8s-strimzi/client';

/** What the annotation says; absent: nothing needs to be said. */
export function writeDescription(
  client: Pick<ClientRecord, 'contract' | 'role' | 'variables' | 'endpoint'>,
): string | undefined {
  const { contract, role, variables, endpoint } = client;
  if (contract !== 'generic' || (role.type === 'other' && !variables)) return undefined;
  const { credentials } = endpoint;
  const sasl = credentials && credentials.type !== 'tls' ? MECHANISMS[credentials.type] : undefined;
  return JSON.stringify(
    defined({
      role: role.type,
      ...untoldOf(role, variables ?? {}),
      mechanism: variables?.saslMechanism === undefined ? sasl : undefined,
      variables: sorted(variables as Record<string, string> | undefined),
    }),
  );
}

/** The inverse of `writeDescription`. */
export function readDescription(
  annotation: string | undefined,
): Pick<Known, 'role' | 'variables' | 'untold'> | undefined {
  const described = map(parse(annotation));
  const role = ROLE_TYPES.find((type) => type === described.role);
  if (!role) return undefined;
  const untold: { -readonly [K in keyof Known['untold']]: Known['untold'][K] } = {};
  for (const field of UNTOLD) {
    const value = text(described[field]);
    if (value !== undefined) untold[field] = value;
  }
  const sasl: SaslType | undefined = saslTypeOf(text(described.mechanism));
  if (sasl) untold.sasl = sasl;
  return defined({
    role,
    untold,
    variables: described.variables === undefined ? undefined : named(described.variables),
  });
}

const ROLE_TYPES: readonly RoleType[] = ['producer', 'consumer', 'streams', 'other'];
const UNTOLD = ['topic', 'group', 'source', 'target', 'applicationId'] as const;

/** The parts of a role that no variable carries. */
function untoldOf(role: ClientRole, names: ClientVariables): Partial<Record<(typeof UNTOLD)[number], string>> {
  const untold = <T>(name: string | undefined, value: T): T | undefined => (name === undefined ? value : undefined);
  if (role.type === 'other') return {};
  if (role.type === 'streams') {
    return {
      source: untold(names.sourceTopic, role.source),
      target: untold(names.targetTopic, role.target),
      applicationId: untold(names.applicationId, role.applicationId),
    };
  }
  const topic = untold(names.topic, role.topic);
  return role.type === 'producer' ? { topic } : { topic, group: untold(names.groupId, role.group) };
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
