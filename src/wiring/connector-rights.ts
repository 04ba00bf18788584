import { connectorGroup, DEAD_LETTERS, isSink, TOPIC_SETTINGS } from '../model/connect';
import type { IntentGrant } from '../model/grant';
import type { NameOrPrefix } from '../model/permissions';
import type { OwnConfig } from '../model/resource';
import { stemOf } from '../model/topic-pattern';
import { consumeRights } from './client-rights';

/**
 * What a connector needs by its settings. What a source connector writes to, they do not tell.
 * @param transactionGroup group of its workers, if they have source connectors write each record exactly once
 */
export function connectorRights(name: string, config: OwnConfig = {}, transactionGroup?: string): IntentGrant[] {
  const group = connectorGroup(name, config);
  const deadLetters = textOf(config, DEAD_LETTERS);
  return [
    ...topicsReadBy(config).flatMap((topic) => consumeRights(topic, group)),
    ...(deadLetters === undefined ? [] : deadLetterRights(deadLetters)),
    ...(transactionGroup === undefined || isSink(config) ? [] : [transactionRight(transactionGroup, name)]),
  ];
}

function topicsReadBy(config: OwnConfig): readonly NameOrPrefix[] {
  const [names, expression] = TOPIC_SETTINGS.map((setting) => textOf(config, setting));
  const stem = expression === undefined ? undefined : stemOf(expression);
  return [
    ...(names ?? '')
      .split(',')
      .map((topic) => topic.trim())
      .filter((topic) => topic !== ''),
    // An expression that begins with anything would take rights to all topics: nobody asked for that.
    ...(stem ? [{ prefix: stem }] : []),
  ];
}

/** Workers look whether the topic is there, make it if it is not, and write to it. */
function deadLetterRights(topic: string): IntentGrant[] {
  return [
    { intent: 'produce', topic },
    { intent: 'create', topic },
  ];
}

/** Each task has an id of its own, which begins with the group of the workers and the name of the connector. */
function transactionRight(group: string, connector: string): IntentGrant {
  return { intent: 'connectorExactlyOnce', transactionalId: { prefix: `${group}-${connector}-` } };
}

function textOf(config: OwnConfig, setting: string): string | undefined {
  const value = config[setting];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
