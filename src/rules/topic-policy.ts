import type { FieldPath } from '../model/field';
import type { NumberBounds, PolicyRecord, SettingBounds, TopicPolicyRecord } from '../model/policy';
import { settingUnit, timeText } from '../model/setting-unit';
import { topicNameOf, type TopicRecord } from '../model/topic';
import { allowsName, namesText, policyBreach, type PolicyBreach } from './policies';
import { objectRule } from './rule';

/** A topic is what the policies of its team and site allow. */
export const topicPolicy = objectRule({
  id: 'topic-policy',
  summary: 'A topic has a name, partitions, replicas and settings that the policies of its team and site allow.',
  remedy: 'Keep to the policy, or have its owner waive it.',
  effect: 'forbidden',
  source: 'The organisation, whose policies a program or a site gives.',
  nouns: ['topic'],
  check({ record, policies = NONE }, report) {
    for (const policy of policies) {
      if (!policy.topics) continue;
      for (const breach of breachesOf(record, policy.topics, policy)) report(policyBreach(policy, breach));
    }
  },
});

const NONE: readonly PolicyRecord[] = [];

function breachesOf(record: TopicRecord, policy: TopicPolicyRecord, { name }: PolicyRecord): PolicyBreach[] {
  const { partitions, replicas, config = {} } = record;
  const settings = Object.entries(policy.config ?? {}).flatMap(([setting, bounds]) =>
    settingBreaches(['spec', 'config', setting], config[setting], bounds),
  );
  return [
    ...nameBreaches(record, policy, name),
    ...numberBreaches(['spec', 'partitions'], partitions, policy.partitions),
    ...numberBreaches(['spec', 'replicas'], replicas, policy.replicas),
    ...settings,
  ];
}

function nameBreaches(record: TopicRecord, { names }: TopicPolicyRecord, policy: string): PolicyBreach[] {
  const given = topicNameOf(record);
  if (!names || allowsName(names, given)) return [];
  const field = record.topicName === undefined ? ['metadata', 'name'] : ['spec', 'topicName'];
  const remedy = `Give the topic a name that "${policy}" allows.`;
  return [{ field, given, allowed: namesText(names), asks: 'has other names for topics', remedy }];
}

function numberBreaches(
  field: FieldPath,
  given: number | undefined,
  bounds: NumberBounds | undefined,
): readonly PolicyBreach[] {
  return bounds ? settingBreaches(field, given, bounds) : [];
}

function settingBreaches(
  field: FieldPath,
  given: string | number | boolean | undefined,
  bounds: SettingBounds,
): readonly PolicyBreach[] {
  const name = String(field.at(-1));
  const allowed = boundsText(name, bounds);
  if (given === undefined)
    return bounds.required
      ? [{ field, allowed, asks: `asks that a topic says its ${name}`, remedy: `Give ${name}.` }]
      : [];
  if (isWithin(name, String(given), bounds)) return [];
  return [{ field, given, allowed, asks: `does not allow this for ${name}`, remedy: `Give ${allowed}.` }];
}

/** What is no number at all is for the rules of Kafka to tell. */
function isWithin(name: string, given: string, { least, most, values }: SettingBounds): boolean {
  if (values && !given.split(',').every((item) => values.includes(item.trim()))) return false;
  const number = Number(given);
  if (Number.isNaN(number)) return true;
  const counted = number < 0 && settingUnit(name) !== undefined ? Infinity : number;
  return counted >= (least ?? -Infinity) && counted <= (most ?? Infinity);
}

function boundsText(name: string, { least, most, values }: SettingBounds): string {
  const amount = (number: number): string =>
    settingUnit(name) === 'milliseconds' ? `${number} (${timeText(number)})` : String(number);
  const numbers = [
    ...(least === undefined ? [] : [`${amount(least)} at least`]),
    ...(most === undefined ? [] : [`${amount(most)} at most`]),
  ].join(', ');
  const texts = [numbers, values?.join(', ') ?? ''].filter((text) => text !== '');
  return texts.length === 0 ? 'any value' : texts.join('; ');
}
