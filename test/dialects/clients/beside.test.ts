import { parseAllDocuments } from 'yaml';
import { access, check, diff, inventory, StrimziRelease, type Manifest } from '../../../src';
import { clientsBeside, readManifest } from '../../../src/dialects/read';

const release = StrimziRelease.V1_2;
const secret = (name: string, key: string) => `{secretKeyRef: {name: ${name}, key: ${key}}}`;
const reading = (servers: string, user: string, prefix = '') => `
            - { name: ${prefix}KAFKA_BOOTSTRAP_SERVERS, value: "${servers}-kafka-bootstrap:9093" }
            - { name: ${prefix}KAFKA_SSL_KEYSTORE_CERTIFICATE_CHAIN, valueFrom: ${secret(user, 'user.crt')} }
            - { name: ${prefix}KAFKA_SSL_KEYSTORE_KEY, valueFrom: ${secret(user, 'user.key')} }`;
const cluster = (name: string, user: string, topic: string) => `
apiVersion: kafka.strimzi.io/v1
kind: Kafka
metadata: { name: ${name}, namespace: shop }
spec:
  kafka:
    listeners: [{ name: tls, port: 9093, type: internal, tls: true, authentication: { type: tls } }]
    authorization: { type: simple }
  entityOperator: { userOperator: {} }
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaUser
metadata: { name: ${user}, namespace: shop, labels: { strimzi.io/cluster: ${name} } }
spec:
  authentication: { type: tls }
  authorization: { type: simple, acls: [{ resource: { type: topic, name: ${topic} }, operations: [Write] }] }
---`;
const deployment = (
  annotations: string,
  containers: string,
) => `${cluster('europe', 'one', 'orders')}${cluster('us', 'two', 'bills')}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
  namespace: shop
  annotations:${annotations}
spec:
  selector: { matchLabels: { app: shop } }
  template:
    metadata: { labels: { app: shop } }
    spec:
      containers:${containers}
`;

/** One container with the variables of both clusters, of which an annotation tells for each. */
const prefixed = (topic = 'bills', group = 'billing') =>
  deployment(
    `
    cdk8s-strimzi/client: '{"contract":"kafka-properties","role":"producer","topic":"orders"}'
    cdk8s-strimzi/client-2: '{"contract":"kafka-properties","prefix":"US_","role":"program","producesTo":["${topic}"],"consumesFrom":["${topic}"],"group":"${group}"}'`,
    `
        - name: shop
          image: shop:1
          env:${reading('europe', 'one')}${reading('us', 'two', 'US_')}`,
  );
/** A container for each cluster, with variables of Strimzi's examples. */
const apart = () => {
  const env = (topic: string, user: string, servers: string) => `
            - { name: KAFKA_BOOTSTRAP_SERVERS, value: "${servers}-kafka-bootstrap:9093" }
            - { name: STRIMZI_TOPIC, value: ${topic} }
            - { name: KAFKA_SSL_KEYSTORE_TYPE, value: PEM }
            - { name: KAFKA_SSL_KEYSTORE_CERTIFICATE_CHAIN, valueFrom: ${secret(user, 'user.crt')} }
            - { name: KAFKA_SSL_KEYSTORE_KEY, valueFrom: ${secret(user, 'user.key')} }`;
  return deployment(
    ' {}',
    `
        - name: shop
          image: quay.io/strimzi-examples/java-kafka-producer:latest
          env:${env('orders', 'one', 'europe')}
        - name: watcher
          image: watcher:1
        - name: bills
          image: quay.io/strimzi-examples/java-kafka-producer:latest
          env:${env('other', 'two', 'us')}`,
  );
};

function objects(yaml: string): Manifest[] {
  return parseAllDocuments(yaml).map((document) => document.toJS() as Manifest);
}

function besideOf(yaml: string) {
  const all = objects(yaml);
  const manifest = all.at(-1) as Manifest;
  const described = readManifest(manifest);
  return described ? clientsBeside(manifest, described) : [];
}

const lacking = (yaml: string) =>
  check({ release, manifests: objects(yaml), namespace: 'shop' })
    .filter(({ rule }) => rule === 'client-rights')
    .map(({ given, message }) => `${message} ${String(given)}`);

describe('two clients in one object', () => {
  it('are read where one container has two prefixes, and annotations tell of them', () => {
    expect(besideOf(prefixed())).toMatchObject([
      {
        contract: 'kafka-properties',
        prefix: 'US_',
        role: { type: 'program', producesTo: ['bills'] },
        endpoint: { bootstrapServers: 'us-kafka-bootstrap:9093', credentials: { type: 'tls', secret: 'two' } },
      },
    ]);
  });

  it('are read where variables of two containers tell', () => {
    expect(besideOf(apart())).toMatchObject([
      { container: 'bills', contract: 'strimzi-examples', role: { type: 'producer', topic: 'other' } },
    ]);
  });

  it('are no more than one where nothing tells of another', () => {
    expect(besideOf(prefixed().replace('cdk8s-strimzi/client-2', 'example.com/client-2'))).toEqual([]);
    expect(besideOf(prefixed().replace('"role":"program"', '"role":"nobody"'))).toEqual([]);
    expect(besideOf(apart().replaceAll(/(?<=- name: bills[^]*)KAFKA_/g, 'OTHER_'))).toEqual([]);
  });

  it('are held to the rights of both users', () => {
    expect(lacking(prefixed())).toEqual([
      'User "two" may not do all that the application does. Read on topic bills, Read on group billing',
    ]);
    expect(lacking(apart())).toEqual(['User "two" may not do all that the application does. Write on topic other']);
  });

  it('explain the rights of both users, and have one set of pods', () => {
    const site = { name: 'site', release, manifests: objects(prefixed()), namespace: 'shop' };
    const { rules } = access([site]);
    const reasonsOf = (name: string) =>
      rules.filter(({ user }) => user === name).flatMap(({ reasons }) => reasons.map(({ by }) => by));
    expect(reasonsOf('one')).toEqual(['manifest 5']);
    expect(reasonsOf('two')).toEqual(['manifest 5']);
    const pods = inventory([site]).items.filter(({ of, kind }) => of.kind === 'Deployment' && kind === 'Pod');
    expect(pods).toHaveLength(1);
  });

  it('are compared each by itself: another group of the second is told', () => {
    const { changes } = diff(objects(prefixed()), objects(prefixed('bills', 'other')));
    expect(changes.flatMap(({ effects }) => effects.map(({ message }) => message)).join()).toContain(
      'a group that Kafka does not know',
    );
  });

  it('have annotations in words that are known', () => {
    const yaml = prefixed().replace('"role":"program"', '"role":"programme"');
    const found = check({ release, manifests: objects(yaml), namespace: 'shop' });
    expect(found).toMatchObject([
      { rule: 'client-annotation', field: 'metadata.annotations["cdk8s-strimzi/client-2"]' },
    ]);
  });
});
