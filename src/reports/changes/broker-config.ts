import { isDynamic } from '../../dialects/kafka/settings';
import type { KafkaClusterRecord } from '../../model/kafka-cluster';
import { compareMinors } from '../../model/minors';
import type { ChangeEffect } from '../change';
import { changedSettings, type ChangedSetting } from '../effects';
import type { FieldChange } from '../scene';
import { brokerRetention, type Retention } from './retention';
import { inSyncEffect, policyEffect, retentionEffect, UNCLEAN } from './topic';

/**
 * What comes of other settings of brokers: what of them needs a restart is Kafka's to say.
 * @see KafkaBrokerConfigurationDiff of Strimzi 0.19.0 to 1.1.0, KafkaConfigurationDiff of 1.2.0
 */
export const brokerConfigChange: FieldChange<KafkaClusterRecord, 'config'> = (was, is, { is: { version } }) => {
  const before = brokerRetention(was);
  const after = brokerRetention(is);
  return changedSettings(was, is, ['spec', 'kafka', 'config']).flatMap((setting): readonly ChangeEffect[] => {
    const { name, ...field } = setting;
    const own = ownEffect(setting, before, after);
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

/** What a setting does besides; absent: nothing of note. */
function ownEffect(setting: ChangedSetting, before: Retention, after: Retention): Outcome | undefined {
  switch (setting.name) {
    case 'log.retention.ms':
    case 'log.retention.minutes':
    case 'log.retention.hours':
      return ofTopics(retentionEffect(before.ms, after.ms, after.policies));
    case 'log.retention.bytes':
      return ofTopics(retentionEffect(before.bytes, after.bytes, after.policies));
    case 'log.cleanup.policy':
      return ofTopics(policyEffect(before.policies, after.policies));
    case 'min.insync.replicas':
      return ofTopics(inSyncEffect(setting));
    case 'unclean.leader.election.enable':
      return isOn(setting) ? ofTopics(UNCLEAN) : undefined;
    case 'allow.everyone.if.no.acl.found':
      return everyoneEffect(setting);
    case 'inter.broker.protocol.version':
    case 'log.message.format.version':
      return protocolEffect(setting);
    default:
      return undefined;
  }
}

function ofTopics(outcome: Outcome): Outcome {
  return { ...outcome, message: `${outcome.message} So it is for topics without a setting of their own.` };
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
