import {
  contractDemands,
  defaultImage,
  readClientEnvironment,
  tellable,
  writeClientEnvironment,
} from '../../../src/dialects/clients';
import type { ClientRecord, ClientContract } from '../../../src/model/client';
import type { EnvVar } from '../../../src/model/env';
import type { TracingRecord } from '../../../src/model/tracing';

const trust = [{ secret: 'europe-cluster-ca-cert', certificate: 'ca.crt' }];
const mutual: ClientRecord['endpoint'] = {
  bootstrapServers: 'europe-kafka-bootstrap:9093',
  trust,
  credentials: { type: 'tls', secret: 'orders', certificate: 'user.crt', key: 'user.key' },
};
const scram: ClientRecord['endpoint'] = {
  bootstrapServers: 'europe-kafka-bootstrap:9093',
  trust,
  credentials: { type: 'scram-sha-512', username: 'orders', password: { secret: 'orders', key: 'password' } },
};
const SCRAM_LOGIN = 'org.apache.kafka.common.security.scram.ScramLoginModule required';
const openTelemetry: TracingRecord = {
  serviceName: 'orders',
  target: { protocol: 'otlp-grpc', host: 'my-jaeger-collector' },
  sampler: { type: 'always' },
  system: 'opentelemetry',
};

function producer(contract: ClientContract, more: Partial<ClientRecord> = {}): ClientRecord {
  return {
    name: 'orders',
    role: { type: 'producer', topic: 'orders' },
    contract,
    image: 'registry.example/orders:1.0',
    replicas: 1,
    endpoint: mutual,
    delayMs: 1000,
    restricted: true,
    ...more,
  };
}

/** Variables as `NAME=value`, `NAME<secret/key` or `NAME@node`. */
function spelled(env: readonly EnvVar[]): string[] {
  return env.map((variable) => {
    if ('value' in variable) return `${variable.name}=${variable.value}`;
    return 'secret' in variable
      ? `${variable.name}<${variable.secret.secret}/${variable.secret.key}`
      : `${variable.name}@node`;
  });
}

function fieldsOf(client: ClientRecord): string[] {
  return contractDemands(client).map(({ field }) => field);
}

describe('the contract hello-world', () => {
  it('hands over PEM text in three variables, and nothing that the images do not read', () => {
    const consumer = producer('hello-world', { role: { type: 'consumer', topic: 'orders', group: 'billing' } });
    const { delayMs: _, ...client } = { ...consumer, logLevel: 'INFO', messageCount: 10 };
    expect(contractDemands(client)).toEqual([]);
    expect(spelled(writeClientEnvironment(client))).toEqual([
      'CA_CRT<europe-cluster-ca-cert/ca.crt',
      'USER_CRT<orders/user.crt',
      'USER_KEY<orders/user.key',
      'BOOTSTRAP_SERVERS=europe-kafka-bootstrap:9093',
      'TOPIC=orders',
      'GROUP_ID=billing',
      'LOG_LEVEL=INFO',
      'MESSAGE_COUNT=10',
    ]);
  });

  it('names both topics of a streams application', () => {
    const { delayMs: _, ...client } = producer('hello-world', {
      role: { type: 'streams', source: 'orders', target: 'reversed', applicationId: 'reverser' },
      endpoint: { bootstrapServers: 'europe-kafka-bootstrap:9092' },
    });
    expect(contractDemands(client)).toEqual([]);
    expect(spelled(writeClientEnvironment(client))).toEqual([
      'BOOTSTRAP_SERVERS=europe-kafka-bootstrap:9092',
      'APPLICATION_ID=reverser',
      'SOURCE_TOPIC=orders',
      'TARGET_TOPIC=reversed',
    ]);
  });

  it('has no SCRAM, no files, no OpenTelemetry, no trust without a certificate, and no message count of streams', () => {
    expect(fieldsOf(producer('hello-world', { endpoint: scram }))).toEqual(['endpoint.credentials.type']);
    expect(fieldsOf(producer('hello-world', { credentialsAs: 'files' }))).toEqual(['credentialsAs']);
    expect(fieldsOf(producer('hello-world', { tracing: openTelemetry }))).toEqual(['tracing.system']);
    expect(fieldsOf(producer('hello-world', { endpoint: { ...mutual, trust: [] } }))).toEqual(['endpoint.trust']);
    const role = { type: 'streams', source: 'a', target: 'b', applicationId: 'c' } as const;
    expect(fieldsOf(producer('hello-world', { role, messageCount: 10 }))).toEqual(['delayMs', 'messageCount']);
  });

  it.each(['hello-world', 'test-clients', 'strimzi-examples'] as const)(
    'needs a role to choose its program (%s)',
    (contract) => {
      const role = { type: 'program', producesTo: ['orders'], consumesFrom: [] } as const;
      for (const none of [role, { type: 'other' } as const])
        expect(contractDemands(producer(contract, { role: none }))).toContainEqual(
          expect.objectContaining({ field: 'role.type', given: none.type, allowed: 'producer, consumer, streams' }),
        );
    },
  );

  it('does not start a producer without a delay', () => {
    const { delayMs: _, ...client } = producer('hello-world');
    expect(contractDemands(client)).toMatchObject([{ field: 'delayMs', allowed: 'a number of milliseconds' }]);
  });
});

describe('the contract strimzi-examples', () => {
  it('spells properties of the Kafka client, which has no defaults', () => {
    const client = producer('strimzi-examples', { tracing: openTelemetry });
    expect(contractDemands(client)).toEqual([]);
    expect(spelled(writeClientEnvironment(client))).toEqual([
      'KAFKA_SSL_TRUSTSTORE_CERTIFICATES<europe-cluster-ca-cert/ca.crt',
      'KAFKA_SSL_KEYSTORE_CERTIFICATE_CHAIN<orders/user.crt',
      'KAFKA_SSL_KEYSTORE_KEY<orders/user.key',
      'KAFKA_SECURITY_PROTOCOL=SSL',
      'KAFKA_SSL_TRUSTSTORE_TYPE=PEM',
      'KAFKA_SSL_KEYSTORE_TYPE=PEM',
      'KAFKA_BOOTSTRAP_SERVERS=europe-kafka-bootstrap:9093',
      'STRIMZI_TOPIC=orders',
      'STRIMZI_DELAY_MS=1000',
      'KAFKA_KEY_SERIALIZER=org.apache.kafka.common.serialization.StringSerializer',
      'KAFKA_VALUE_SERIALIZER=org.apache.kafka.common.serialization.StringSerializer',
      'STRIMZI_TRACING_SYSTEM=opentelemetry',
      'OTEL_SERVICE_NAME=orders',
      'OTEL_EXPORTER_OTLP_ENDPOINT=http://my-jaeger-collector:4317',
      'OTEL_METRICS_EXPORTER=none',
    ]);
  });

  it('puts a password into the JAAS text by reference, so that no secret stands in the manifest', () => {
    expect(spelled(writeClientEnvironment(producer('strimzi-examples', { endpoint: scram })))).toEqual(
      expect.arrayContaining([
        'KAFKA_SECURITY_PROTOCOL=SASL_SSL',
        'USER_PASSWORD<orders/password',
        'KAFKA_SASL_MECHANISM=SCRAM-SHA-512',
        `KAFKA_SASL_JAAS_CONFIG=${SCRAM_LOGIN} username="orders" password="$(USER_PASSWORD)";`,
      ]),
    );
  });

  it('lets the Kafka client read mounted files itself', () => {
    const env = spelled(writeClientEnvironment(producer('strimzi-examples', { credentialsAs: 'files' })));
    expect(env).toEqual(
      expect.arrayContaining([
        'KAFKA_SSL_TRUSTSTORE_CERTIFICATES=${directory:/etc/kafka-credentials/cluster-ca:ca.crt}',
        'KAFKA_SSL_KEYSTORE_CERTIFICATE_CHAIN=${directory:/etc/kafka-credentials/user:user.crt}',
        'KAFKA_SSL_KEYSTORE_KEY=${directory:/etc/kafka-credentials/user:user.key}',
        'KAFKA_CONFIG_PROVIDERS=directory',
        'KAFKA_CONFIG_PROVIDERS_DIRECTORY_CLASS=org.apache.kafka.common.config.provider.DirectoryConfigProvider',
      ]),
    );
    expect(env.some((variable) => variable.includes('<'))).toBe(false);
  });

  it("leaves a serializer to the team's own variable", () => {
    const own: EnvVar = { name: 'KAFKA_VALUE_SERIALIZER', value: 'com.example.OrderSerializer' };
    const client = producer('strimzi-examples', { env: [own] });
    expect(contractDemands(client)).toEqual([]);
    const env = writeClientEnvironment(client);
    expect(env.filter(({ name }) => name === own.name)).toEqual([own]);
    expect(readClientEnvironment(env, { mounts: [] }).env).toEqual([own]);
  });

  it("reads the JAAS text of the user operator's Secret", () => {
    const env: EnvVar[] = [
      { name: 'STRIMZI_TOPIC', value: 'orders' },
      { name: 'KAFKA_BOOTSTRAP_SERVERS', value: 'europe-kafka-bootstrap:9093' },
      { name: 'KAFKA_SECURITY_PROTOCOL', value: 'SASL_SSL' },
      { name: 'KAFKA_SASL_MECHANISM', value: 'SCRAM-SHA-512' },
      { name: 'KAFKA_SASL_JAAS_CONFIG', secret: { secret: 'orders', key: 'sasl.jaas.config' } },
      { name: 'KAFKA_SSL_TRUSTSTORE_CERTIFICATES', secret: { secret: 'europe-cluster-ca-cert', key: 'ca.crt' } },
      { name: 'KAFKA_SSL_TRUSTSTORE_TYPE', value: 'PEM' },
    ];
    const read = readClientEnvironment(env, { mounts: [] });
    expect(read).toMatchObject({ contract: 'strimzi-examples', role: { type: 'producer', topic: 'orders' } });
    expect(read.endpoint).toEqual(scram);
    expect(read.env).toBeUndefined();
  });

  it('sees no tracing where nothing turns it on', () => {
    const traced = writeClientEnvironment(producer('strimzi-examples', { tracing: openTelemetry }));
    const untraced = traced.filter(({ name }) => name !== 'STRIMZI_TRACING_SYSTEM');
    expect(readClientEnvironment(traced, { mounts: [] }).tracing).toEqual(openTelemetry);
    expect(readClientEnvironment(untraced, { mounts: [] }).tracing).toBeUndefined();
  });
});

describe('the contract test-clients', () => {
  it('chooses the program of the one image, and quotes the user name', () => {
    const client = producer('test-clients', { endpoint: scram, tracing: openTelemetry });
    expect(contractDemands(client)).toEqual([]);
    expect(spelled(writeClientEnvironment(client))).toEqual([
      'CA_CRT<europe-cluster-ca-cert/ca.crt',
      'USER_NAME=orders',
      'SECURITY_PROTOCOL=SASL_SSL',
      'USER_PASSWORD<orders/password',
      'SASL_MECHANISM=SCRAM-SHA-512',
      `SASL_JAAS_CONFIG=${SCRAM_LOGIN} username="orders" password="$(USER_PASSWORD)";`,
      'CLIENT_TYPE=KafkaProducer',
      'BOOTSTRAP_SERVERS=europe-kafka-bootstrap:9093',
      'TOPIC=orders',
      'DELAY_MS=1000',
      'TRACING_TYPE=OpenTelemetry',
      'OTEL_SERVICE_NAME=orders',
      'OTEL_EXPORTER_OTLP_ENDPOINT=http://my-jaeger-collector:4317',
      'OTEL_METRICS_EXPORTER=none',
    ]);
  });

  it('reads a user name and password that stand by themselves', () => {
    const env: EnvVar[] = [
      { name: 'CLIENT_TYPE', value: 'KafkaConsumer' },
      { name: 'BOOTSTRAP_SERVERS', value: 'europe-kafka-bootstrap:9093' },
      { name: 'TOPIC', value: 'orders' },
      { name: 'GROUP_ID', value: 'billing' },
      { name: 'CA_CRT', secret: { secret: 'europe-cluster-ca-cert', key: 'ca.crt' } },
      { name: 'SASL_MECHANISM', value: 'SCRAM-SHA-512' },
      { name: 'USER_NAME', value: 'orders' },
      { name: 'USER_PASSWORD', secret: { secret: 'orders', key: 'password' } },
    ];
    const read = readClientEnvironment(env, { mounts: [] });
    expect(read).toMatchObject({ role: { type: 'consumer', topic: 'orders', group: 'billing' }, endpoint: scram });
    expect(read.env).toBeUndefined();
  });

  it('refuses a variable that would switch the files off again', () => {
    const env: EnvVar[] = [{ name: 'ADDITIONAL_CONFIG', value: 'acks=all' }];
    expect(fieldsOf(producer('test-clients', { env }))).toEqual([]);
    expect(fieldsOf(producer('test-clients', { env, credentialsAs: 'files' }))).toEqual(['env[0].name']);
  });
});

describe('the contract generic', () => {
  const variables = {
    bootstrapServers: 'KAFKA_BROKERS',
    topic: 'ORDERS_TOPIC',
    caCertificate: 'KAFKA_CA',
    userCertificate: 'KAFKA_CERT',
    userKey: 'KAFKA_KEY',
  };

  it('spells what is named as it is named, and no more', () => {
    const { delayMs: _, ...client } = producer('generic', { variables });
    expect(contractDemands(client)).toEqual([]);
    expect(spelled(writeClientEnvironment(client))).toEqual([
      'KAFKA_CA<europe-cluster-ca-cert/ca.crt',
      'KAFKA_CERT<orders/user.crt',
      'KAFKA_KEY<orders/user.key',
      'KAFKA_BROKERS=europe-kafka-bootstrap:9093',
      'ORDERS_TOPIC=orders',
    ]);
  });

  it('gives the paths of mounted files', () => {
    const { delayMs: _, ...client } = producer('generic', { variables, credentialsAs: 'files' });
    expect(spelled(writeClientEnvironment(client)).slice(0, 3)).toEqual([
      'KAFKA_CA=/etc/kafka-credentials/cluster-ca/ca.crt',
      'KAFKA_CERT=/etc/kafka-credentials/user/user.crt',
      'KAFKA_KEY=/etc/kafka-credentials/user/user.key',
    ]);
  });

  it('says which names are missing, all at once', () => {
    const client = producer('generic', { variables: { topic: 'ORDERS_TOPIC' } });
    expect(fieldsOf(client)).toEqual([
      'variables.bootstrapServers',
      'variables.caCertificate',
      'variables.userCertificate',
      'variables.userKey',
      'delayMs',
    ]);
    expect(fieldsOf(producer('generic', { variables: { bootstrapServers: 'A' }, endpoint: scram }))).toEqual([
      'variables.caCertificate',
      'variables.username',
      'variables.password',
      'delayMs',
    ]);
  });

  it('refuses two settings in one variable, and a variable of the team that a setting has', () => {
    const { delayMs: _, ...client } = producer('generic', {
      variables: { ...variables, topic: 'KAFKA_BROKERS' },
      env: [{ name: 'KAFKA_CA', value: 'mine' }],
    });
    expect(fieldsOf(client)).toEqual(['variables', 'env[0].name']);
  });

  it('refuses a JAAS text whose password is in a file', () => {
    const names = { ...variables, saslJaasConfig: 'KAFKA_JAAS' };
    const { delayMs: _, ...client } = producer('generic', { variables: names, endpoint: scram });
    expect(fieldsOf(client)).toEqual([]);
    expect(fieldsOf({ ...client, credentialsAs: 'files' })).toEqual(['credentialsAs']);
  });

  it('alone takes names of variables', () => {
    expect(fieldsOf(producer('test-clients', { variables }))).toEqual(['variables']);
  });
});

describe('the variables of a contract', () => {
  const ROLES = {
    producer: { type: 'producer', topic: 'orders' },
    consumer: { type: 'consumer', topic: 'orders', group: 'billing' },
    streams: { type: 'streams', source: 'orders', target: 'bills', applicationId: 'billing' },
  } as const;
  const open = { bootstrapServers: 'europe-kafka-bootstrap:9092' };

  it.each([
    ['hello-world', 'producer', 'TOPIC DELAY_MS LOG_LEVEL MESSAGE_COUNT'],
    ['hello-world', 'consumer', 'TOPIC GROUP_ID LOG_LEVEL MESSAGE_COUNT'],
    ['hello-world', 'streams', 'APPLICATION_ID SOURCE_TOPIC TARGET_TOPIC LOG_LEVEL'],
    [
      'strimzi-examples',
      'producer',
      'STRIMZI_TOPIC STRIMZI_DELAY_MS STRIMZI_LOG_LEVEL STRIMZI_MESSAGE_COUNT KAFKA_KEY_SERIALIZER KAFKA_VALUE_SERIALIZER',
    ],
    [
      'strimzi-examples',
      'consumer',
      'STRIMZI_TOPIC KAFKA_GROUP_ID STRIMZI_LOG_LEVEL STRIMZI_MESSAGE_COUNT ' +
        'KAFKA_KEY_DESERIALIZER KAFKA_VALUE_DESERIALIZER KAFKA_AUTO_OFFSET_RESET',
    ],
    [
      'strimzi-examples',
      'streams',
      'KAFKA_APPLICATION_ID STRIMZI_SOURCE_TOPIC STRIMZI_TARGET_TOPIC STRIMZI_LOG_LEVEL ' +
        'KAFKA_DEFAULT_KEY_SERDE KAFKA_DEFAULT_VALUE_SERDE',
    ],
    ['test-clients', 'producer', 'TOPIC DELAY_MS LOG_LEVEL MESSAGE_COUNT'],
    ['test-clients', 'consumer', 'TOPIC GROUP_ID DELAY_MS LOG_LEVEL MESSAGE_COUNT'],
    ['test-clients', 'streams', 'APPLICATION_ID SOURCE_TOPIC TARGET_TOPIC LOG_LEVEL'],
  ] as const)('%s for a %s are those that its images read', (contract, type, names) => {
    const client = producer(contract, { role: ROLES[type], endpoint: open, logLevel: 'INFO', messageCount: 10 });
    const [, ...behindAddress] = writeClientEnvironment(client)
      .map(({ name }) => name)
      .filter((name) => name !== 'CLIENT_TYPE');
    expect(behindAddress).toEqual(names.split(' '));
  });

  it.each(['hello-world', 'strimzi-examples', 'test-clients'] as const)('%s say what the program does', (contract) => {
    for (const role of Object.values(ROLES)) {
      const written = writeClientEnvironment(producer(contract, { role, endpoint: open }));
      expect(readClientEnvironment(written, { mounts: [] }).role).toEqual(role);
    }
  });

  it('come before those of the team, which may refer to them', () => {
    const env: EnvVar[] = [
      { name: 'Z_FIRST', value: '$(BOOTSTRAP_SERVERS)' },
      { name: 'A_SECOND', value: 'x' },
    ];
    const written = writeClientEnvironment(producer('test-clients', { env, tracing: openTelemetry }));
    expect(written.slice(-2)).toEqual(env);
    expect(written.length).toBeGreaterThan(2);
  });
});

describe('what an application can be told', () => {
  it('depends on its role, and on the names that a team gives', () => {
    expect(tellable('hello-world', 'producer')).toEqual({ delayMs: true, messageCount: true, logLevel: true });
    expect(tellable('hello-world', 'streams')).toEqual({ delayMs: false, messageCount: false, logLevel: true });
    expect(tellable('generic', 'producer')).toEqual({ delayMs: false, messageCount: false, logLevel: false });
    expect(tellable('generic', 'producer', { logLevel: 'LOG' })).toMatchObject({ logLevel: true });
  });
});

describe('usual images', () => {
  it('are pinned, but for those of 2020, which never had another tag', () => {
    expect(defaultImage('hello-world', 'producer')).toBe('strimzi/hello-world-producer:latest');
    expect(defaultImage('hello-world', 'consumer')).toBe('strimzi/hello-world-consumer:latest');
    expect(defaultImage('hello-world', 'streams')).toBe('strimzi/hello-world-streams:latest');
    for (const role of ['producer', 'consumer', 'streams'] as const) {
      expect(defaultImage('test-clients', role)).toMatch(/:\d+\.\d+\.\d+-kafka-\d+\.\d+\.\d+$/);
    }
  });

  it('are not made up where there is none to pin', () => {
    expect(defaultImage('strimzi-examples', 'producer')).toBeUndefined();
    expect(defaultImage('generic', 'producer')).toBeUndefined();
  });
});
