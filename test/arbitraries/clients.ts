import fc from 'fast-check';
import { contractDemands, loginDemands, mountedSecrets } from '../../src/dialects/clients';
import type {
  ClientRecord,
  ClientRole,
  ClientVariables,
  Probe,
  ProbeCheck,
  Probes,
  WorkloadKind,
} from '../../src/model/client';
import type { Credentials, Endpoint, LoginRecord } from '../../src/model/endpoint';
import type { Limit } from '../../src/dialects/common/codec';
import type { EnvVar } from '../../src/model/env';
import type {
  ExposureRecord,
  NamespaceRecord,
  OperatorGroupRecord,
  SubscriptionRecord,
} from '../../src/model/platform';
import { otherVariables, tracings } from './tracing';

const name = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,20}[a-z0-9])?$/);
const topic = fc.stringMatching(/^[a-zA-Z0-9._-]{1,20}$/);
const key = fc.stringMatching(/^[a-zA-Z0-9][-._a-zA-Z0-9]{0,11}$/);
const marks = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,6}(\.[a-z]{1,4}\/[a-z]{1,6})?$/).filter((label) => label !== 'app'),
  fc.stringMatching(/^[a-zA-Z0-9]{0,8}$/),
  { minKeys: 1, maxKeys: 3, noNullPrototype: true },
);
const identity = { namespace: name, labels: marks, annotations: marks };
const cpu = fc.constantFrom('100m', '2');
const port = fc.oneof(fc.integer({ min: 1, max: 65535 }), fc.stringMatching(/^[a-z]{1,10}$/));
const seconds = fc.integer({ min: 1, max: 600 });
const secretKey = fc.record({ secret: name, key });

const roles = {
  producer: fc.record({ type: fc.constant('producer' as const), topic }),
  consumer: fc.record({ type: fc.constant('consumer' as const), topic, group: topic }),
  streams: fc.record({ type: fc.constant('streams' as const), source: topic, target: topic, applicationId: topic }),
};
const knownRole: fc.Arbitrary<ClientRole> = fc.oneof(roles.producer, roles.consumer, roles.streams);
const topics = fc.uniqueArray(topic, { maxLength: 3 });
const program: fc.Arbitrary<ClientRole> = fc.record(
  {
    type: fc.constant('program' as const),
    producesTo: topics,
    consumesFrom: topics,
    group: topic,
    applicationId: topic,
  },
  { requiredKeys: ['type', 'producesTo', 'consumesFrom'] },
);
const anyRole: fc.Arbitrary<ClientRole> = fc.oneof(knownRole, program, fc.constant({ type: 'other' as const }));

const certificate = fc.record({ secret: name, certificate: fc.oneof(key, fc.constant('ca.crt')) });
const tls: fc.Arbitrary<Credentials> = fc.oneof(
  fc.record({ type: fc.constant('tls' as const), secret: name, certificate: key, key }),
  fc.record({
    type: fc.constant('tls' as const),
    secret: name,
    certificate: fc.constant('user.crt'),
    key: fc.constant('user.key'),
  }),
);
const sasl: fc.Arbitrary<Credentials> = fc.record({
  type: fc.constantFrom('scram-sha-512' as const, 'scram-sha-256' as const, 'plain' as const),
  username: fc.oneof(name, fc.string({ minLength: 1, maxLength: 10 }), fc.constant('a$(b)$$"\\c')),
  password: secretKey,
});
const bootstrapServers = fc.tuple(name, fc.constantFrom(9092, 9093)).map(([host, number]) => `${host}:${number}`);
const words = fc.oneof(fc.stringMatching(/^[a-z]{1,8}$/), fc.constant('a $(b) $$'));
/** Logins by OAuth 2.0, as the model has them. */
const oauth: fc.Arbitrary<LoginRecord> = fc
  .tuple(
    fc.record(
      {
        tokenEndpointUri: words,
        clientId: words,
        clientSecret: fc.record({ secretName: name, key }),
        refreshToken: fc.record({ secretName: name, key }),
        username: words,
        passwordSecret: fc.record({ secretName: name, password: key }),
        scope: words,
        audience: words,
        accessTokenIsJwt: fc.boolean(),
        maxTokenExpirySeconds: fc.nat(),
        httpRetries: fc.nat(),
        disableTlsHostnameVerification: fc.constant(true),
        tlsTrustedCertificates: fc.tuple(fc.record({ secretName: name, certificate: key })),
      },
      { requiredKeys: ['tokenEndpointUri'], noNullPrototype: true },
    ),
  )
  .map(([login]) => ({ type: 'oauth', ...login }));
const endpoints: fc.Arbitrary<Endpoint> = fc.oneof(
  fc.record({ bootstrapServers, trust: fc.array(certificate, { maxLength: 1 }), login: oauth }),
  fc.record({ bootstrapServers }),
  fc.record({ bootstrapServers, trust: fc.array(certificate, { maxLength: 1 }) }),
  fc.record({ bootstrapServers, trust: fc.array(certificate, { maxLength: 1 }), credentials: fc.oneof(tls, sasl) }),
  fc.record({ bootstrapServers, credentials: sasl }),
);

const checks: fc.Arbitrary<ProbeCheck> = fc.oneof(
  fc.record(
    {
      type: fc.constant('http' as const),
      path: fc.stringMatching(/^\/[a-z/]{0,9}$/),
      port,
      scheme: fc.constantFrom('HTTP' as const, 'HTTPS' as const),
    },
    { requiredKeys: ['type', 'path', 'port'] },
  ),
  fc.record({ type: fc.constant('tcp' as const), port }),
  fc.record({
    type: fc.constant('command' as const),
    command: fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 }),
  }),
);
const probe: fc.Arbitrary<Probe> = fc.record(
  {
    check: checks,
    initialDelaySeconds: seconds,
    periodSeconds: seconds,
    timeoutSeconds: seconds,
    failureThreshold: seconds,
  },
  { requiredKeys: ['check'] },
);
const probes: fc.Arbitrary<Probes> = fc
  .record({ startup: probe, liveness: probe, readiness: probe }, { requiredKeys: [] })
  .filter((some) => Object.keys(some).length > 0);

/** Names that differ from each other, some of them left out. */
const SETTINGS = [
  'bootstrapServers',
  'topic',
  'groupId',
  'applicationId',
  'sourceTopic',
  'targetTopic',
  'caCertificate',
  'userCertificate',
  'userKey',
  'trustStore',
  'trustStorePassword',
  'keyStore',
  'keyStorePassword',
  'username',
  'password',
  'securityProtocol',
  'saslMechanism',
  'saslJaasConfig',
  'oauthTokenEndpointUri',
  'oauthClientId',
  'oauthClientSecret',
  'oauthRefreshToken',
  'oauthUsername',
  'oauthPassword',
  'oauthScope',
  'oauthAudience',
  'oauthCaCertificate',
  'delayMs',
  'messageCount',
  'logLevel',
] as const satisfies readonly (keyof ClientVariables)[];

const variables: fc.Arbitrary<ClientVariables> = fc
  .tuple(fc.constantFrom('APP_', 'KAFKA_', ''), fc.subarray([...SETTINGS], { minLength: SETTINGS.length - 4 }))
  .map(([prefix, settings]) =>
    Object.fromEntries(settings.map((setting) => [setting, `${prefix}${setting.toUpperCase()}`])),
  );

const podFields = {
  ...identity,
  env: otherVariables.filter((env) => env.length > 0),
  command: fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 2 }),
  args: fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 2 }),
  resources: fc.record(
    {
      requests: fc.record({ cpu, memory: fc.constantFrom('128Mi', '512Mi') }),
      limits: fc.record({ memory: fc.constantFrom('1Gi', '2Gi') }),
    },
    { requiredKeys: [] },
  ),
  probes,
  placement: fc.record({
    key: fc.constantFrom('topology.kubernetes.io/zone', 'zone'),
    values: fc.array(name, { minLength: 1, maxLength: 3 }),
  }),
  serviceAccount: name,
  imagePullPolicy: fc.constantFrom('Always' as const, 'IfNotPresent' as const, 'Never' as const),
  imagePullSecrets: fc.uniqueArray(name, { minLength: 1, maxLength: 2 }),
  podLabels: marks,
  podAnnotations: marks,
  runAsUser: fc.integer({ min: 2000, max: 9999 }),
};

const settings = {
  delayMs: fc.nat(),
  messageCount: fc.nat(),
  logLevel: fc.constantFrom('INFO', 'DEBUG', 'WARN'),
  credentialsAs: fc.constantFrom('files' as const, 'pkcs12' as const),
  container: name,
  prefix: fc.constantFrom('EU_', 'SECOND_'),
};

/** Applications of a contract, in the model's one form: everything in them can be said. */
export function clientsOf(contract: ClientRecord['contract']): fc.Arbitrary<ClientRecord> {
  return fc
    .tuple(
      fc.record({
        name,
        role: ONE_PROGRAM.has(contract) ? knownRole : anyRole,
        image: name.map((image) => `registry.example/${image}:1.0`),
        replicas: fc.integer({ min: 0, max: 9 }),
        endpoint: contract === 'own' ? endpoints.filter(({ login }) => !login) : endpoints,
        restricted: fc.boolean(),
      }),
      fc.record(podFields, { requiredKeys: [] }),
      fc.record(settings, { requiredKeys: [] }),
      fc.option(tracings, { nil: undefined }),
      variables,
    )
    .map(([core, pod, some, tracing, names]) =>
      sayable({
        ...core,
        contract,
        ...pod,
        ...withoutOwnName(some, core),
        ...(tracing && { tracing }),
        ...(contract === 'generic' && { variables: names }),
      }),
    )
    .filter((client) => limitsOf(client).length === 0);
}

const ONE_PROGRAM: ReadonlySet<string> = new Set(['hello-world', 'strimzi-examples', 'test-clients']);

/** All contracts. */
export const CONTRACTS: readonly ClientRecord['contract'][] = [
  'hello-world',
  'strimzi-examples',
  'test-clients',
  'spring-boot',
  'quarkus',
  'kafka-properties',
  'librdkafka',
  'own',
  'generic',
];

/** Applications of all contracts, in Deployments. */
export const clients: fc.Arbitrary<ClientRecord> = fc.oneof(...CONTRACTS.map(clientsOf));

/** Objects that pods come of. */
export const workloadKinds: fc.Arbitrary<WorkloadKind> = fc.constantFrom(
  { apiVersion: 'apps/v1', kind: 'StatefulSet' },
  { apiVersion: 'apps/v1', kind: 'DaemonSet' },
  { apiVersion: 'batch/v1', kind: 'Job' },
  { apiVersion: 'batch/v1', kind: 'CronJob' },
  { apiVersion: 'v1', kind: 'Pod' },
  { apiVersion: 'serving.knative.dev/v1', kind: 'Service' },
);

/** A container that is called as the application is needs no name. */
function withoutOwnName<T extends { readonly container?: string }>(some: T, core: { readonly name: string }): T {
  const { container, ...others } = some;
  return container === core.name ? (others as T) : some;
}

/** Without the optional fields that the contract cannot say, so that what is left often can be said. */
function sayable(client: ClientRecord): ClientRecord {
  let result = client;
  for (const { field } of limitsOf(client)) {
    const part = field.split('.')[0] ?? field;
    if (part === 'endpoint') result = { ...result, endpoint: { bootstrapServers: client.endpoint.bootstrapServers } };
    else if (part === 'delayMs' && client.delayMs === undefined) result = { ...result, delayMs: 1000 };
    else result = without(result, part);
  }
  return mountedSecrets(result).length === 0 ? without(result, 'credentialsAs') : result;
}

function limitsOf(client: ClientRecord): readonly Limit[] {
  return [...contractDemands(client), ...loginDemands(client, new Set(client.env?.map(({ name }) => name)))];
}

function without(client: ClientRecord, field: string): ClientRecord {
  if (!['delayMs', 'messageCount', 'logLevel', 'credentialsAs', 'tracing', 'env', 'prefix'].includes(field))
    return client;
  const { [field as keyof ClientRecord]: _, ...rest } = client;
  return rest as ClientRecord;
}

/** Variables as a container of anybody's may have them. */
export const foreignVariables: fc.Arbitrary<EnvVar[]> = fc.array(
  fc.oneof(
    fc.record({
      name: fc.constantFrom(
        'BOOTSTRAP_SERVERS',
        'TOPIC',
        'GROUP_ID',
        'APPLICATION_ID',
        'CLIENT_TYPE',
        'DELAY_MS',
        'MESSAGE_COUNT',
        'KAFKA_BOOTSTRAP_SERVERS',
        'STRIMZI_TOPIC',
        'KAFKA_SECURITY_PROTOCOL',
        'KAFKA_SASL_JAAS_CONFIG',
        'SECURITY_PROTOCOL',
        'SASL_MECHANISM',
        'SASL_JAAS_CONFIG',
        'USER_NAME',
        'JAEGER_SERVICE_NAME',
        'OTEL_SERVICE_NAME',
        'TRACING_TYPE',
        'STRIMZI_TRACING_SYSTEM',
        'HOME',
      ),
      value: fc.oneof(
        fc.string(),
        fc.constantFrom(
          'KafkaProducer',
          'KafkaStreams',
          'SSL',
          'SASL_SSL',
          'SCRAM-SHA-256',
          '1000',
          '007',
          'OpenTelemetry',
          'opentelemetry',
          '${directory:/etc/kafka-credentials/user:password}',
        ),
      ),
    }),
    fc.record({
      name: fc.constantFrom('CA_CRT', 'USER_CRT', 'USER_KEY', 'USER_PASSWORD', 'KAFKA_SASL_JAAS_CONFIG', 'TOPIC'),
      secret: secretKey,
    }),
    fc.record({ name: fc.constantFrom('JAEGER_AGENT_HOST', 'NODE'), nodeAddress: fc.constant(true as const) }),
  ),
  { maxLength: 10 },
);

/** Namespaces. */
export const namespaces: fc.Arbitrary<NamespaceRecord> = fc.record(
  { name, displayName: fc.string(), description: fc.string(), labels: marks, annotations: marks },
  { requiredKeys: ['name'] },
);

/** Exposures, in the model's one form. */
export const exposures: fc.Arbitrary<ExposureRecord> = fc.record(
  {
    name,
    ...identity,
    service: name,
    port,
    host: name.map((host) => `${host}.example.com`),
    path: fc.stringMatching(/^(\/[a-z]{1,5}){1,3}$/),
    tls: fc.record({ secret: name }, { requiredKeys: [] }),
    ingressClass: name,
  },
  { requiredKeys: ['name', 'service', 'port'] },
);

/** OperatorGroups. */
export const operatorGroups: fc.Arbitrary<OperatorGroupRecord> = fc.record(
  { name, ...identity, targetNamespaces: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }) },
  { requiredKeys: ['name'] },
);

/** Subscriptions. */
export const subscriptions: fc.Arbitrary<SubscriptionRecord> = fc.record(
  {
    name,
    ...identity,
    package: name,
    channel: name,
    source: name,
    sourceNamespace: name,
    startingCSV: name.map((operator) => `${operator}.v1.0.0`),
    approval: fc.constantFrom('Automatic' as const, 'Manual' as const),
  },
  { requiredKeys: ['name', 'package', 'source', 'sourceNamespace'] },
);
