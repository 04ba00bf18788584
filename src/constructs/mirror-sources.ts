import { sameCluster } from '../wiring/identity';
import type { NameMatch } from '../wiring/name-matches';
import type { IKafkaTopic } from './interfaces';
import type { MirrorFlowProps, MirrorProps, MirrorSourceProps } from './mirror-props';

/** Settings that a mirror gives for all its sources. */
const SHARED = [
  'topicsPattern',
  'excludedTopics',
  'groups',
  'excludedGroups',
  'replicationPolicy',
  'tasksMax',
  'state',
  'autoRestart',
  'sourceConnector',
  'checkpointConnector',
  'sourceConnectorConfig',
  'checkpointConnectorConfig',
] as const satisfies readonly (keyof MirrorFlowProps)[];

/** A source with all that is said of it. */
export interface AskedSource extends MirrorSourceProps {
  readonly topics: readonly (IKafkaTopic | NameMatch)[];
  /** Where the program says so, for findings: `sources[1].`; empty: of the mirror as a whole. */
  readonly at: string;
}

/** The sources of a mirror, each with what is said of it and of all. */
export function askedSources(props: MirrorProps): readonly AskedSource[] {
  const { source: cluster, sourceUser: user, sourceListener: listener, sourceAlias: alias, sources = [] } = props;
  const all = [
    ...(cluster ? [{ at: '', cluster, user, listener, alias }] : []),
    ...sources.map((source, index) => ({ ...source, at: `sources[${index}].` })),
  ];
  return all.map((source: MirrorSourceProps & Pick<AskedSource, 'at'>): AskedSource => {
    const shared = Object.fromEntries(SHARED.map((name) => [name, source[name] ?? props[name]]));
    const { topics = props.topics?.filter((topic) => !isTopic(topic) || sameCluster(topic.cluster, source.cluster)) } =
      source;
    return { ...source, ...shared, topics: topics ?? [] };
  });
}

/** Whether what is copied is a topic, and not names. */
export function isTopic(match: IKafkaTopic | NameMatch): match is IKafkaTopic {
  return typeof match === 'object' && 'topicName' in match;
}

/** What is asked by name; a topic is called what it is called when somebody looks. */
export function namesOf(topics: AskedSource['topics']): readonly NameMatch[] {
  return topics.map((match) => (isTopic(match) ? match.topicName : match));
}
