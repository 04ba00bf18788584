import { nearestNames } from '../text/nearest';
import { strimziKinds } from './kinds';
import { fieldsAt, placesOf } from './places';
import { kindRule, type Breach, type JudgedKind } from './rule';

const LEVELS = ['OFF', 'FATAL', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'TRACE', 'ALL'];

/** A library that writes logs: what its properties begin with, and which of them have a level. */
interface Library {
  readonly name: string;
  readonly isRead: (property: string) => boolean;
  readonly hasLevel: RegExp;
  readonly allowed: string;
}

/** First words of the properties of Log4j 2. */
const WORDS_OF_LOG4J_2: ReadonlySet<string> = new Set([
  ...['rootLogger', 'logger', 'loggers', 'appender', 'appenders', 'filter', 'filters', 'property', 'properties'],
  ...['script', 'scripts', 'customLevel', 'name', 'status', 'monitorInterval', 'dest', 'packages', 'advertiser'],
  ...['shutdownHook', 'shutdownTimeout', 'strict', 'verbose', 'schema'],
]);

const LOG4J_2: Library = {
  name: 'Log4j 2',
  isRead: (property) => WORDS_OF_LOG4J_2.has(property.split('.')[0] ?? ''),
  hasLevel: /\.level$|^rootLogger$|^logger\.[^.]+$/,
  allowed: 'rootLogger.level, logger.ID.name with logger.ID.level, and the like',
};

/** Others are variables, which its own properties may use. */
const LOG4J_1: Library = {
  name: 'Log4j 1',
  isRead: (property) => !/^(rootLogger|logger|appender)\b/.test(property),
  hasLevel: /^log4j\.(rootLogger|logger\..*)$/,
  allowed: 'log4j.rootLogger, log4j.logger.NAME, and the like',
};

const OF_KAFKA = ['spec.kafka', 'spec.zookeeper'];
const OF_OPERATORS = ['spec.entityOperator.topicOperator', 'spec.entityOperator.userOperator'];
const WORKERS = ['KafkaConnect', 'KafkaConnectS2I', 'KafkaMirrorMaker', 'KafkaMirrorMaker2'];

/** Loggers are named in the words of the library that reads them. */
export const loggerNames = kindRule({
  id: 'logger-names',
  summary:
    'Properties of inline logging are those of the version of Log4j that the program has, with levels that there are.',
  remedy: 'Write the property in the words of its library, or leave it out.',
  effect: 'ignored',
  source:
    'The operator writes them to the file as they are, and Log4j passes over what it does not know (Strimzi 0.18.0 to 0.45.2 with Log4j 1 for Kafka, 0.48.0 to 1.2.0 with Log4j 2, LoggingUtils); of the Kafka Exporter it takes three levels (0.26.1 to 1.2.0, KafkaExporter).',
  catalog: ['G-039', 'K-083'],
  kinds: strimziKinds('Kafka', ...WORKERS, 'KafkaBridge'),
  check(object, report) {
    for (const breach of exporterBreaches(object)) report(breach);
    for (const [library, path] of programsOf(object)) {
      for (const { name, field, value: given } of fieldsAt(object.manifest, `${path}.logging.loggers`)) {
        const breach = breachOf(library, name, given);
        if (breach) report({ field, given, ...breach });
      }
    }
  },
});

const OF_EXPORTER = ['info', 'debug', 'trace'];

/** The operator takes any other word for the first. */
function exporterBreaches({ manifest, site: { release } }: JudgedKind): Breach[] {
  if (!release.takes.exporterLevels) return [];
  return placesOf(manifest, 'spec.kafkaExporter.logging').flatMap(({ field, value: given }) => {
    if (typeof given !== 'string' || OF_EXPORTER.includes(given.toLowerCase())) return [];
    return [
      {
        field,
        given,
        allowed: OF_EXPORTER.join(', '),
        message: `The Kafka Exporter has no level "${given}": it logs as at info.`,
      },
    ];
  });
}

/** Programs of which it is known what they log with. */
function programsOf({ manifest: { kind }, site: { release } }: JudgedKind): (readonly [Library, string])[] {
  const isKafka = kind === 'Kafka';
  const { log4j } = release.takes;
  if (log4j === 2) {
    return (isKafka ? [...OF_KAFKA, ...OF_OPERATORS, 'spec.cruiseControl'] : ['spec']).map((path) => [LOG4J_2, path]);
  }
  if (log4j !== 1 || kind === 'KafkaBridge') return [];
  if (!isKafka) return [[LOG4J_1, 'spec']];
  return [...OF_KAFKA.map((path) => [LOG4J_1, path] as const), ...OF_OPERATORS.map((path) => [LOG4J_2, path] as const)];
}

function breachOf(
  { name: library, isRead, hasLevel, allowed }: Library,
  property: string,
  given: unknown,
): Breach | undefined {
  if (!isRead(property)) return { allowed, message: `${library} knows no property ${property}, and passes over it.` };
  if (!hasLevel.test(property) || typeof given !== 'string') return undefined;
  const [level = ''] = given.split(',').map((part) => part.trim());
  // A variable stands for one that the file has elsewhere.
  if (level.includes('$') || LEVELS.includes(level.toUpperCase())) return undefined;
  const [nearest] = nearestNames(level, LEVELS);
  return {
    allowed: LEVELS.join(', '),
    message: `${library} has no level "${level}".`,
    remedy: nearest === undefined ? 'Give a level that there is.' : `Write ${nearest}.`,
  };
}
