import {
  contractDemands,
  mountedSecrets,
  readClientEnvironment,
  writeClientEnvironment,
} from '../../../src/dialects/clients';
import type { ClientContract, ClientRecord } from '../../../src/model/client';
import type { EnvVar } from '../../../src/model/env';

const trust = [{ secret: 'europe-cluster-ca-cert', certificate: 'ca.crt' }];
const bootstrapServers = 'europe-kafka-bootstrap:9093';
const mutual: ClientRecord['endpoint'] = {
  bootstrapServers,
  trust,
  credentials: { type: 'tls', secret: 'shop', certificate: 'user.crt', key: 'user.key' },
};
const scram: ClientRecord['endpoint'] = {
  bootstrapServers,
  trust,
  credentials: { type: 'scram-sha-512', username: 'shop', password: { secret: 'shop', key: 'password' } },
};
const LOGIN =
  'org.apache.kafka.common.security.scram.ScramLoginModule required username="shop" password="$(USER_PASSWORD)";';

function shop(contract: ClientContract, more: Partial<ClientRecord> = {}): ClientRecord {
  return {
    name: 'shop',
    role: { type: 'program', producesTo: ['orders'], consumesFrom: ['bills'], group: 'shop' },
    contract,
    image: 'registry.example/shop:1.0',
    replicas: 1,
    endpoint: mutual,
    restricted: true,
    ...more,
  };
}

/** Variables as `NAME=value` or `NAME<secret/key`. */
function told(client: ClientRecord): string[] {
  expect(contractDemands(client)).toEqual([]);
  return writeClientEnvironment(client).map((variable) => {
    if ('secret' in variable) return `${variable.name}<${variable.secret.secret}/${variable.secret.key}`;
    return `${variable.name}=${'value' in variable ? variable.value : ''}`;
  });
}

describe('Spring Boot', () => {
  it('takes certificates as text', () => {
    expect(told(shop('spring-boot'))).toEqual([
      'SPRING_KAFKA_SSL_TRUSTSTORECERTIFICATES<europe-cluster-ca-cert/ca.crt',
      'SPRING_KAFKA_SSL_KEYSTORECERTIFICATECHAIN<shop/user.crt',
      'SPRING_KAFKA_SSL_KEYSTOREKEY<shop/user.key',
      'SPRING_KAFKA_SECURITY_PROTOCOL=SSL',
      'SPRING_KAFKA_SSL_TRUSTSTORETYPE=PEM',
      'SPRING_KAFKA_SSL_KEYSTORETYPE=PEM',
      `SPRING_KAFKA_BOOTSTRAPSERVERS=${bootstrapServers}`,
      'SPRING_KAFKA_CONSUMER_GROUPID=shop',
    ]);
  });

  it('takes PEM files by a bundle, which its Kafka properties then name', () => {
    expect(told(shop('spring-boot', { credentialsAs: 'files' }))).toEqual([
      'SPRING_SSL_BUNDLE_PEM_KAFKA_TRUSTSTORE_CERTIFICATE=file:/etc/kafka-credentials/cluster-ca/ca.crt',
      'SPRING_SSL_BUNDLE_PEM_KAFKA_KEYSTORE_CERTIFICATE=file:/etc/kafka-credentials/user/user.crt',
      'SPRING_SSL_BUNDLE_PEM_KAFKA_KEYSTORE_PRIVATEKEY=file:/etc/kafka-credentials/user/user.key',
      'SPRING_KAFKA_SECURITY_PROTOCOL=SSL',
      'SPRING_KAFKA_SSL_BUNDLE=kafka',
      `SPRING_KAFKA_BOOTSTRAPSERVERS=${bootstrapServers}`,
      'SPRING_KAFKA_CONSUMER_GROUPID=shop',
    ]);
  });

  it('takes PKCS12 stores by URLs, and their passwords from the Secrets', () => {
    expect(told(shop('spring-boot', { credentialsAs: 'pkcs12' }))).toEqual(
      expect.arrayContaining([
        'SPRING_KAFKA_SSL_TRUSTSTORELOCATION=file:/etc/kafka-credentials/cluster-ca/ca.p12',
        'SPRING_KAFKA_SSL_TRUSTSTOREPASSWORD<europe-cluster-ca-cert/ca.password',
        'SPRING_KAFKA_SSL_TRUSTSTORETYPE=PKCS12',
        'SPRING_KAFKA_SSL_KEYSTORELOCATION=file:/etc/kafka-credentials/user/user.p12',
        'SPRING_KAFKA_SSL_KEYSTOREPASSWORD<shop/user.password',
        'SPRING_KAFKA_SSL_KEYSTORETYPE=PKCS12',
      ]),
    );
  });

  it('logs in with a password by properties of the Kafka client', () => {
    expect(told(shop('spring-boot', { endpoint: scram }))).toEqual(
      expect.arrayContaining([
        'SPRING_KAFKA_SECURITY_PROTOCOL=SASL_SSL',
        'USER_PASSWORD<shop/password',
        'SPRING_KAFKA_PROPERTIES_SASL_MECHANISM=SCRAM-SHA-512',
        `SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG=${LOGIN}`,
      ]),
    );
  });

  it('names the application of Kafka Streams', () => {
    const role = { type: 'program', producesTo: [], consumesFrom: ['a', 'b'], applicationId: 'joiner' } as const;
    expect(told(shop('spring-boot', { role }))).toContain('SPRING_KAFKA_STREAMS_APPLICATIONID=joiner');
  });

  it('is read in the form with underscores too, which people write', () => {
    const env: EnvVar[] = [
      { name: 'SPRING_KAFKA_BOOTSTRAP_SERVERS', value: bootstrapServers },
      { name: 'SPRING_KAFKA_SECURITY_PROTOCOL', value: 'SSL' },
      { name: 'SPRING_KAFKA_SSL_TRUST_STORE_TYPE', value: 'PEM' },
      {
        name: 'SPRING_KAFKA_SSL_TRUST_STORE_CERTIFICATES',
        secret: { secret: 'europe-cluster-ca-cert', key: 'ca.crt' },
      },
    ];
    expect(readClientEnvironment(env, { mounts: [] })).toEqual({
      contract: 'spring-boot',
      role: { type: 'other' },
      endpoint: { bootstrapServers, trust },
    });
  });
});

describe('images with KAFKA_ properties', () => {
  it('take settings of the Java client', () => {
    expect(told(shop('kafka-properties'))).toEqual([
      'KAFKA_SSL_TRUSTSTORE_CERTIFICATES<europe-cluster-ca-cert/ca.crt',
      'KAFKA_SSL_KEYSTORE_CERTIFICATE_CHAIN<shop/user.crt',
      'KAFKA_SSL_KEYSTORE_KEY<shop/user.key',
      'KAFKA_SECURITY_PROTOCOL=SSL',
      'KAFKA_SSL_TRUSTSTORE_TYPE=PEM',
      'KAFKA_SSL_KEYSTORE_TYPE=PEM',
      `KAFKA_BOOTSTRAP_SERVERS=${bootstrapServers}`,
      'KAFKA_GROUP_ID=shop',
    ]);
  });

  it('take PKCS12 stores by their paths', () => {
    const client = shop('kafka-properties', { credentialsAs: 'pkcs12' });
    expect(told(client).slice(0, 4)).toEqual([
      'KAFKA_SSL_TRUSTSTORE_LOCATION=/etc/kafka-credentials/cluster-ca/ca.p12',
      'KAFKA_SSL_TRUSTSTORE_PASSWORD<europe-cluster-ca-cert/ca.password',
      'KAFKA_SSL_KEYSTORE_LOCATION=/etc/kafka-credentials/user/user.p12',
      'KAFKA_SSL_KEYSTORE_PASSWORD<shop/user.password',
    ]);
    expect(mountedSecrets(client).map(({ secret }) => secret)).toEqual(['europe-cluster-ca-cert', 'shop']);
  });

  it.each(['pkcs12', 'files'] as const)(
    'are read to take %s where they have the certificate of the CA alone',
    (form) => {
      const client = shop('kafka-properties', { endpoint: { bootstrapServers, trust }, credentialsAs: form });
      const read = readClientEnvironment(writeClientEnvironment(client), { mounts: mountedSecrets(client) });
      expect(read.credentialsAs).toBe(form);
      expect(read.endpoint.credentials).toBeUndefined();
    },
  );

  it('are known by their address, and by nothing else of theirs', () => {
    const env = [{ name: 'KAFKA_BOOTSTRAP_SERVERS', value: bootstrapServers }];
    expect(readClientEnvironment(env, { mounts: [] })).toMatchObject({
      contract: 'kafka-properties',
      role: { type: 'other' },
    });
    const broker = [{ name: 'KAFKA_ADVERTISED_LISTENERS', value: 'PLAINTEXT://kafka:9092' }];
    expect(readClientEnvironment(broker, { mounts: [] })).toMatchObject({ contract: 'generic', env: broker });
  });
});

describe('Quarkus', () => {
  it('takes properties of the Kafka client for all channels, and its own for Kafka Streams', () => {
    const role = { type: 'streams', source: 'a', target: 'b', applicationId: 'pipe' } as const;
    const { endpoint: _, ...client } = shop('quarkus', { role });
    expect(told({ ...client, endpoint: { bootstrapServers } })).toEqual([
      'KAFKA_SECURITY_PROTOCOL=PLAINTEXT',
      `KAFKA_BOOTSTRAP_SERVERS=${bootstrapServers}`,
      'QUARKUS_KAFKA_STREAMS_APPLICATION_ID=pipe',
    ]);
    expect(told(shop('quarkus'))).toContain('KAFKA_GROUP_ID=shop');
  });

  it('takes PEM files by its TLS registry, as references to them would be expressions of its own', () => {
    const client = shop('quarkus', { credentialsAs: 'files' });
    expect(contractDemands(client)).toEqual([]);
    const variables = told(client);
    expect(variables).toEqual(
      expect.arrayContaining([
        'QUARKUS_TLS_KAFKA_TRUST_STORE_PEM_CERTS=/etc/kafka-credentials/cluster-ca/ca.crt',
        'QUARKUS_TLS_KAFKA_KEY_STORE_PEM_0_CERT=/etc/kafka-credentials/user/user.crt',
        'QUARKUS_TLS_KAFKA_KEY_STORE_PEM_0_KEY=/etc/kafka-credentials/user/user.key',
        'KAFKA_TLS_CONFIGURATION_NAME=kafka',
      ]),
    );
    expect(variables.filter((variable) => variable.startsWith('KAFKA_SSL_'))).toEqual([]);
    expect(contractDemands({ ...client, prefix: 'US_' })).toMatchObject([
      { field: 'credentialsAs', allowed: 'environment, pkcs12' },
    ]);
  });
});

describe('programs on librdkafka', () => {
  it.each([
    [
      undefined,
      [
        'KAFKA_SSL_CA_PEM<europe-cluster-ca-cert/ca.crt',
        'KAFKA_SSL_CERTIFICATE_PEM<shop/user.crt',
        'KAFKA_SSL_KEY_PEM<shop/user.key',
      ],
    ],
    [
      'files' as const,
      [
        'KAFKA_SSL_CA_LOCATION=/etc/kafka-credentials/cluster-ca/ca.crt',
        'KAFKA_SSL_CERTIFICATE_LOCATION=/etc/kafka-credentials/user/user.crt',
        'KAFKA_SSL_KEY_LOCATION=/etc/kafka-credentials/user/user.key',
      ],
    ],
    [
      'pkcs12' as const,
      [
        'KAFKA_SSL_CA_LOCATION=/etc/kafka-credentials/cluster-ca/ca.crt',
        'KAFKA_SSL_KEYSTORE_LOCATION=/etc/kafka-credentials/user/user.p12',
        'KAFKA_SSL_KEYSTORE_PASSWORD<shop/user.password',
      ],
    ],
  ])('take certificates as %s', (credentialsAs, certificates) => {
    expect(told(shop('librdkafka', { ...(credentialsAs && { credentialsAs }) }))).toEqual([
      ...certificates,
      'KAFKA_SECURITY_PROTOCOL=SSL',
      `KAFKA_BOOTSTRAP_SERVERS=${bootstrapServers}`,
      'KAFKA_GROUP_ID=shop',
    ]);
  });

  it('take name and password apart, whatever holds the certificates', () => {
    const client = shop('librdkafka', { endpoint: scram, credentialsAs: 'files' });
    expect(told(client)).toEqual([
      'KAFKA_SSL_CA_LOCATION=/etc/kafka-credentials/cluster-ca/ca.crt',
      'KAFKA_SASL_USERNAME=shop',
      'KAFKA_SECURITY_PROTOCOL=SASL_SSL',
      'KAFKA_SASL_PASSWORD<shop/password',
      'KAFKA_SASL_MECHANISM=SCRAM-SHA-512',
      `KAFKA_BOOTSTRAP_SERVERS=${bootstrapServers}`,
      'KAFKA_GROUP_ID=shop',
    ]);
    expect(mountedSecrets(client).map(({ secret }) => secret)).toEqual(['europe-cluster-ca-cert']);
  });

  it('have nothing in a PKCS12 store where the user has a password', () => {
    expect(contractDemands(shop('librdkafka', { endpoint: scram, credentialsAs: 'pkcs12' }))).toMatchObject([
      { field: 'credentialsAs', allowed: 'environment, files' },
    ]);
  });
});

it('asks for keys that operators keep stores beside', () => {
  const endpoint = { ...mutual, trust: [{ secret: 'own-ca', certificate: 'tls.pem' }] };
  expect(contractDemands(shop('kafka-properties', { endpoint, credentialsAs: 'pkcs12' }))).toMatchObject([
    { field: 'credentialsAs', message: 'There is no PKCS12 store beside tls.pem.' },
  ]);
});

it('means nothing by names of stores where credentials do not come in stores', () => {
  const variables = {
    bootstrapServers: 'SERVERS',
    caCertificate: 'CA',
    trustStore: 'STORE',
    trustStorePassword: 'PASSWORD',
  };
  const client = shop('generic', { variables, endpoint: { bootstrapServers, trust } });
  expect(told(client)).toEqual(['CA<europe-cluster-ca-cert/ca.crt', `SERVERS=${bootstrapServers}`]);
  expect(told({ ...client, credentialsAs: 'pkcs12' })).toEqual([
    'STORE=/etc/kafka-credentials/cluster-ca/ca.p12',
    'PASSWORD<europe-cluster-ca-cert/ca.password',
    `SERVERS=${bootstrapServers}`,
  ]);
});

it('reads variables that are called as every object of JavaScript has something', () => {
  const env: EnvVar[] = ['constructor', '__proto__', 'toString'].map((name) => ({ name, value: 'x' }));
  expect(readClientEnvironment(env, { mounts: [] }).env).toEqual(env);
});
