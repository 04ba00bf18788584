import { isDynamic } from '../../dialects/kafka/settings';
import type { KafkaClusterRecord } from '../../model/kafka-cluster';
import { compareMinors } from '../../model/minors';
import { topicNameOf } from '../../model/topic';
import type { ChangeEffect } from '../change';
import { changedSettings, type ChangedSetting } from '../effects';
import type { Around, FieldChange } from '../scene';
import { brokerRetention, type Retention } from './retention';
import { isManaged } from './topic';
import {
  becomesShort,
  begins,
  copiesOf,
  inSyncEffect,
  isLess,
  LARGEST_MESSAGE,
  NEVER_IN_SYNC,
  policyEffect,
  retentionEffect,
  SMALLER,
  UNCLEAN,
} from './topic-settings';

/**
 * What comes of other settings of brokers: what of them needs a restart is Kafka's to say.
 * @see KafkaBrokerConfigurationDiff of Strimzi 0.19.0 to 1.1.0, KafkaConfigurationDiff of 1.2.0
 */
export const brokerConfigChange: FieldChange<KafkaClusterRecord, 'config'> = (was, is, around) => {
  const { version } = around.is;
  const before = brokerRetention(was);
  const after = brokerRetention(is);
  return changedSettings(was, is, ['spec', 'kafka', 'config']).flatMap((setting): readonly ChangeEffect[] => {
    const { name, ...field } = setting;
    const own = shortageEffect(setting, around) ?? ownEffect(setting, before, after);
    const way = isDynamic(name, version) ? AT_ONCE : RESTART;
    const isSaid = own?.class === 'safe' && way.class === 'safe';
    return [...(own ? [{ ...field, ...own }] : []), ...(isSaid ? [] : [{ ...field, ...way }])];
  });
};

type Outcome = Pick<ChangeEffect, 'class' | 'message' | 'remedy'>;

const AT_ONCE: Outcome = { class: 'safe', message: 'Brokers take it up while they run, from Strimzi 0.19 on.' };
const RESTART: Outcome = {
  class: 'restarts-pods',
  message: 'Brokers restart one by one: they read it when they start.',
};

const WEEK_OF_MINUTES = 7 * 24 * 60;

/** @see https://kafka.apache.org/documentation/#brokerconfigs_offsets.retention.minutes */
const FORGOTTEN: Outcome = {
  class: 'may-lose-data',
  message:
    'Offsets of groups without members are forgotten earlier: such a group begins where auto.offset.reset says, and may skip records.',
  remedy: 'See that no group pauses for so long.',
};
const FEWER_MARKS: Outcome = {
  class: 'may-lose-data',
  message: 'States of transactions are acknowledged with fewer copies: if their brokers fail, they are lost.',
};
const HANDSHAKE: Outcome = {
  class: 'manual-step',
  message: 'Clients that speak none of what listeners with TLS take from then on are shut out.',
  remedy: 'See what clients speak first.',
};

type OwnEffect = (setting: ChangedSetting, before: Retention, after: Retention) => Outcome | undefined;

const retentionOfTime: OwnEffect = (_, before, after) => ofTopics(retentionEffect(before.ms, after.ms, after.policies));

/** What settings do besides. */
const OWN_EFFECTS: Readonly<Record<string, OwnEffect>> = {
  'log.retention.ms': retentionOfTime,
  'log.retention.minutes': retentionOfTime,
  'log.retention.hours': retentionOfTime,
  'log.retention.bytes': (_, before, after) => ofTopics(retentionEffect(before.bytes, after.bytes, after.policies)),
  'log.cleanup.policy': (_, before, after) => ofTopics(policyEffect(before.policies, after.policies)),
  'default.replication.factor': copiesEffect,
  'min.insync.replicas': (setting) => ofTopics(inSyncEffect(setting)),
  'unclean.leader.election.enable': (setting) => (begins(setting) ? ofTopics(UNCLEAN) : undefined),
  'message.max.bytes': (setting) => (isLess(setting, LARGEST_MESSAGE) ? ofTopics(SMALLER) : undefined),
  'transaction.state.log.min.isr': (setting) => (isLess(setting, 2) ? FEWER_MARKS : undefined),
  'offsets.retention.minutes': (setting) => (isLess(setting, WEEK_OF_MINUTES) ? FORGOTTEN : undefined),
  'ssl.cipher.suites': () => HANDSHAKE,
  'ssl.enabled.protocols': () => HANDSHAKE,
  'ssl.protocol': () => HANDSHAKE,
  'allow.everyone.if.no.acl.found': everyoneEffect,
  'inter.broker.protocol.version': protocolEffect,
  'log.message.format.version': protocolEffect,
};

/** What comes of asking for more copies than topics have that say nothing of it themselves. */
function shortageEffect(
  setting: ChangedSetting,
  { is: cluster, after }: Around<KafkaClusterRecord>,
): Outcome | undefined {
  if (setting.name !== 'min.insync.replicas') return undefined;
  const [first, ...others] = after.topicsOf(cluster).filter((topic) => {
    const isAsked = isManaged(topic) && topic.config?.[setting.name] === undefined;
    return isAsked && becomesShort(setting, topic.replicas ?? copiesOf(cluster.config));
  });
  if (!first) return undefined;
  const more = others.length > 0 ? `, and of ${others.length} more` : '';
  return { ...NEVER_IN_SYNC, message: `${NEVER_IN_SYNC.message} So it is of topic "${topicNameOf(first)}"${more}.` };
}

/** What a setting does besides; absent: nothing of note. */
function ownEffect(setting: ChangedSetting, before: Retention, after: Retention): Outcome | undefined {
  const own = Object.hasOwn(OWN_EFFECTS, setting.name) ? OWN_EFFECTS[setting.name] : undefined;
  return own?.(setting, before, after);
}

function ofTopics(outcome: Outcome): Outcome {
  return { ...outcome, message: `${outcome.message} So it is for topics without a setting of their own.` };
}

/** Topics keep the copies that they have; Kafka's own default is one. */
function copiesEffect({ before = 1, after = 1 }: ChangedSetting): Outcome | undefined {
  if (Number(after) >= Number(before)) return undefined;
  return {
    class: 'may-lose-data',
    message: 'New topics that do not say how many copies they have get fewer: if their brokers fail, records are lost.',
  };
}

function isOn({ after }: ChangedSetting): boolean {
  return String(after) === 'true';
}

function everyoneEffect(setting: ChangedSetting): Outcome {
  return isOn(setting)
    ? { class: 'widens-access', message: 'What no rule is about is open to everybody.' }
    : { class: 'narrows-access', message: 'What no rule is about is closed to all but super users.' };
}

function protocolEffect({ name, before, after }: ChangedSetting): Outcome | undefined {
  if (after === undefined) return undefined;
  const isLower = before !== undefined && compareMinors(String(after), String(before)) < 0;
  if (isLower) {
    return {
      class: 'manual-step',
      message: 'Brokers may have used what the earlier version does not know: Kafka does not promise to go back.',
      remedy: `Keep ${name}, or try it on a copy first.`,
    };
  }
  return { class: 'safe', message: 'There is no way back to an earlier version of Kafka after it.' };
}
