import type { ListenerRecord } from '../model/listener';
import { listenerFields } from './listener-fields';
import { placesOf, type Place } from './places';
import { objectRule, type Breach } from './rule';

interface Bounded {
  readonly path: string;
  readonly least: number;
  readonly most?: number;
  /** What others come to. */
  readonly why: string;
}

const MOST_PORTS = 65_535;
const NO_START = 'brokers do not start with it';

const NO_SERVICE = 'Kubernetes makes no Service with it';

/** Numbers of a listener that no schema bounds. */
const NUMBERS: readonly Bounded[] = [
  { path: 'maxConnections', least: 0, why: NO_START },
  { path: 'maxConnectionCreationRate', least: 0, why: NO_START },
  { path: 'brokers.*.advertisedPort', least: 1, most: MOST_PORTS, why: 'clients cannot connect to it' },
  ...['bootstrap.nodePort', 'brokers.*.nodePort'].map((path) => ({
    path,
    least: 1,
    most: MOST_PORTS,
    why: NO_SERVICE,
  })),
  { path: 'brokers.*.broker', least: 0, why: 'no broker has such a number' },
];

/** Numbers of listeners are those that brokers take, and that clients can connect to. */
export const listenerNumbers = objectRule({
  id: 'listener-numbers',
  summary: 'Limits of a listener and numbers of its brokers are from 0, and its ports are from 1 to 65535.',
  remedy: 'Correct the number, or leave it out.',
  effect: 'fails',
  source:
    'The operator hands them on as they are (Strimzi 0.20.0 to 1.2.0, KafkaBrokerConfigurationBuilder): brokers do not start with limits below 0 (SocketServerConfigs, Kafka 2.7 to 4.3), and TCP has no other ports.',
  nouns: ['kafkaCluster'],
  check(object, report) {
    for (const { field, listener } of listenerFields(object)) {
      if (listener.port > MOST_PORTS) report({ ...portBreach(listener), field: [...field, 'port'] });
      for (const breach of NUMBERS.flatMap((number) => breachesOf(listener, number)))
        report({ ...breach, field: [...field, 'configuration', ...breach.field] });
    }
  },
});

/** The schema bounds it below alone. */
function portBreach({ name, port: given }: ListenerRecord): Breach {
  return {
    given,
    allowed: `a whole number from 9092 to ${MOST_PORTS}`,
    message: `Listener "${name}" has port ${given}: there is none such.`,
  };
}

function breachesOf(
  { name, configuration }: ListenerRecord,
  { path, least, most = Infinity, why }: Bounded,
): (Breach & Pick<Place, 'field'>)[] {
  const wrong = placesOf(configuration, path).filter(
    ({ value }) => typeof value === 'number' && (value < least || value > most),
  );
  return wrong.map(({ field, value: given }) => ({
    field,
    given,
    allowed: `a whole number from ${least}${most === Infinity ? '' : ` to ${most}`}`,
    message: `Listener "${name}" has ${String(field.at(-1))} ${String(given)}: ${why}.`,
  }));
}
