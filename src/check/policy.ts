import type { Duration } from 'cdk8s';
import type { FieldPath } from '../model/field';
import type { AllowedName, NumberBounds, PolicyRecord, SettingBounds, UserPolicy } from '../model/policy';
import type { PropFault } from '../props/kept';

/**
 * What an organisation asks of topics and users, beyond what Kafka and its operators do. Whatever breaks it is a finding of
 * the rules `topic-policy` and `user-policy`, which whoever gives the policy can waive.
 */
export interface Policy {
  /** What findings call it, such as `naming of topics`. */
  readonly name: string;
  /**
   * Where people read about it, such as the address of a page.
   * @default - nowhere
   */
  readonly see?: string;
  /**
   * Whether what breaks it is an error. Otherwise it is a warning, for the time in which people get used to it.
   * @default true
   */
  readonly enforced?: boolean;
  /**
   * What it asks of topics.
   * @default - nothing
   */
  readonly topics?: TopicPolicy;
  /**
   * What it asks of users, and of what they may do.
   * @default - nothing
   */
  readonly users?: UserPolicy;
}

/** What a policy asks of topics. */
export interface TopicPolicy {
  /**
   * What topics are called within Kafka.
   * @default - anything
   */
  readonly names?: readonly AllowedName[];
  /**
   * How many partitions a topic has.
   * @default - any number
   */
  readonly partitions?: NumberBounds;
  /**
   * How many replicas of each partition a topic has.
   * @default - any number
   */
  readonly replicas?: NumberBounds;
  /**
   * How long records are kept (`retention.ms`).
   * @default - for any time
   */
  readonly retention?: TimeBounds;
  /**
   * What Kafka's own topic settings are, by their names.
   * @default - anything
   */
  readonly config?: Readonly<Record<string, SettingBounds>>;
}

/** Bounds of a time. */
export interface TimeBounds {
  /** @default - none */
  readonly least?: Duration;
  /**
   * Records that are kept for ever are kept for longer.
   * @default - none
   */
  readonly most?: Duration;
  /**
   * Whether it has to be said. What brokers have where a topic says nothing is not judged.
   * @default false
   */
  readonly required?: boolean;
}

/** Policies as rules read them. */
export function policyRecords(policies: readonly Policy[]): readonly PolicyRecord[] {
  return policies.map(({ name, see, enforced = true, topics, users }) => ({
    name,
    ...(see !== undefined && { see }),
    enforced,
    ...(topics && { topics: topicRecord(topics) }),
    ...(users && { users }),
  }));
}

function topicRecord({ retention, config, ...others }: TopicPolicy): PolicyRecord['topics'] {
  if (!retention) return { ...others, ...(config && { config }) };
  const { least, most, required } = retention;
  const bounds = {
    ...(least && { least: least.toMilliseconds() }),
    ...(most && { most: most.toMilliseconds() }),
    ...(required !== undefined && { required }),
  };
  return { ...others, config: { 'retention.ms': bounds, ...config } };
}

/** Patterns of policies that are no regular expressions: nobody could keep to them. */
export function policyFaults(policies: readonly Policy[]): readonly PropFault[] {
  return policies.flatMap(({ topics = {}, users = {} }, index) => {
    const lists = [
      ...(topics.names ? [[['topics', 'names'], topics.names] as const] : []),
      ...USER_NAMES.flatMap((list) => (users[list] ? [[['users', list], users[list]] as const] : [])),
    ];
    return lists.flatMap(([at, names]) =>
      names.flatMap((name, item) => nameFaults(name, ['policies', index, ...at, item])),
    );
  });
}

const USER_NAMES = ['names', 'topics', 'groups', 'transactionalIds'] as const;

function nameFaults(name: AllowedName, at: FieldPath): readonly PropFault[] {
  if (typeof name === 'string' || !('pattern' in name)) return [];
  try {
    new RegExp(name.pattern, 'u');
    return [];
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^.*: /, '').toLowerCase() : String(error);
    return [
      {
        rule: 'prop-value',
        path: [...at, 'pattern'],
        given: name.pattern,
        allowed: 'a regular expression',
        message: `The pattern cannot be read: ${why}.`,
        remedy: 'Correct it.',
      },
    ];
  }
}
