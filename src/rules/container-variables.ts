import { map } from '../model/guarded';
import { strimziKinds } from './kinds';
import { placesOf, type Place } from './places';
import { rowsOf, type Row } from './rows';
import { kindRule, type Breach, type JudgedKind } from './rule';

/** A program whose container can be given variables. */
interface Container {
  readonly kinds: readonly string[];
  /** Where the program is described. */
  readonly at: string;
  readonly container: string;
}

const WORKERS = ['KafkaConnect', 'KafkaConnectS2I', 'KafkaMirrorMaker2'];
const CONTAINERS: readonly Container[] = [
  { kinds: ['Kafka'], at: 'spec.kafka', container: 'kafkaContainer' },
  { kinds: ['KafkaNodePool'], at: 'spec', container: 'kafkaContainer' },
  { kinds: WORKERS, at: 'spec', container: 'connectContainer' },
];

/** A variable that the operator sets where a field is there. */
interface OwnVariable extends Row {
  readonly name: string;
  readonly isSet: (program: Readonly<Record<string, unknown>>) => boolean;
  readonly instead: string;
}

const withJvm =
  (...options: readonly string[]): OwnVariable['isSet'] =>
  ({ jvmOptions }) =>
    options.some((option) => map(jvmOptions)[option] !== undefined);

function isOfWorkers({ bootstrapServers, clusters }: Readonly<Record<string, unknown>>): boolean {
  return bootstrapServers !== undefined || clusters !== undefined;
}

const OWN: readonly OwnVariable[] = [
  { name: 'STRIMZI_KAFKA_GC_LOG_ENABLED', isSet: () => true, instead: 'jvmOptions.gcLoggingEnabled' },
  { name: 'KAFKA_HEAP_OPTS', isSet: withJvm('-Xms', '-Xmx'), instead: '-Xms and -Xmx of jvmOptions' },
  { name: 'KAFKA_JVM_PERFORMANCE_OPTS', isSet: withJvm('-XX'), instead: '-XX of jvmOptions' },
  {
    name: 'STRIMZI_JAVA_SYSTEM_PROPERTIES',
    isSet: withJvm('javaSystemProperties'),
    instead: 'jvmOptions.javaSystemProperties',
  },
  // The programs read the settings of workers from files since.
  {
    name: 'KAFKA_CONNECT_BOOTSTRAP_SERVERS',
    isSet: isOfWorkers,
    instead: 'bootstrapServers',
    until: '0.45',
  },
  { name: 'KAFKA_CONNECT_CONFIGURATION', isSet: isOfWorkers, instead: 'config', until: '0.45' },
  { name: 'STRIMZI_TRACING', isSet: ({ tracing }) => tracing !== undefined, instead: 'tracing' },
];

const ownOf = rowsOf(OWN, () => true);

/** Beginnings of variables that the operator has for itself. */
const RESERVED = /^(KAFKA_|STRIMZI)/;

/** Variables of a container are those that the operator leaves to the team. */
export const containerVariables = kindRule({
  id: 'container-variables',
  summary: 'Environment variables of brokers and Connect workers are none that the operator sets itself.',
  remedy: 'Leave the variable out, or give it another name.',
  effect: 'ignored',
  source:
    'The operator takes its own, and says so in its log alone (Strimzi 0.18.0 to 1.2.0, ContainerUtils, KafkaConnectCluster).',
  catalog: ['G-022', 'M2-063'],
  kinds: strimziKinds('Kafka', 'KafkaNodePool', ...WORKERS),
  check(object, report) {
    for (const breach of [...ofTemplates(object), ...external(object)]) report(breach);
  },
});

function ofTemplates({ manifest, site }: JudgedKind): Breach[] {
  const variables = ownOf(manifest.kind, site.release.version);
  return CONTAINERS.filter(({ kinds }) => kinds.includes(manifest.kind)).flatMap(({ at, container }) =>
    placesOf(manifest, at).flatMap(({ field, value: program }) =>
      namesAt(program, `template.${container}.env.*`, field).flatMap(({ field: place, value: given }) => {
        const own = variables.find(({ name, isSet }) => name === given && isSet(map(program)));
        if (!own) return [];
        const message = `The operator sets ${own.name} itself, by ${own.instead}.`;
        return [{ field: place, given, message, remedy: `Give ${own.instead}, and leave the variable out.` }];
      }),
    ),
  );
}

function external({ manifest, site: { release } }: JudgedKind): Breach[] {
  if (!WORKERS.includes(manifest.kind) || !release.takes.dropsOwnVariables) return [];
  return namesAt(manifest, 'spec.externalConfiguration.env.*')
    .filter(({ value }) => RESERVED.test(String(value)))
    .map(({ field, value: given }) => ({
      field,
      given,
      allowed: 'a name that does not begin with KAFKA_ or STRIMZI',
      message: `The operator leaves ${String(given)} out: names that begin so are its own.`,
    }));
}

/** The names of variables; what has none the API refuses. */
function namesAt(value: unknown, path: string, at: Place['field'] = []): readonly Place[] {
  return placesOf(value, `${path}.name`, at).filter(({ value: name }) => typeof name === 'string');
}
