import { DEAD_LETTERS, TOPIC_SETTINGS } from '../model/connect';
import type { FieldPath } from '../model/field';
import type { Config } from '../model/resource';
import { expressionFault, findsName } from '../model/topic-pattern';
import { objectRule, type Breach } from './rule';

const [NAMES, EXPRESSION] = TOPIC_SETTINGS;

/** What a sink connector reads is said once, and is not what it fails on. */
export const sinkTopics = objectRule({
  id: 'sink-topics',
  summary:
    'A sink connector names what it reads by topics or by topics.regex, an expression, and reads no topic that its own failures go to.',
  remedy: 'Leave one of the two out.',
  effect: 'fails',
  source:
    'Workers refuse the connector (Kafka 2.4 to 4.3, SinkConnectorConfig), and the operator says that it is not ready.',
  nouns: ['connector'],
  check({ record: { config = {} } }, report) {
    for (const breach of [...twiceSaid(config), ...noExpression(config), ...ownFailures(config)]) report(breach);
  },
});

function twiceSaid(config: Config): Breach[] {
  const [names, expression] = [textOf(config, NAMES), textOf(config, EXPRESSION)];
  if (names === undefined || expression === undefined) return [];
  const message = `It says what it reads by ${NAMES} and by ${EXPRESSION}.`;
  return [{ field: fieldOf(EXPRESSION), given: expression, allowed: `${NAMES} or ${EXPRESSION}`, message }];
}

function noExpression(config: Config): Breach[] {
  const expression = textOf(config, EXPRESSION);
  const fault = expression === undefined ? undefined : expressionFault(expression);
  if (fault === undefined) return [];
  return [
    {
      field: fieldOf(EXPRESSION),
      given: expression,
      allowed: 'a regular expression of Java',
      message: `It is no regular expression: ${fault}.`,
      remedy: 'Write the expression that was meant.',
    },
  ];
}

function ownFailures(config: Config): Breach[] {
  const [names, expression] = [textOf(config, NAMES), textOf(config, EXPRESSION)];
  const failures = textOf(config, DEAD_LETTERS);
  if (failures === undefined) return [];
  const isNamed = names?.split(',').some((name) => name.trim() === failures) ?? false;
  const isFound = expression !== undefined && findsName(expression, failures);
  if (!isNamed && !isFound) return [];
  return [
    {
      field: fieldOf(DEAD_LETTERS),
      given: failures,
      allowed: `a topic that ${isNamed ? NAMES : EXPRESSION} does not have`,
      message: 'It reads the topic that the records go to on which it fails.',
      remedy: 'Name a topic of its own for them.',
    },
  ];
}

function textOf(config: Config, setting: string): string | undefined {
  const value = config[setting];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function fieldOf(setting: string): FieldPath {
  return ['spec', 'config', setting];
}
