import type { IConstruct } from 'constructs';
import type { GrantRecord } from '../model/grant';
import { sameCluster } from '../wiring/identity';
import { noteFault, type Fault } from './faults';
import { Grant } from './grant';
import type { IKafkaCluster, IKafkaUser } from './interfaces';

/**
 * Lets a user do something at a cluster. A Kafka cluster knows its own users only.
 * @param by - what is told to have asked
 */
export function grantAt(
  cluster: IKafkaCluster,
  user: IKafkaUser,
  rights: readonly GrantRecord[],
  by: IConstruct,
): Grant {
  for (const right of rights)
    if ('group' in right && right.group === EVERY) noteFault(by, everyGroupFault('group', by));
  const apart = cluster.node.root !== user.cluster.node.root;
  if (!apart && sameCluster(cluster, user.cluster)) return user.grant(rights, by);
  noteStranger(cluster, user, { rights, apart });
  return new Grant(user, rights, false);
}

/** Kafka's word for all names, in ACLs: no prefix is empty. A group can be called so, too. */
export const EVERY = '*';

/** Doubts a group that is every one. Of those who ask for it in several places, the first is told with the `cause`. */
export function everyGroupFault(field: string, cause?: IConstruct): Fault {
  return {
    ...{ rule: 'prop-value', effect: 'unlooked', field, given: EVERY, ...(cause && { cause }) },
    allowed: 'the name of a consumer group, or a prefix',
    message: 'The user may read as a member of every consumer group, those of others too.',
    remedy: 'Name the group. For a user that needs all of them, give the prop acls of the KafkaUser a rule on them.',
  };
}

function noteStranger(
  mine: IKafkaCluster,
  user: IKafkaUser,
  { rights, apart }: { readonly rights: readonly GrantRecord[]; readonly apart: boolean },
): void {
  const { cluster: theirs } = user;
  const topic = topicOf(rights);
  const what = topic === undefined ? 'something' : `topic "${topic}"`;
  noteFault(user, {
    rule: 'grant-at-own-cluster',
    given: `${what} of ${mine.site.node.path}/${mine.clusterName}`,
    allowed: `${topic === undefined ? 'something' : 'a topic'} of ${theirs.site.node.path}/${theirs.clusterName}`,
    message: `User "${user.userName}" is of another cluster than ${topic === undefined ? 'what it is granted' : 'the topic'}${apart ? ', in another topology' : ''}; a Kafka cluster knows its own users only.`,
    remedy: apart
      ? 'Refer to the cluster with KafkaCluster.fromClusterName in this topology.'
      : "Grant the topic of the same name with topic.at(cluster), or grant a user of the topic's cluster.",
  });
}

function topicOf(rights: readonly GrantRecord[]): string | undefined {
  for (const right of rights) if ('topic' in right && typeof right.topic === 'string') return right.topic;
  return undefined;
}
