import type { Duration } from 'cdk8s';
import { millisecondsOf, TIME_FORM } from '../model/amounts';
import type { FieldPath } from '../model/field';
import type { AllowedName, NumberBounds, PolicyRecord, SettingBounds, UserPolicy } from '../model/policy';
import type { PropFault } from '../props/kept';

/**
 * What an organisation asks of topics and users, beyond what Kafka and its operators do. Whatever breaks it is a finding of
 * the rules `topic-policy` and `user-policy`, which whoever gives the policy can waive. All of it is known at once.
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

/** Bounds of a time: durations, or whole numbers with `ms`, `s`, `m`, `h` or `d`, such as `7d`. */
export interface TimeBounds {
  /**
   * The shortest time that is allowed.
   * @default - none
   */
  readonly least?: Duration | string;
  /**
   * The longest time that is allowed. Records that are kept for ever are kept for longer.
   * @default - none
   */
  readonly most?: Duration | string;
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
  const bounds = { ...config?.['retention.ms'], ...timeBounds(retention) };
  return { ...others, config: { ...config, 'retention.ms': bounds } };
}

function timeBounds({ least, most, required }: TimeBounds = {}): NumberBounds {
  const [from, to] = [least, most].map((time) =>
    typeof time === 'string' ? millisecondsOf(time) : time?.toMilliseconds(),
  );
  return {
    ...(from !== undefined && { least: from }),
    ...(to !== undefined && { most: to }),
    ...(required !== undefined && { required }),
  };
}

/** Patterns of policies that are no regular expressions, times that are none, and bounds that nothing is within: nobody could keep to them. */
export function policyFaults(policies: readonly Policy[]): readonly PropFault[] {
  return policies.flatMap(({ topics = {}, users = {} }, index) => {
    const at = ['policies', index];
    const lists = USER_NAMES.map((list) => namesFaults(users[list], [...at, 'users', list]));
    const { least, most } = topics.retention ?? {};
    return [
      ...namesFaults(topics.names, [...at, 'topics', 'names']),
      ...timeFaults(least, [...at, 'topics', 'retention', 'least']),
      ...timeFaults(most, [...at, 'topics', 'retention', 'most']),
      ...(['partitions', 'replicas'] as const).flatMap((of) => boundsFaults(topics[of], [...at, 'topics', of])),
      ...boundsFaults(timeBounds(topics.retention), [...at, 'topics', 'retention']),
      ...Object.entries(topics.config ?? {}).flatMap(([name, bounds]) =>
        boundsFaults(bounds, [...at, 'topics', 'config', name]),
      ),
      ...lists.flat(),
    ];
  });
}

const USER_NAMES = ['names', 'topics', 'groups', 'transactionalIds'] as const;

function boundsFaults({ least, most }: NumberBounds = {}, at: FieldPath): readonly PropFault[] {
  if (least === undefined || most === undefined || least <= most) return [];
  return [
    {
      rule: 'prop-value',
      path: [...at, 'least'],
      given: least,
      allowed: `${most} at most, as most is`,
      message: `Nothing is ${least} at least and ${most} at most.`,
      remedy: 'Give a smaller least, or a larger most.',
    },
  ];
}

function timeFaults(time: Duration | string | undefined, path: FieldPath): readonly PropFault[] {
  if (typeof time !== 'string' || millisecondsOf(time) !== undefined) return [];
  const message = `${String(path.at(-1))} cannot be ${JSON.stringify(time)}.`;
  return [{ rule: 'prop-value', path, given: time, allowed: TIME_FORM, message, remedy: `Give ${TIME_FORM}.` }];
}

function namesFaults(names: readonly AllowedName[] = [], at: FieldPath): readonly PropFault[] {
  return names.flatMap((name, item) => nameFaults(name, [...at, item]));
}

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
