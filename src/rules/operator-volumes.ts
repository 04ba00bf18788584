import { placesOf } from './places';
import { isWithin, type JudgedKind } from './rule';

/** A volume of a pod that the operator makes: the first and the last minor that do, and a field that it is there with. */
type Entry = readonly [name: string, since?: string, until?: string, beside?: string];

const TMP: Entry = ['strimzi-tmp'];
const LOGGING: Entry = ['kafka-metrics-and-logging'];
const SERVICE_ACCOUNT: Entry = ['kube-api-access', '1.2'];
const CA: Entry = ['cluster-ca-certs'];
const BEFORE_SECRETS_WERE_READ = [undefined, '0.48'] as const;

const TOPICS = 'spec.entityOperator.topicOperator';
const USERS = 'spec.entityOperator.userOperator';

const BROKERS: readonly Entry[] = [
  TMP,
  LOGGING,
  SERVICE_ACCOUNT,
  ['ready-files'],
  ['rack-volume', undefined, undefined, 'spec.kafka.rack'],
  ['broker-certs', ...BEFORE_SECRETS_WERE_READ],
  ['client-ca-cert', ...BEFORE_SECRETS_WERE_READ],
  ['cluster-ca', ...BEFORE_SECRETS_WERE_READ],
];
const CONNECT: readonly Entry[] = [
  TMP,
  SERVICE_ACCOUNT,
  ['kafka-connect-configurations', '0.46'],
  ['kafka-metrics-and-logging', undefined, '0.45'],
  ['rack-volume', undefined, undefined, 'spec.rack'],
];
const BUILD: readonly Entry[] = [
  ['dockerfile'],
  ['build-context', '1.2'],
  ['docker-credentials', undefined, undefined, 'spec.build.output.pushSecret'],
];

/**
 * Volumes of the pods of each template, by kind and place.
 * @see getVolumes of the model classes of Strimzi 0.44.0 to 1.2.0
 */
const VOLUMES: readonly (readonly [kinds: readonly string[], pod: string, volumes: readonly Entry[]])[] = [
  [['Kafka'], 'spec.kafka.template.pod', BROKERS],
  [['KafkaNodePool'], 'spec.template.pod', BROKERS],
  [['Kafka'], 'spec.zookeeper.template.pod', [TMP, CA, ['zookeeper-metrics-and-logging'], ['zookeeper-nodes']]],
  [
    ['Kafka'],
    'spec.entityOperator.template.pod',
    [
      SERVICE_ACCOUNT,
      ['cluster-ca-certs', undefined, '0.49'],
      ['cluster-ca-certs', '0.50', '1.0', TOPICS],
      ['cluster-ca-certs', '1.1', undefined, 'spec.cruiseControl'],
      ['strimzi-to-tmp', undefined, undefined, TOPICS],
      ['strimzi-uo-tmp', undefined, undefined, USERS],
      ['entity-topic-operator-metrics-and-logging', undefined, undefined, TOPICS],
      ['entity-user-operator-metrics-and-logging', undefined, undefined, USERS],
      ['eto-certs', undefined, '1.0', TOPICS],
      ['euo-certs', undefined, '0.49', USERS],
      ['eto-cc-api', undefined, undefined, 'spec.cruiseControl'],
    ],
  ],
  [['Kafka'], 'spec.cruiseControl.template.pod', [TMP, CA, ['api-auth-config'], ['cc-certs'], ['config']]],
  [['Kafka'], 'spec.kafkaExporter.template.pod', [TMP, CA, ['kafka-exporter-certs']]],
  [['KafkaConnect', 'KafkaMirrorMaker2'], 'spec.template.pod', CONNECT],
  [['KafkaConnect'], 'spec.template.buildPod', BUILD],
  [
    ['KafkaBridge'],
    'spec.template.pod',
    [
      TMP,
      SERVICE_ACCOUNT,
      ['kafka-bridge-configurations', '0.46'],
      ['kafka-metrics-and-logging', undefined, '0.45'],
      ['rack-volume', undefined, undefined, 'spec.rack'],
    ],
  ],
];

/** The names that the operator gives to volumes of a pod itself, and the place of the pod's template. */
export function operatorVolumes({ manifest, site }: JudgedKind): (readonly [pod: string, names: readonly string[]])[] {
  const isThere = ([, since, until, beside]: Entry): boolean =>
    isWithin(site.release.version, since, until) && (beside === undefined || placesOf(manifest, beside).length > 0);
  return VOLUMES.filter(([kinds]) => kinds.includes(manifest.kind)).map(([, pod, volumes]) => [
    pod,
    volumes.filter(isThere).map(([name]) => name),
  ]);
}
