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
 * What Kafka's authorizer asks for, by intent.
 * @see https://kafka.apache.org/documentation/#operations_resources_and_protocols
 */
export const PERMISSIONS = {
  /** Write records to a topic that exists. */
  produce: [
    { subject: 'topic', operations: ['Write'], reason: 'Produce requests write to the topic.' },
    { subject: 'topic', operations: ['Describe'], reason: 'The producer asks for the partitions and their leaders.' },
  ],
  /** Let the first record make the topic. */
  create: [{ subject: 'topic', operations: ['Create'], reason: 'The broker makes a topic that it does not know.' }],
  /** Read records as a member of a group. */
  consume: [
    { subject: 'topic', operations: ['Read'], reason: 'Fetch requests and offset commits read the topic.' },
    { subject: 'topic', operations: ['Describe'], reason: 'The consumer asks for the partitions and their leaders.' },
    { subject: 'group', operations: ['Read'], reason: 'The consumer joins its group and commits offsets.' },
  ],
  /** Write in transactions. */
  transact: [
    {
      subject: 'transactionalId',
      operations: ['Write', 'Describe'],
      reason: 'The producer opens and ends transactions.',
    },
  ],
  /** Run a Kafka Streams application: its internal topics and its group bear its id as prefix. */
  stream: [
    {
      subject: 'topic',
      operations: ['Read', 'Write', 'Create', 'Delete', 'Describe', 'DescribeConfigs'],
      reason: 'Repartition and changelog topics are made, used, checked and removed.',
    },
    {
      subject: 'group',
      operations: ['Read', 'Describe', 'Delete'],
      reason: 'The application joins its group; a reset deletes it.',
    },
  ],
  /** Be the source of a MirrorMaker 1. */
  mirrorMakerSource: [
    { subject: 'topic', operations: ['Read'], reason: 'The mirror consumes each topic.' },
    { subject: 'topic', operations: ['Describe'], reason: 'The mirror finds the topics that its pattern matches.' },
    { subject: 'group', operations: ['Read'], reason: 'The mirror commits its offsets.' },
  ],
  /** Be the target of a MirrorMaker 1. */
  mirrorMakerTarget: [
    { subject: 'topic', operations: ['Write'], reason: 'The mirror produces to each topic.' },
    { subject: 'topic', operations: ['Describe'], reason: 'The producer asks for the partitions and their leaders.' },
  ],
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
  /** Have mirrored topics made and filled by MirrorMaker 2. */
  mirrorTargetTopic: [
    { subject: 'topic', operations: ['Create', 'Write'], reason: 'The source connector makes and fills the topic.' },
    { subject: 'topic', operations: ['Alter'], reason: 'The source connector adds partitions that the source gained.' },
    {
      subject: 'topic',
      operations: ['AlterConfigs'],
      reason: 'The source connector follows the configuration of the source.',
    },
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
      reason: 'The checkpoint connector commits offsets for the group; Read implies Describe.',
    },
  ],
  /** Keep an internal topic of MirrorMaker 2. */
  mirrorInternalTopic: [
    {
      subject: 'topic',
      operations: ['Create', 'Read', 'Write'],
      reason: 'Offset syncs or checkpoints are kept there; Read implies Describe.',
    },
  ],
  /** Keep the state of Connect workers. */
  connectStorage: [
    {
      subject: 'topic',
      operations: ['Create', 'Describe', 'DescribeConfigs', 'Read', 'Write'],
      reason: 'Workers keep configuration, offsets and status there.',
    },
  ],
  /** Be a Connect worker. */
  connectGroup: [{ subject: 'group', operations: ['Read'], reason: 'Workers find each other through the group.' }],
} as const satisfies Record<string, readonly Permission[]>;

/** A name, or the beginning of names. */
export type NameOrPrefix = string | { readonly prefix: string };

/** Names that an intent is about. */
export interface Subjects {
  readonly topic?: NameOrPrefix;
  readonly group?: NameOrPrefix;
  readonly transactionalId?: NameOrPrefix;
}

/**
 * The ACLs that let a user carry out an intent.
 * Lines of the table about something that `subjects` does not name are left out.
 */
export function aclsFor(intent: Intent, subjects: Subjects): Acl[] {
  const permissions: readonly Permission[] = PERMISSIONS[intent];
  const acls: Acl[] = [];
  for (const { subject, operations } of permissions) {
    const resource = resourceOf(subject, subjects);
    if (resource) acls.push({ resource, operations, host: '*' });
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
