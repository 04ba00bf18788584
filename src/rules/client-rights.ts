import type { Acl, AclResource, Operation } from '../model/acl';
import { Authorizer } from '../model/authorizer';
import type { ClientRecord, ClientRole } from '../model/client';
import { consumptionOf, productionOf } from '../model/client-role';
import { userNameOf } from '../model/endpoint';
import type { Placed, Topology } from '../model/topology';
import type { UserRecord } from '../model/user';
import { topologyRule } from './rule';

/** A client application may do what it does. */
export const clientRights = topologyRule({
  id: 'client-rights',
  summary: 'The user of a client application may write to the topics that it writes to, and read those that it reads.',
  remedy: 'Give the user these rights, or the application another user.',
  effect: 'fails',
  source: 'Brokers refuse the topic or the group, and clients end with an error (Kafka 2.4 to 4.3).',
  across: (topology, report) => {
    const authorizer = new Authorizer(topology);
    for (const client of topology.all('client')) {
      const user = userOf(topology, client);
      const lacks = user ? rightsOf(client.record.role).filter((right) => isLacking(authorizer, user, right)) : [];
      if (!user || lacks.length === 0) continue;
      report(client, {
        given: lacks.map(({ operation, resource: { type, name } }) => `${operation} on ${type} ${name}`).join(', '),
        allowed: allowedText(user.record.acls),
        message: `User "${user.record.name}" may not do all that the application does.`,
      });
    }
  },
});

/** The user that a client is, where it is seen. */
function userOf(topology: Topology, client: Placed<ClientRecord>): Placed<UserRecord> | undefined {
  const { endpoint } = client.record;
  const cluster = topology.endOf(endpoint.bootstrapServers, client)?.cluster;
  const name = userNameOf(endpoint, cluster?.record);
  return cluster && name !== undefined ? topology.userOf(cluster, name) : undefined;
}

interface Right {
  readonly operation: Operation;
  readonly resource: Extract<AclResource, { readonly name: string }>;
}

/** What it takes to read and write. What a Kafka Streams application keeps for itself begins with its id, and is not asked for. */
function rightsOf(role: ClientRole): readonly Right[] {
  const { group, topics = [] } = consumptionOf(role) ?? {};
  const onTopic = (operation: Operation, name: string): Right => ({ operation, resource: { type: 'topic', name } });
  return [
    ...productionOf(role).map((topic) => onTopic('Write', topic)),
    ...topics.map((topic) => onTopic('Read', topic)),
    ...(group === undefined || topics.length === 0
      ? []
      : [{ operation: 'Read' as const, resource: { type: 'group' as const, name: group } }]),
  ].filter(({ resource }) => resource.name !== '');
}

/** What a user may do with topics and groups. */
function allowedText(acls: readonly Acl[] = []): string {
  const rights = acls.flatMap(({ type, operations, resource }) => {
    if (type === 'deny' || (resource.type !== 'topic' && resource.type !== 'group')) return [];
    const name = resource.patternType === 'prefix' ? `${resource.name}*` : resource.name;
    return [`${operations.join(' and ')} on ${resource.type} ${name}`];
  });
  return rights.join(', ') || 'nothing with topics and groups';
}

/** Where an application comes from is not known: what is allowed from somewhere is not lacking. */
function isLacking(authorizer: Authorizer, user: Placed<UserRecord>, { operation, resource }: Right): boolean {
  const hosts = new Set(['*', ...(user.record.acls ?? []).map(({ host = '*' }) => host)]);
  return [...hosts].every((host) => authorizer.can(user, { operation, resource, host }).verdict === 'denied');
}
