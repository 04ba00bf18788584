import { modernise, readManifest, StrimziRelease, writeRecord, type Manifest } from '../../src';
import { checkManifest } from '../../src/schema';

const reader = { release: StrimziRelease.V1_2 };
const V1BETA2 = 'kafka.strimzi.io/v1beta2';
const SECRETS = {
  clientSecret: { secretName: 'sso', key: 'secret' },
  tlsTrustedCertificates: [{ secretName: 'sso-ca', certificate: 'ca.crt' }],
};
const OAUTH = { type: 'oauth', clientId: 'kafka', jwksEndpointUri: 'https://sso/keys', validIssuerUri: 'https://sso' };
const LOGIN = { type: 'oauth', clientId: 'c', tokenEndpointUri: 'https://sso/token', ...SECRETS };

const kafka = (authentication: object, more: object = {}): object => ({
  apiVersion: V1BETA2,
  kind: 'Kafka',
  metadata: {
    name: 'europe',
    namespace: 'shop',
    annotations: { 'strimzi.io/kraft': 'enabled', 'strimzi.io/node-pools': 'enabled' },
  },
  spec: {
    kafka: { listeners: [{ name: 'tls', port: 9093, type: 'internal', tls: true, authentication }], ...more },
    entityOperator: { userOperator: {} },
  },
});
const pool = (template?: object, cluster = 'europe'): object => ({
  apiVersion: V1BETA2,
  kind: 'KafkaNodePool',
  metadata: { name: `of-${cluster}`, namespace: 'shop', labels: { 'strimzi.io/cluster': cluster } },
  spec: {
    replicas: 3,
    roles: ['broker', 'controller'],
    storage: { type: 'ephemeral' },
    ...(template && { template }),
  },
});

/** What comes out, by kind, and the fields that are lost. */
function modern(...manifests: object[]): { objects: Record<string, Manifest>; losses: string[] } {
  const described = manifests.flatMap((each) => readManifest(each) ?? []);
  const found = modernise(described, reader);
  const written = found.described.map((each) => writeRecord(each, reader));
  return {
    objects: Object.fromEntries(written.map((each) => [`${each.kind} ${each.metadata.name}`, each])),
    losses: found.losses.map(({ name, field }) => `${name} ${field}`),
  };
}

describe('a Kafka with OAuth', () => {
  it('lets clients in by the same library, with what its nodes need', () => {
    const { objects, losses } = modern(kafka({ ...OAUTH, ...SECRETS }), pool(), pool(undefined, 'us'));
    expect(losses).toEqual([]);
    for (const each of Object.values(objects)) expect(checkManifest(each) ?? []).toEqual([]);
    expect(objects['Kafka europe']).toMatchObject({
      spec: { kafka: { config: { 'principal.builder.class': expect.stringContaining('strimzi') as unknown } } },
    });
    expect(objects['KafkaNodePool of-europe']).toMatchObject({
      spec: {
        template: {
          pod: { volumes: [{ name: 'listener-tls-trust', secret: { secretName: 'sso-ca' } }] },
          kafkaContainer: { env: [{ name: 'LISTENER_TLS_CLIENT_SECRET' }] },
        },
      },
    });
    expect(objects['KafkaNodePool of-us']).not.toHaveProperty('spec.template');
  });

  it('keeps what pools say, and what the Kafka says of principals', () => {
    const own = { kafkaContainer: { env: [{ name: 'A', value: '1' }] } };
    const config = { 'principal.builder.class': 'com.example.Principals' };
    const { objects } = modern(kafka({ ...OAUTH, ...SECRETS }, { config }), pool(own));
    expect(objects['Kafka europe']).toHaveProperty('spec.kafka.config', config);
    const names = JSON.stringify(objects['KafkaNodePool of-europe']?.['spec']).match(/"name":"[A-Z_]+"/g);
    expect(names).toEqual(['"name":"A"', '"name":"LISTENER_TLS_CLIENT_SECRET"']);
  });

  it.each([
    ['its pools are not seen', [kafka({ ...OAUTH, ...SECRETS })]],
    [
      'one of these would hide a template of it',
      [kafka({ ...OAUTH, ...SECRETS }, { template: { pod: { metadata: { labels: { a: 'b' } } } } }), pool()],
    ],
    ['the library cannot say it', [kafka({ ...OAUTH, fromTomorrow: true }), pool()]],
  ])('loses its authentication where %s', (_, manifests) => {
    expect(modern(...manifests).losses).toContainEqual('europe spec.kafka.listeners[0].authentication');
  });

  it('needs no pools where it has no secrets', () => {
    const authorization = { type: 'keycloak', clientId: 'kafka', tokenEndpointUri: 'https://sso/token' };
    const { objects, losses } = modern(kafka(OAUTH, { authorization }));
    expect(losses).toEqual([]);
    expect(objects['Kafka europe']).toMatchObject({ spec: { kafka: { authorization: { type: 'custom' } } } });
  });

  it('is what it was for a release that configures OAuth', () => {
    const described = readManifest(kafka(OAUTH));
    const at = { release: StrimziRelease.V0_48 };
    expect(described && modernise([described], at).described[0]).toEqual(described);
  });
});

describe('a program that logs in by OAuth', () => {
  const spec = { replicas: 1, bootstrapServers: 'europe-kafka-bootstrap:9093' };

  it.each([
    ['KafkaConnect', 'connectContainer', { ...spec, authentication: LOGIN }],
    ['KafkaBridge', 'bridgeContainer', { ...spec, http: { port: 8080 }, authentication: LOGIN }],
  ])('a %s, shows the same token', (kind, container, its) => {
    const { objects, losses } = modern({
      apiVersion: V1BETA2,
      kind,
      metadata: { name: 'one', namespace: 'shop' },
      spec: its,
    });
    expect(losses).toEqual([]);
    expect(objects[`${kind} one`]).toMatchObject({
      spec: {
        authentication: { type: 'custom', sasl: true },
        template: { [container]: { env: [{ name: 'LOGIN_CLIENT_SECRET' }] } },
      },
    });
  });

  it('shows it with extensions, and metrics of it', () => {
    const more = { saslExtensions: { team: 'a' }, enableMetrics: true, grantType: 'custom' };
    const { objects, losses } = modern({
      apiVersion: V1BETA2,
      kind: 'KafkaConnect',
      metadata: { name: 'one', namespace: 'shop' },
      spec: { ...spec, authentication: { ...LOGIN, ...more } },
    });
    expect(losses).toEqual([]);
    const text = JSON.stringify(objects['KafkaConnect one']);
    for (const each of ['oauth.sasl.extension.team', 'oauth.enable.metrics', 'oauth.client.credentials.grant.type'])
      expect(text).toContain(each);
  });

  it('loses its login where the library does not take what it says', () => {
    const trust = [...SECRETS.tlsTrustedCertificates, { secretName: 'other', certificate: 'ca.crt' }];
    const { losses } = modern({
      apiVersion: V1BETA2,
      kind: 'KafkaConnect',
      metadata: { name: 'one', namespace: 'shop' },
      spec: { ...spec, authentication: { ...LOGIN, tlsTrustedCertificates: trust } },
    });
    expect(losses).toEqual(['one spec.authentication']);
  });
});
