import type { ClientRole, ProgramRole } from '../model/client';
import { streamRights } from '../wiring/client-rights';
import { sameCluster } from '../wiring/identity';
import { noteFault } from './faults';
import { grantAt } from './grant-at';
import type { IKafkaTopic, IKafkaUser, Program } from './interfaces';
import type { KafkaClientProps } from './kafka-client-props';
import { withNames } from './late-names';
import { grantConsume, grantProduce } from './program-grants';

/** The topics of a client that are of its cluster; others are told. */
export function ownTopics(
  client: Program,
  { cluster, producesTo = [], consumesFrom = [] }: KafkaClientProps,
): Required<Pick<KafkaClientProps, 'producesTo' | 'consumesFrom'>> {
  const own = (field: string, topics: readonly IKafkaTopic[]): readonly IKafkaTopic[] =>
    topics.filter((topic, at) => {
      const isOwn = sameCluster(topic.cluster, cluster);
      if (!isOwn) {
        noteFault(client, {
          rule: 'cluster-in-reach',
          field: `${field}[${at}]`,
          given: `${topic.topicName} of ${topic.cluster.clusterName}`,
          allowed: `a topic of ${cluster.clusterName}`,
          message: 'A client is told of one Kafka cluster.',
          remedy: 'Name topic.at(cluster), and mirror the topic to that cluster.',
        });
      }
      return isOwn;
    });
  return { producesTo: own('producesTo', producesTo), consumesFrom: own('consumesFrom', consumesFrom) };
}

/** What a client does, in the words that say most of it. Topics are called what they are called when somebody looks. */
export function roleOf(name: string, props: KafkaClientProps): ClientRole {
  const { producesTo = [], consumesFrom = [], applicationId } = props;
  if (producesTo.length + consumesFrom.length === 0 && applicationId === undefined) return { type: 'other' };
  return singleRole(name, props) ?? programOf(name, props);
}

/** The role of a client of one topic a direction; absent: it does more. */
function singleRole(name: string, props: KafkaClientProps): ClientRole | undefined {
  const { producesTo = [], consumesFrom = [], applicationId } = props;
  const [[target, ...others], [source, ...more]] = [producesTo, consumesFrom];
  if (others.length + more.length > 0) return undefined;
  if (applicationId !== undefined) {
    return source && target && withNames({ type: 'streams', applicationId } as const, { source, target });
  }
  if (target) return source ? undefined : withNames({ type: 'producer' } as const, { topic: target });
  return source && withNames({ type: 'consumer', group: props.group ?? name } as const, { topic: source });
}

function programOf(name: string, props: KafkaClientProps): ProgramRole {
  const { producesTo = [], consumesFrom = [], applicationId } = props;
  const group = groupOf(name, props);
  return {
    type: 'program',
    get producesTo() {
      return producesTo.map(({ topicName }) => topicName);
    },
    get consumesFrom() {
      return consumesFrom.map(({ topicName }) => topicName);
    },
    ...(applicationId !== undefined && { applicationId }),
    ...(applicationId === undefined && group !== undefined && { group }),
  };
}

/** Grants a user what its client needs. */
export function grantRights(
  client: Program & { readonly name: string },
  user: IKafkaUser,
  props: KafkaClientProps,
): void {
  const { cluster, producesTo = [], consumesFrom = [], applicationId } = props;
  const { createTopic, transactionalIdPrefix, idempotent, exactlyOnce } = props;
  const options = { createTopic, transactionalIdPrefix, idempotent };
  for (const topic of producesTo) grantProduce(topic, user, { ...options, by: client });
  const group = groupOf(client.name, props);
  if (group !== undefined) for (const topic of consumesFrom) grantConsume(topic, user, { group, by: client });
  if (applicationId !== undefined) {
    grantAt(cluster, user, streamRights(applicationId, { exactlyOnce }), client);
  }
}

/** The group that topics are read as; absent: none is read. */
function groupOf(
  name: string,
  { consumesFrom = [], applicationId, group = name }: KafkaClientProps,
): string | undefined {
  return applicationId ?? (consumesFrom.length > 0 ? group : undefined);
}
