import { strimziKinds } from './kinds';
import { placesOf, valueAtPath, type Place } from './places';
import { CLIENT_AUTHENTICATION, NODE_STORAGE, PROGRAMS, type PlacesOfKinds } from './places-of-kinds';
import { rowsOf, type Row } from './rows';
import { kindRule, type Breach, type Effect } from './rule';

/** Fields that an operator needs although the schema does not. */
interface Need extends Row {
  readonly kinds: readonly string[];
  /** Where the fields belong. */
  readonly at: string;
  /** Values of a field beside them that they are needed with. */
  readonly when?: readonly [field: string, ...values: string[]];
  readonly needs: readonly string[];
  /**
   * Whether one of them is enough.
   * @default false
   */
  readonly isAny?: boolean;
  /** @default refused */
  readonly effect?: Effect;
}

/** The object itself. */
const ROOT = '';

const CREDENTIALS = CLIENT_AUTHENTICATION.flatMap(([kinds, at]): Need[] => [
  { kinds, at, when: ['type', 'tls'], needs: ['certificateAndKey'] },
  { kinds, at, when: ['type', 'scram-sha-512', 'scram-sha-256', 'plain'], needs: ['username', 'passwordSecret'] },
]);

/** What the schema requires, and takes empty. */
const SECRETS = CLIENT_AUTHENTICATION.flatMap(([kinds, at]): Need[] => [
  { kinds, at: `${at}.certificateAndKey`, needs: ['secretName', 'certificate', 'key'] },
  { kinds, at: `${at}.passwordSecret`, needs: ['secretName', 'password'] },
  { kinds, at: `${at.slice(0, at.lastIndexOf('.'))}.tls.trustedCertificates.*`, needs: ['secretName'] },
]);

/** Variables that containers of programs are given. */
const WITH_VARIABLES: PlacesOfKinds = [
  [['Kafka'], 'spec.kafka.template.kafkaContainer'],
  [['Kafka'], 'spec.zookeeper.template.zookeeperContainer'],
  [['Kafka'], 'spec.cruiseControl.template.cruiseControlContainer'],
  [['Kafka'], 'spec.kafkaExporter.template.container'],
  [['Kafka'], 'spec.entityOperator.template.topicOperatorContainer'],
  [['Kafka'], 'spec.entityOperator.template.userOperatorContainer'],
  [['KafkaNodePool'], 'spec.template.kafkaContainer'],
  [['KafkaConnect', 'KafkaMirrorMaker2'], 'spec.template.connectContainer'],
  [['KafkaBridge'], 'spec.template.bridgeContainer'],
  [['KafkaConnect', 'KafkaMirrorMaker2'], 'spec.externalConfiguration'],
];
const VARIABLES = WITH_VARIABLES.flatMap(([kinds, at]) =>
  ['secretKeyRef', 'configMapKeyRef'].map((of): Need => ({
    kinds,
    at: `${at}.env.*.valueFrom.${of}`,
    needs: ['name', 'key'],
    effect: 'fails',
  })),
);

/** Who logs in with a certificate speaks TLS. */
const ENCRYPTED = CLIENT_AUTHENTICATION.map(([kinds, at]): Need => {
  const whole = at.slice(0, at.lastIndexOf('.'));
  return { kinds, at: whole, when: ['authentication.type', 'tls'], needs: ['tls'], effect: 'warned' };
});

const CONNECT = ['KafkaConnect'];
const WORKERS = ['KafkaConnect', 'KafkaConnectS2I', 'KafkaMirrorMaker2'];
const ARTIFACTS = 'spec.build.plugins.*.artifacts.*';
const REFERENCE = ['valueFrom.configMapKeyRef.name', 'valueFrom.configMapKeyRef.key'];

/** Kinds that are nothing without a spec; a node pool is told what its spec lacks. */
const WITH_SPEC = ['Kafka', 'KafkaConnect', 'KafkaConnectS2I', 'KafkaMirrorMaker', 'KafkaMirrorMaker2', 'KafkaBridge'];

const NEEDS: readonly Need[] = [
  ...CREDENTIALS,
  ...ENCRYPTED,
  ...SECRETS,
  ...VARIABLES,
  { kinds: [...WITH_SPEC, 'KafkaUser'], at: ROOT, needs: ['spec'] },
  { kinds: ['KafkaRebalance'], at: ROOT, needs: ['spec'], until: '0.18', effect: 'fails' },
  { kinds: ['KafkaTopic'], at: ROOT, needs: ['spec'], until: '0.48', effect: 'ignored' },
  ...NODE_STORAGE.map(([kinds, at]): Need => ({ kinds, at: `${at}.volumes.*`, needs: ['id'] })),
  {
    kinds: ['Kafka'],
    at: 'spec.kafka.listeners.*.configuration.brokerCertChainAndKey',
    needs: ['secretName', 'certificate', 'key'],
  },
  { kinds: ['Kafka'], at: 'spec.kafka.listeners.*', when: ['type', 'tlsroute'], needs: ['configuration.parentRefs'] },
  { kinds: ['KafkaMirrorMaker2'], at: 'spec', needs: ['clusters', 'mirrors'], since: '0.22', until: '0.45' },
  // As a list they are for the schema to tell.
  {
    kinds: ['Kafka'],
    at: 'spec.kafka.listeners',
    needs: ['plain', 'tls', 'external'],
    isAny: true,
    effect: 'unlooked',
    until: '0.21',
  },
  {
    kinds: WORKERS,
    at: 'spec.externalConfiguration.volumes.*',
    needs: ['secret', 'configMap'],
    isAny: true,
    effect: 'ignored',
    until: '0.43',
  },
  {
    kinds: WORKERS,
    at: 'spec.externalConfiguration.env.*.valueFrom',
    needs: ['secretKeyRef', 'configMapKeyRef'],
    isAny: true,
    effect: 'ignored',
    until: '0.43',
  },
  { kinds: CONNECT, at: 'spec.plugins.*', needs: ['artifacts'], effect: 'ignored' },
  { kinds: CONNECT, at: 'spec.build', needs: ['plugins'] },
  { kinds: CONNECT, at: 'spec.build.plugins.*', needs: ['artifacts'] },
  { kinds: CONNECT, at: ARTIFACTS, when: ['type', 'jar', 'zip', 'tgz', 'other'], needs: ['url'] },
  { kinds: CONNECT, at: ARTIFACTS, when: ['type', 'maven'], needs: ['group', 'artifact', 'version'] },
  { kinds: ['KafkaRebalance'], at: 'spec', when: ['mode', 'add-brokers', 'remove-brokers'], needs: ['brokers'] },
  { kinds: ['KafkaRebalance'], at: 'spec', when: ['mode', 'remove-disks'], needs: ['moveReplicasOffVolumes'] },
  {
    kinds: ['KafkaUser'],
    at: 'spec.authorization.acls.*.resource',
    when: ['type', 'topic', 'group', 'transactionalId'],
    needs: ['name'],
  },
  {
    kinds: ['KafkaUser'],
    at: 'spec.authentication.password',
    needs: ['valueFrom.secretKeyRef.name', 'valueFrom.secretKeyRef.key'],
    since: '0.29',
  },
  {
    kinds: ['Kafka'],
    at: 'spec.kafka.authorization',
    when: ['type', 'custom'],
    needs: ['authorizerClass'],
    effect: 'fails',
  },
  { kinds: ['Kafka'], at: 'spec.kafka.authorization', when: ['type', 'opa'], needs: ['url'], effect: 'fails' },
  {
    kinds: ['Kafka'],
    at: 'spec.kafka.authorization',
    when: ['type', 'keycloak'],
    needs: ['clientId', 'tokenEndpointUri'],
  },
  {
    kinds: ['Kafka'],
    at: 'spec.kafka.tieredStorage',
    when: ['type', 'custom'],
    needs: ['remoteStorageManager'],
    effect: 'fails',
  },
  { kinds: ['Kafka'], at: 'spec.kafka.tieredStorage.remoteStorageManager', needs: ['className'], effect: 'fails' },
  {
    kinds: ['Kafka'],
    at: 'spec.cruiseControl.apiUsers',
    needs: ['valueFrom.secretKeyRef.name', 'valueFrom.secretKeyRef.key'],
  },
  ...PROGRAMS.flatMap(referencesAt),
];

/** ConfigMaps that v1beta2 and later refer to: v1beta1 has a name alone. */
function referencesAt([kinds, at]: PlacesOfKinds[number]): Need[] {
  return [
    { kinds, at: `${at}.logging`, when: ['type', 'external'], needs: REFERENCE, since: '0.23' },
    { kinds, at: `${at}.metricsConfig`, when: ['type', 'jmxPrometheusExporter'], needs: REFERENCE, since: '0.23' },
  ];
}

const needsOf = rowsOf(NEEDS, ({ kinds }, kind) => kinds.includes(kind));

/** Fields that the operator cannot do without. */
export const neededFields = kindRule({
  id: 'needed-fields',
  summary: 'Fields that the operator needs are there, whether or not the schema requires them.',
  remedy: 'Give the field that is missing.',
  effect: 'refused',
  source:
    'The operator refuses the object with InvalidResource or fails on it (Strimzi 0.18.0 to 1.2.0, AuthenticationUtils, KafkaConnectBuild, LoggingUtils and the like).',
  catalog: [
    ...['M1-011', 'M2-023', 'T-009', 'T-036'],
    ...['M1-004', 'M1-005', 'M1-006', 'M1-007', 'M2-017', 'M2-018', 'M2-019', 'M2-021', 'M2-022'],
    ...['C-010', 'C-012', 'C-015', 'C-016', 'R-005', 'R-006', 'R-007', 'U-005', 'U-012', 'U-013'],
    ...['G-036', 'G-040', 'K-065', 'K-066', 'K-067', 'K-094', 'CC-018', 'G-009', 'G-010', 'G-011', 'U-026', 'U-027'],
    ...['S-005', 'L-009', 'L-010', 'L-011', 'L-045', 'M2-006', 'R-017', 'K-002', 'M2-061', 'M2-062', 'C-019'],
  ],
  kinds: strimziKinds(...new Set(NEEDS.flatMap(({ kinds }) => kinds))),
  check({ manifest, site }, report) {
    for (const need of needsOf(manifest.kind, site.release.version)) {
      const { at, when, effect } = need;
      for (const place of at === ROOT ? [{ field: [], value: manifest }] : placesOf(manifest, at)) {
        const breaches = isMeant(place, when) ? breachesOf(need, place) : [];
        for (const breach of breaches) report({ ...(effect && { effect }), ...breach });
      }
    }
  },
});

function breachesOf({ when, needs, isAny = false }: Need, place: Place): Breach[] {
  const missing = needs.filter((need) => isEmpty(valueAtPath(place.value, need)));
  if (!isAny) {
    const why = when ? ` where ${when[0]} is ${String(valueAtPath(place.value, when[0]))}` : '';
    return firstOfEach(missing, place).map((need) => ({
      field: [...place.field, ...need.split('.')],
      message: `The operator needs ${need}${why}.`,
    }));
  }
  if (missing.length < needs.length) return [];
  const allowed = needs.join(', ');
  return [
    { field: place.field, allowed, message: `The operator needs one of ${allowed}.`, remedy: 'Give one of them.' },
  ];
}

function isMeant({ value }: Place, when: Need['when']): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  if (when === undefined) return true;
  const given = valueAtPath(value, when[0]);
  return typeof given === 'string' && when.indexOf(given, 1) > 0;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Of fields below one that is missing itself, the first: it says what is missing. */
function firstOfEach(missing: readonly string[], { value }: Place): readonly string[] {
  const told = new Set<string>();
  return missing.filter((need) => {
    const parent = need.split('.').slice(0, -1).join('.');
    if (parent === '' || placesOf(value, parent).length > 0) return true;
    if (told.has(parent)) return false;
    told.add(parent);
    return true;
  });
}
