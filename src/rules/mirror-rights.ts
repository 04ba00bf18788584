import type { Acl, Operation } from '../model/acl';
import { userNameOf } from '../model/endpoint';
import type { FieldPath } from '../model/field';
import type { Placed, Topology } from '../model/topology';
import { principalOf } from '../model/authorizer';
import type { UserRecord } from '../model/user';
import { flowsOf, type Flow, type FlowEnd } from '../model/flows';
import { topologyRule, type Breach } from './rule';
import { partsOf, stemOf } from '../model/topic-pattern';

/** A mirror looks for no more than its users may read and write. */
export const mirrorRights = topologyRule({
  id: 'mirror-rights',
  summary: 'A mirror looks for no more topics than its users may read at the source and write at the target.',
  remedy: "Name topics that it may, give the mirror's user rights by prefix, or make the pattern narrower.",
  effect: 'fails',
  source:
    'Kafka hides topics from users without rights, so a pattern does not find them, and nobody tells (Kafka 2.4 to 4.3).',
  across: (topology, report) => {
    for (const flow of flowsOf(topology)) {
      const breach = sourceBreach(topology, flow) ?? targetBreach(topology, flow);
      if (breach) report(flow.mirror, breach);
    }
  },
});

function sourceBreach(topology: Topology, flow: Flow): Breach | undefined {
  const user = restrainedUser(topology, flow.source);
  const beyond = user && beyondRights(flow.pattern, '', rightsOf(user, 'Read'));
  if (!user || beyond === undefined) return undefined;
  return {
    field: fieldOf(flow, 'consumer'),
    given: flow.pattern,
    allowed: allowedText(rightsOf(user, 'Read')),
    message: `User "${user.record.name}" may not read all of this at the source: ${beyond} is not copied.`,
  };
}

function targetBreach(topology: Topology, flow: Flow): Breach | undefined {
  const user = restrainedUser(topology, flow.target);
  if (!user || flow.prefix === undefined) return undefined;
  const beyond = beyondRights(flow.pattern, flow.prefix, rightsOf(user, 'Write'));
  if (beyond === undefined) return undefined;
  return {
    effect: 'fails',
    field: fieldOf(flow, 'producer'),
    given: flow.pattern,
    allowed: allowedText(rightsOf(user, 'Write')),
    message: `User "${user.record.name}" may not write all of this at the target: the copy of ${beyond} fails.`,
  };
}

/** MirrorMaker 2 has a pattern for each flow; of MirrorMaker 1 it is the end that lacks the rights. */
function fieldOf({ field, source }: Flow, end: 'consumer' | 'producer'): FieldPath {
  return source.alias === undefined ? ['spec', end, 'authentication'] : [...field, 'topicsPattern'];
}

/** The user of an end, where its ACLs are known and bind it. */
function restrainedUser(topology: Topology, { cluster, endpoint }: FlowEnd): Placed<UserRecord> | undefined {
  const name = userNameOf(endpoint, cluster?.record);
  const authorization = cluster?.record.authorization;
  if (!cluster || name === undefined || authorization?.type !== 'simple') return undefined;
  const user = topology.userOf(cluster, name);
  if (user?.record.acls === undefined) return undefined;
  return authorization.superUsers?.includes(principalOf(user.record)) ? undefined : user;
}

interface Right {
  readonly name: string;
  readonly isPrefix: boolean;
}

function rightsOf({ record: { acls = [] } }: Placed<UserRecord>, operation: Operation): readonly Right[] {
  return acls.flatMap(({ type, resource, operations }: Acl) => {
    const isRight = type !== 'deny' && (operations.includes(operation) || operations.includes('All'));
    if (!isRight || resource.type !== 'topic') return [];
    const { name, patternType } = resource;
    return [name === '*' ? { name: '', isPrefix: true } : { name, isPrefix: patternType === 'prefix' }];
  });
}

/** The first part of a pattern that goes beyond the rights. */
function beyondRights(pattern: string, prefix: string, rights: readonly Right[]): string | undefined {
  for (const part of partsOf(pattern)) {
    if ('name' in part) {
      const topic = `${prefix}${part.name}`;
      if (!rights.some(({ name, isPrefix }) => (isPrefix ? topic.startsWith(name) : topic === name))) return part.name;
      continue;
    }
    const stem = stemOf(part.expression);
    if (stem === undefined) continue;
    if (!rights.some(({ name, isPrefix }) => isPrefix && `${prefix}${stem}`.startsWith(name))) return part.expression;
  }
  return undefined;
}

function allowedText(rights: readonly Right[]): string {
  const texts = rights.map(({ name, isPrefix }) => (isPrefix ? `${name}*` : name)).sort();
  return texts.length === 0 ? 'no topic' : texts.join(', ');
}
