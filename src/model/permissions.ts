import { type Acl, type AclResource, type Operation } from './acl';

/** What an operation of an intent is about. */
export type Subject = 'topic' | 'group' | 'transactionalId' | 'cluster';

/** A line of the table: what an intent needs, and why. */
export interface Permission {
  readonly subject: Subject;
  readonly operations: readonly Operation[];
  /** Why Kafka asks for it. */
  readonly reason: string;
}

/** What a user wants to do with a topic, a group or a cluster. */
export type Intent = keyof typeof PERMISSIONS;

/**
 * What Kafka's authorizer asks for, by intent. What one operation brings with it is not listed beside it: Read, Write,
 * Delete and Alter bring Describe, AlterConfigs brings DescribeConfigs.
 * @see https://kafka.apache.org/documentation/#operations_resources_and_protocols
 * @see KafkaApis, StandardAuthorizerData and AclAuthorizer of Kafka 2.4 to 4.0
 */
export const PERMISSIONS = {
  /** Write records to a topic that exists. */
  produce: [
    {
      subject: 'topic',
      operations: ['Write'],
      reason: 'Produce requests write to the topic; partitions and leaders are told to whoever may write.',
    },
  ],
  /** Write each record once, to brokers before Kafka 2.8: later ones ask for no more than Write on some topic. */
  idempotentWrite: [
    {
      subject: 'cluster',
      operations: ['IdempotentWrite'],
      reason: 'Brokers before Kafka 2.8 give the id of an idempotent producer to nobody else.',
    },
  ],
  /** Let the first record make the topic. */
  create: [{ subject: 'topic', operations: ['Create'], reason: 'The broker makes a topic that it does not know.' }],
  /** Read records as a member of a group. */
  consume: [
    {
      subject: 'topic',
      operations: ['Read'],
      reason: 'Fetch requests and offset commits read the topic; partitions and leaders are told to whoever may read.',
    },
    {
      subject: 'group',
      operations: ['Read'],
      reason: 'The consumer finds its group, joins it, and reads and commits its offsets.',
    },
  ],
  /** Write in transactions. */
  transact: [
    {
      subject: 'transactionalId',
      operations: ['Write'],
      reason: 'The producer finds the coordinator of its transactions, opens and ends them.',
    },
  ],
  /** Run a Kafka Streams application: its internal topics bear its id as prefix, its group is its id. */
  stream: [
    {
      subject: 'topic',
      operations: ['Create'],
      reason: 'The application makes its repartition and changelog topics.',
    },
    {
      subject: 'topic',
      operations: ['Read', 'Write'],
      reason: 'Repartition topics are written and read; changelogs are written, and read to restore state.',
    },
    {
      subject: 'topic',
      operations: ['Delete'],
      reason: 'Records of repartition topics are deleted as soon as they are processed (DeleteRecords).',
    },
    { subject: 'group', operations: ['Read'], reason: 'The instances join the group of the application.' },
  ],
  /** Make, change and remove a topic by other means than a KafkaTopic. */
  administer: [
    { subject: 'topic', operations: ['Create'], reason: 'CreateTopics makes the topic.' },
    { subject: 'topic', operations: ['Delete'], reason: 'DeleteTopics and DeleteRecords remove it or its records.' },
    { subject: 'topic', operations: ['Alter'], reason: 'CreatePartitions adds partitions.' },
    {
      subject: 'topic',
      operations: ['AlterConfigs'],
      reason: 'IncrementalAlterConfigs changes its settings; whoever may do that may see them.',
    },
  ],
  /** Be the source of a MirrorMaker 1. */
  mirrorMakerSource: [
    {
      subject: 'topic',
      operations: ['Read'],
      reason: 'The mirror finds the topics that its pattern matches, and consumes them.',
    },
    { subject: 'group', operations: ['Read'], reason: 'The mirror joins its group and commits its offsets.' },
  ],
  /** Be the target of a MirrorMaker 1. */
  mirrorMakerTarget: [{ subject: 'topic', operations: ['Write'], reason: 'The mirror produces to each topic.' }],
  /** Have topics read by MirrorMaker 2. */
  mirrorSourceTopic: [
    { subject: 'topic', operations: ['Read'], reason: 'The source connector fetches records; it uses no group.' },
    {
      subject: 'topic',
      operations: ['DescribeConfigs'],
      reason: 'A new topic at the target takes over the configuration.',
    },
  ],
  /** Have consumer groups followed by MirrorMaker 2. */
  mirrorSourceGroup: [
    {
      subject: 'group',
      operations: ['Describe'],
      reason: 'The checkpoint connector lists groups and reads their offsets.',
    },
  ],
  /** Have the groups' offsets in topics read by a MirrorMaker 2 that copies no records of them. */
  mirrorSourceOffsets: [
    { subject: 'topic', operations: ['Describe'], reason: 'Offsets are told to whoever may see the topic.' },
  ],
  /** Have ACLs of topics followed by MirrorMaker 2 (`sync.topic.acls.enabled`). */
  mirrorSourceAcls: [
    { subject: 'cluster', operations: ['Describe'], reason: 'The source connector reads the ACLs (DescribeAcls).' },
  ],
  /** Have mirrored topics made and filled by MirrorMaker 2. */
  mirrorTargetTopic: [
    { subject: 'topic', operations: ['Create'], reason: 'The source connector makes the topic.' },
    { subject: 'topic', operations: ['Write'], reason: 'The source connector fills the topic.' },
    { subject: 'topic', operations: ['Alter'], reason: 'The source connector adds partitions that the source gained.' },
  ],
  /** Have heartbeats of the source copied by MirrorMaker 2: their topic has one partition for good. */
  mirrorTargetHeartbeats: [
    { subject: 'topic', operations: ['Create'], reason: 'The source connector makes the copy of the heartbeats.' },
    { subject: 'topic', operations: ['Write'], reason: 'The source connector copies heartbeats.' },
  ],
  /** Have the configuration of mirrored topics kept by MirrorMaker 2 (`sync.topic.configs.enabled`). */
  mirrorTargetConfigs: [
    {
      subject: 'topic',
      operations: ['AlterConfigs'],
      reason: 'The source connector follows the configuration of the source.',
    },
  ],
  /** Have ACLs of topics written by MirrorMaker 2 (`sync.topic.acls.enabled`). */
  mirrorTargetAcls: [
    { subject: 'cluster', operations: ['Alter'], reason: 'The source connector writes the ACLs (CreateAcls).' },
  ],
  /** Have consumer groups' offsets in mirrored topics written by MirrorMaker 2. */
  mirrorTargetOffsets: [
    { subject: 'topic', operations: ['Read'], reason: 'A committed offset of a mirrored group reads the topic.' },
  ],
  /** Have the offsets of consumer groups written by MirrorMaker 2. */
  mirrorTargetGroup: [
    {
      subject: 'group',
      operations: ['Read'],
      reason: 'The checkpoint connector looks whether the group is empty, and commits offsets for it.',
    },
  ],
  /** Have the offsets of the two ends put beside each other by MirrorMaker 2, in a topic at one of them. */
  mirrorOffsetSyncs: [
    { subject: 'topic', operations: ['Create'], reason: 'The source connector makes the topic of offset syncs.' },
    { subject: 'topic', operations: ['Write'], reason: 'The source connector notes offsets of both ends.' },
  ],
  /** Have these offsets read. */
  mirrorOffsetSyncsRead: [
    { subject: 'topic', operations: ['Read'], reason: "The checkpoint connector translates groups' offsets by them." },
  ],
  /** Have the translated offsets of consumer groups kept by MirrorMaker 2. */
  mirrorCheckpoints: [
    { subject: 'topic', operations: ['Create'], reason: 'The checkpoint connector makes the topic of checkpoints.' },
    { subject: 'topic', operations: ['Write'], reason: 'The checkpoint connector keeps translated offsets.' },
  ],
  /** Have them read again, from Kafka 3.8 on. */
  mirrorCheckpointsRead: [
    {
      subject: 'topic',
      operations: ['Read'],
      reason: 'The checkpoint connector goes on from its last checkpoints (since Kafka 3.8).',
    },
  ],
  /** Have heartbeats written by MirrorMaker 2. */
  mirrorHeartbeats: [
    { subject: 'topic', operations: ['Create'], reason: 'The heartbeat connector makes the topic of heartbeats.' },
    { subject: 'topic', operations: ['Write'], reason: 'The heartbeat connector writes heartbeats.' },
  ],
  /** Keep the state of Connect workers. */
  connectStorage: [
    { subject: 'topic', operations: ['Create'], reason: 'Workers make the topic that they keep their state in.' },
    { subject: 'topic', operations: ['DescribeConfigs'], reason: 'Workers look whether the topic is compacted.' },
    {
      subject: 'topic',
      operations: ['Read', 'Write'],
      reason: 'Workers keep configuration, offsets or status there.',
    },
  ],
  /** Be a Connect worker. */
  connectGroup: [{ subject: 'group', operations: ['Read'], reason: 'Workers find each other through the group.' }],
  /** Be a Connect worker whose source connectors write each record exactly once. */
  connectExactlyOnce: [
    {
      subject: 'transactionalId',
      operations: ['Write'],
      reason: 'The leader of the workers writes configuration in transactions, so that no second leader does.',
    },
  ],
  /** Be a source connector that writes each record exactly once. */
  connectorExactlyOnce: [
    {
      subject: 'transactionalId',
      operations: ['Write'],
      reason: 'Each task of the connector writes records and offsets in transactions, and shuts out those before it.',
    },
  ],
} as const satisfies Record<string, readonly Permission[]>;

/** A name, or the beginning of names. */
export type NameOrPrefix = string | { readonly prefix: string };

/** Names that an intent is about. */
export interface Subjects {
  /** The topic, or the beginning of names. */
  readonly topic?: NameOrPrefix;
  /** The consumer group, or the beginning of names. */
  readonly group?: NameOrPrefix;
  /** The transactional id, or the beginning of ids. */
  readonly transactionalId?: NameOrPrefix;
}

/** A rule that an intent comes to, and why Kafka asks for it. */
export interface ReasonedAcl {
  readonly acl: Acl;
  readonly reason: string;
}

/**
 * The ACLs that let a user carry out an intent, each with its reason.
 * Lines of the table about something that `subjects` does not name are left out.
 */
export function reasonedAclsFor(intent: Intent, subjects: Subjects): ReasonedAcl[] {
  const permissions: readonly Permission[] = PERMISSIONS[intent];
  const acls: ReasonedAcl[] = [];
  for (const { subject, operations, reason } of permissions) {
    const resource = resourceOf(subject, subjects);
    if (resource) acls.push({ acl: { resource, operations, host: '*' }, reason });
  }
  return acls;
}

function resourceOf(subject: Subject, subjects: Subjects): AclResource | undefined {
  if (subject === 'cluster') return { type: 'cluster' };
  const name = subjects[subject];
  if (name === undefined) return undefined;
  return typeof name === 'string'
    ? { type: subject, name, patternType: 'literal' }
    : { type: subject, name: name.prefix, patternType: 'prefix' };
}
