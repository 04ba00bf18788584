import { tellOfYaml } from './harness';

const COMMON = '{name: KAFKA_BOOTSTRAP_SERVERS, value: "europe-kafka-bootstrap:9092"}';
const CONSUMER = '{name: STRIMZI_TOPIC, value: orders}, {name: KAFKA_GROUP_ID, value: shop}';
const PRODUCER = '{name: STRIMZI_TOPIC, value: orders}';
const STREAMS = '{name: STRIMZI_SOURCE_TOPIC, value: a}, {name: STRIMZI_TARGET_TOPIC, value: b}';

const told = (role: string, ...env: readonly string[]) =>
  tellOfYaml(
    'client-variables',
    `{apiVersion: apps/v1, kind: Deployment, metadata: {name: shop}, spec: {selector: {matchLabels: {app: shop}}, template: {metadata: {labels: {app: shop}}, spec: {containers: [{name: shop, image: "quay.io/strimzi-examples/java-kafka-consumer:1", env: [${[COMMON, role, ...env].join(', ')}]}]}}}}`,
  );
const variable = (name: string, value: string) => `{name: ${name}, value: "${value}"}`;

describe('client-variables', () => {
  it.each([
    [CONSUMER, variable('KAFKA_MAX_POLL_RECORDS', '100')],
    [CONSUMER, variable('KAFKA_OPTS', '-Xmx1g')],
    [CONSUMER, variable('KAFKA_MAX_POLL_RECORDS', '$(RECORDS)')],
    [CONSUMER, variable('MAX_POLL_RECORDS', 'x')],
    [PRODUCER, variable('KAFKA_ACKS', 'all')],
    [STREAMS, variable('KAFKA_MAX_POLL_RECORDS', '100')],
    [STREAMS, variable('KAFKA_PROCESSING_GUARANTEE', 'exactly_once_v2')],
    [STREAMS, variable('KAFKA_PRODUCER_LINGER_MS', '5')],
  ])('takes what a client takes: %s %s', (role, given) => {
    expect(told(role, given)).toEqual([]);
  });

  it.each([
    [CONSUMER, 'KAFKA_MAX_POLL_RECORDS', '0', 'a whole number from 1 to 2147483647'],
    [CONSUMER, 'KAFKA_ISOLATION_LEVEL', 'dirty', 'read_committed, read_uncommitted'],
    [PRODUCER, 'KAFKA_LINGER_MS', 'soon', 'a whole number from 0 to 9223372036854775807'],
    [STREAMS, 'KAFKA_PROCESSING_GUARANTEE', 'twice', 'at_least_once, exactly_once_v2'],
    [STREAMS, 'KAFKA_MAIN_CONSUMER_MAX_POLL_RECORDS', '0', 'a whole number from 1 to 2147483647'],
  ])('tells of values that no client takes: %s %s=%s', (role, name, given, allowed) => {
    expect(told(role, variable(name, given))).toMatchObject([
      {
        effect: 'fails',
        field: expect.stringMatching(/^spec\.template\.spec\.containers\[0\]\.env\[\d\]\.value$/),
        given,
        allowed,
      },
    ]);
  });

  it('tells of a name that is nearly one of Kafka', () => {
    expect(told(CONSUMER, variable('KAFKA_MAX_POL_RECORDS', '5'))).toMatchObject([
      { effect: 'ignored', given: 'KAFKA_MAX_POL_RECORDS', remedy: 'Write KAFKA_MAX_POLL_RECORDS, or leave it out.' },
    ]);
  });

  it('looks at no images that name their variables otherwise', () => {
    expect(told('{name: TOPIC, value: a}', variable('KAFKA_MAX_POLL_RECORDS', '0'))).toEqual([]);
  });
});
