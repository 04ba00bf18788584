import { TOPIC_NAME } from '../model/names';
import { partsOf, patternFault, stemOf } from '../model/topic-pattern';
import { clusterKey, sameCluster } from '../wiring/identity';
import { ALL_NAMES, boundsOf, isPattern } from '../wiring/name-matches';
import type { Fault } from './faults';
import type { IKafkaCluster, IKafkaTopic } from './interfaces';
import type { MirrorFlowProps, MirrorProps } from './mirror-props';
import { isTopic, type AskedSource } from './mirror-sources';

/** A mirror that copies from nowhere. */
export const NO_SOURCE: Fault = {
  rule: 'prop-missing',
  field: 'source',
  allowed: 'a Kafka cluster, or several in sources',
  message: 'source has to be given.',
  remedy: 'Say which cluster records are copied from.',
};

/** A mesh that has no mirror: there is one cluster alone, or nothing to copy. */
export function emptyMeshFault(id: string, clusters: readonly IKafkaCluster[]): Fault {
  const areApart = new Set(clusters.map(clusterKey)).size > 1;
  return {
    rule: 'prop-value',
    field: `mesh(${areApart ? 'topics' : 'clusters'})`,
    allowed: areApart ? 'topics of the clusters, or topicsPattern' : 'two different Kafka clusters at least',
    message: `The mesh "${id}" copies nothing: ${areApart ? 'it is told of no topic' : 'it has one cluster alone, or none'}.`,
    remedy: areApart ? 'Name the topics that are copied.' : 'Name all clusters that are to have the records.',
  };
}

/** Topics of other clusters, and what cannot be a name. */
export function sourceFaults(props: MirrorProps, sources: readonly AskedSource[]): Fault[] {
  const clusters = new Set(sources.map(({ cluster }) => clusterKey(cluster)));
  const allowed = [...new Set(sources.map(({ cluster }) => cluster.clusterName))].join(', ');
  const shared = (props.topics ?? []).filter((topic) => isTopic(topic) && !clusters.has(clusterKey(topic.cluster)));
  return [
    ...shared.flatMap((topic) => (isTopic(topic) ? [strange(topic, 'topics', allowed)] : [])),
    ...(props.sources ?? []).flatMap(({ topics = [], cluster }, index) =>
      topics.flatMap((topic) =>
        isTopic(topic) && !sameCluster(topic.cluster, cluster)
          ? [strange(topic, `sources[${index}].topics`, cluster.clusterName)]
          : [],
      ),
    ),
    ...nameFaults(props, ''),
    ...(props.sources ?? []).flatMap((source, index) => nameFaults(source, `sources[${index}].`)),
    ...policyFaults(sources),
    ...offsetsFaults(sources),
  ];
}

/** Patterns that nobody can give rights to, as far as no rule sees it: those of users that somebody else manages. */
export function boundFaults({ at, topics, groups = [], user }: AskedSource, isManaged: boolean): Fault[] {
  const names = topics.flatMap((topic) => (isTopic(topic) ? [] : [topic]));
  const asked = [
    ...names.map((match) => ['topics', match] as const),
    ...groups.map((match) => ['groups', match] as const),
  ];
  return asked.flatMap(([field, match]): Fault[] => {
    // Of what is no expression, the rule on patterns tells.
    if (!isPattern(match) || boundsOf(match) || patternFault(match.pattern) !== undefined) return [];
    if (field === 'topics' && isManaged && user === undefined && isSeenByRules(match.pattern)) return [];
    return [
      {
        rule: 'mirror-bounds',
        field: `${at}${field}`,
        given: match.pattern,
        allowed: 'an expression that begins with letters, or within',
        message: 'Nothing tells which names the expression finds: the users of the mirror get no rights to them.',
        remedy: `Say within: { prefix: '…' }, or within: '${ALL_NAMES}' for rights to all of them.`,
      },
    ];
  });
}

/** Whether the rule on the rights of a mirror judges all that no rights are given for. */
function isSeenByRules(pattern: string): boolean {
  return partsOf(pattern).some((part) => 'expression' in part && stemOf(part.expression) === '');
}

function strange(topic: IKafkaTopic, field: string, allowed: string): Fault {
  return {
    rule: 'mirror-source-topics',
    field,
    given: `${topic.topicName} of ${topic.cluster.clusterName}`,
    allowed: `topics of the source ${allowed}`,
    message: 'A mirror copies topics of its source.',
    remedy: 'Name the topic at the source: topic.at(source).',
    cause: topic,
  };
}

function nameFaults(
  { topics = [], excludedTopics = [], groups = [], excludedGroups = [] }: MirrorFlowProps,
  at: string,
): Fault[] {
  const names = topics.flatMap((topic) => (isTopic(topic) ? [] : [topic]));
  return [
    ...names.map((match) => ['topics', match] as const),
    ...excludedTopics.map((match) => ['excludedTopics', match] as const),
    ...groups.map((match) => ['groups', match] as const),
    ...excludedGroups.map((match) => ['excludedGroups', match] as const),
  ].flatMap(([field, match]): Fault[] => {
    if (isPattern(match)) return [];
    const name = typeof match === 'string' ? match : match.prefix;
    const isLegal = /^(t|excludedT)opics$/.test(field) ? TOPIC_NAME.isLegal(name) : name !== '' && name !== ALL_NAMES;
    if (isLegal) return [];
    return [
      {
        rule: 'legal-name',
        field: `${at}${field}`,
        given: name,
        allowed: /opics$/.test(field) ? TOPIC_NAME.allowed : 'a name that is not empty',
        message: `Nothing in Kafka is called "${name}".`,
        remedy: `Give a name, or { pattern: '.*', within: '${ALL_NAMES}' } for all there are.`,
      },
    ];
  });
}

/** A class of the team's own that does not say where the name of a topic goes, or where one comes from. */
function policyFaults(sources: readonly AskedSource[]): Fault[] {
  return sources.flatMap(({ at, replicationPolicy: policy }): Fault[] => {
    if (typeof policy !== 'object' || !('names' in policy)) return [];
    if (policy.names === '{topic}') {
      return [
        {
          rule: 'prop-value',
          effect: 'unlooked',
          field: `${at}replicationPolicy.names`,
          given: policy.names,
          allowed: "a text with {source} too, or the replicationPolicy 'identity'",
          message: 'Names stay as they are: whether mirrors of the class lead in a circle is not looked at.',
          remedy: "Say 'identity' if the class is Kafka's own; else see to it that no mirror brings the records back.",
        },
      ];
    }
    if (policy.names.split('{topic}').length === 2) return [];
    return [
      {
        rule: 'prop-value',
        field: `${at}replicationPolicy.names`,
        given: policy.names,
        allowed: "a text with {topic} once, such as '{source}-{topic}'",
        message: 'What topics are called at the target cannot be told.',
        remedy: 'Say where the policy puts the name of the topic.',
        cause: policy,
      },
    ];
  });
}

/** An object has one pair of annotations: its operator does one thing with the offsets of one connector at a time. */
function offsetsFaults(sources: readonly AskedSource[]): Fault[] {
  const asked = sources.flatMap((source) =>
    (['sourceConnector', 'checkpointConnector'] as const).flatMap((name) => {
      const action = source[name]?.offsets;
      return action ? [{ field: `${source.at}${name}.offsets`, given: action }] : [];
    }),
  );
  return asked.slice(1).map(({ field, given }): Fault => ({
    rule: 'prop-value',
    field,
    given,
    allowed: 'offsets of one connector of the mirror',
    message: 'The operator does something with the offsets of one connector at a time.',
    remedy: 'Ask for one, and for the next when that is done.',
  }));
}
