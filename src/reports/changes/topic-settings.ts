import type { Config } from '../../model/resource';
import type { TopicRecord } from '../../model/topic';
import type { ChangeEffect } from '../change';
import { changedSettings, type ChangedSetting } from '../effects';
import type { Around } from '../scene';
import type { Side } from '../side';
import { brokerRetention, topicRetention, type Retention } from './retention';

/** Bytes of the largest batch of records that Kafka takes where nothing is said. */
export const LARGEST_MESSAGE = 1_048_588;

/** What comes of other settings of a topic. */
export function configEffects(
  was: Config | undefined,
  is: Config | undefined,
  around: Around<TopicRecord>,
): ChangeEffect[] {
  const [old, now] = [clusterConfig(around.before, around.was), clusterConfig(around.after, around.is)];
  const before = topicRetention(was, brokerRetention(old));
  const after = topicRetention(is, brokerRetention(now));
  return changedSettings(was, is, ['spec', 'config']).map((setting) => ({
    ...withoutName(setting),
    ...settingEffect(inForce(setting, old, now), { before, after, replicas: around.is.replicas ?? copiesOf(now) }),
  }));
}

function withoutName({ name: _, ...field }: ChangedSetting): Omit<ChangedSetting, 'name'> {
  return field;
}

/** Settings of brokers that count for topics which do not say it themselves, and what Kafka has without either. */
const OF_BROKERS: Readonly<Record<string, readonly [name: string, usual: number | boolean]>> = {
  'max.message.bytes': ['message.max.bytes', LARGEST_MESSAGE],
  'min.insync.replicas': ['min.insync.replicas', 1],
  'unclean.leader.election.enable': ['unclean.leader.election.enable', false],
};

/** A setting with what was and is in force: that of the brokers where the topic says nothing. */
function inForce(setting: ChangedSetting, old: Config, now: Config): ChangedSetting {
  const others = Object.hasOwn(OF_BROKERS, setting.name) ? OF_BROKERS[setting.name] : undefined;
  if (!others) return setting;
  const [name, usual] = others;
  const { before = old[name] ?? usual, after = now[name] ?? usual } = setting;
  return { ...setting, before, after };
}

/** What stands around a setting: what topics keep before and after, and the replicas that the topic has. */
interface Surroundings {
  readonly before: Retention;
  readonly after: Retention;
  readonly replicas: number;
}

/** What settings do besides that brokers take them up. */
const EFFECTS: Readonly<Record<string, (setting: ChangedSetting, around: Surroundings) => Outcome>> = {
  'retention.ms': (_, { before, after }) => retentionEffect(before.ms, after.ms, after.policies),
  'retention.bytes': (_, { before, after }) => retentionEffect(before.bytes, after.bytes, after.policies),
  'cleanup.policy': (_, { before, after }) => policyEffect(before.policies, after.policies),
  'min.insync.replicas': (setting, { replicas }) =>
    becomesShort(setting, replicas) ? NEVER_IN_SYNC : inSyncEffect(setting),
  'unclean.leader.election.enable': (setting) => (begins(setting) ? UNCLEAN : AT_ONCE),
  'max.message.bytes': (setting) => (isLess(setting) ? SMALLER : AT_ONCE),
  'remote.storage.enable': ({ before, after }) => (isOn(before) && !isOn(after) ? REMOTE_OFF : AT_ONCE),
};

function settingEffect(setting: ChangedSetting, around: Surroundings): Outcome {
  return (Object.hasOwn(EFFECTS, setting.name) ? EFFECTS[setting.name] : undefined)?.(setting, around) ?? AT_ONCE;
}

/** Whether a switch is turned on. */
export function begins({ before, after }: ChangedSetting): boolean {
  return isOn(after) && !isOn(before);
}

function isOn(value: unknown): boolean {
  return String(value) === 'true';
}

type Outcome = Pick<ChangeEffect, 'class' | 'message' | 'remedy'>;

const AT_ONCE: Outcome = { class: 'safe', message: 'Brokers take it up at once, without a restart.' };
const REMOTE_OFF: Outcome = { class: 'may-lose-data', message: 'What is in remote storage may be deleted.' };

/** How many replicas topics get that do not say it. */
export function copiesOf(brokers: Config = {}): number {
  return Number(brokers['default.replication.factor'] ?? 1);
}

/** Whether more replicas are asked for than there are, which they were not before. */
export function becomesShort({ before = 1, after = 1 }: ChangedSetting, replicas: number): boolean {
  return Number(before) <= replicas && Number(after) > replicas;
}

/** What comes of asking for more copies than there are. */
export const NEVER_IN_SYNC: Outcome = {
  class: 'manual-step',
  message: 'More replicas are to have a record than there are: producers with acks=all are refused, always.',
  remedy: 'Ask for fewer, or have more replicas first.',
};

/** What comes of a smaller limit of records. */
export const SMALLER: Outcome = {
  class: 'manual-step',
  message: 'Larger records are refused from then on.',
  remedy: 'See that no producer sends larger ones.',
};

/** What a broker that was behind and becomes leader costs. */
export const UNCLEAN: Outcome = {
  class: 'may-lose-data',
  message: 'A replica that lacks records may become leader; what it lacks is lost.',
};

/** What comes of keeping records shorter or longer. Without `delete` among the policies nothing is deleted for its age. */
export function retentionEffect(before: number, after: number, policies: readonly string[]): Outcome {
  if (!policies.includes('delete')) {
    return { class: 'safe', message: 'Nothing comes of it: the cleanup policy does not delete.' };
  }
  if (after < before) {
    return { class: 'may-lose-data', message: 'Records are deleted earlier: those beyond the new limit go at once.' };
  }
  return {
    class: 'safe',
    message: after > before ? 'Records are kept longer.' : 'Records are kept as long as before.',
  };
}

/** What comes of another way to clean up. */
export function policyEffect(before: readonly string[], after: readonly string[]): Outcome {
  const added = after.filter((policy) => !before.includes(policy));
  if (added.includes('compact')) {
    return {
      class: 'may-lose-data',
      message: 'Of records with one key only the last is kept; records without a key are refused.',
    };
  }
  if (added.includes('delete')) {
    return { class: 'may-lose-data', message: 'Records beyond the retention are deleted, which they were not before.' };
  }
  return { class: 'safe', message: 'Nothing is cleaned up that was not before.' };
}

/** What comes of another number of replicas that must have a record. */
export function inSyncEffect(setting: ChangedSetting): Outcome {
  if (isLess(setting, 1)) {
    return {
      class: 'may-lose-data',
      message: 'Records are acknowledged with fewer copies: if their brokers fail, they are lost.',
    };
  }
  return {
    class: 'safe',
    message: 'Producers with acks=all wait for more copies; where too few replicas are in sync, they are refused.',
  };
}

/**
 * Whether a setting is less than it was.
 * @param usual - what Kafka has where nothing is said
 */
export function isLess({ before, after }: ChangedSetting, usual?: number): boolean {
  return Number(after ?? usual) < Number(before ?? usual);
}

/** What the brokers of a topic are told. */
export function clusterConfig(side: Side, { namespace, cluster }: TopicRecord): Config {
  return side.cluster(namespace, cluster)?.config ?? {};
}
