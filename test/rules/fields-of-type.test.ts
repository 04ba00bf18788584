import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const told = (kind: string, spec: string, release = StrimziRelease.V0_45) =>
  tellOfYaml(
    'fields-of-type',
    `{apiVersion: kafka.strimzi.io/v1beta2, kind: ${kind}, metadata: {name: a}, spec: ${spec}}`,
    { release },
  );
const listener = (authentication: string) => `{kafka: {listeners: [{authentication: ${authentication}}]}}`;

describe('fields-of-type', () => {
  it.each([
    ['KafkaNodePool', '{storage: {type: ephemeral, sizeLimit: 1Gi, id: 0, kraftMetadata: shared}}'],
    ['KafkaNodePool', '{storage: {type: jbod, volumes: [{id: 0, type: persistent-claim, size: 1Gi, class: fast}]}}'],
    ['KafkaNodePool', '{storage: {type: ephemeral, size: null}}'],
    ['KafkaNodePool', '{storage: {type: other, size: 1Gi}}'],
    ['KafkaNodePool', '{storage: {size: 1Gi}}'],
    ['Kafka', listener('{type: custom, sasl: true, listenerConfig: {}, secrets: []}')],
    ['Kafka', listener('{type: oauth, validIssuerUri: a}')],
    ['Kafka', '{kafka: {authorization: {type: keycloak, clientId: a, delegateToKafkaAcls: true}}}'],
    ['Kafka', '{kafka: {logging: {type: external, valueFrom: {}}}}'],
    ['Kafka', '{kafka: {quotas: {type: strimzi, excludedPrincipals: []}}}'],
    ['KafkaUser', '{authentication: {type: scram-sha-512, password: {}}}'],
    ['KafkaBridge', '{authentication: {type: oauth, clientId: a, username: b, passwordSecret: {}}}'],
    ['KafkaConnect', '{build: {plugins: [{artifacts: [{type: other, url: a, fileName: b}]}], output: {type: docker}}}'],
  ])('takes %s %s', (kind, spec) => {
    expect(told(kind, spec)).toEqual([]);
  });

  it.each([
    ['KafkaNodePool', '{storage: {type: ephemeral, size: 1Gi}}', 'storage.size', '1Gi'],
    ['KafkaNodePool', '{storage: {type: jbod, volumes: [], class: a}}', 'storage.class', 'a'],
    [
      'Kafka',
      '{kafka: {storage: {type: jbod, volumes: [{id: 0, type: persistent-claim, sizeLimit: 1Gi}]}}}',
      'kafka.storage.volumes[0].sizeLimit',
      '1Gi',
    ],
    ['Kafka', '{zookeeper: {storage: {type: ephemeral, deleteClaim: true}}}', 'zookeeper.storage.deleteClaim', true],
    ['Kafka', listener('{type: tls, sasl: true}'), 'kafka.listeners[0].authentication.sasl', true],
    ['Kafka', listener('{type: oauth, sasl: true}'), 'kafka.listeners[0].authentication.sasl', true],
    ['Kafka', '{kafka: {authorization: {type: simple, url: a}}}', 'kafka.authorization.url', 'a'],
    [
      'Kafka',
      '{kafka: {authorization: {type: keycloak, allowOnError: true}}}',
      'kafka.authorization.allowOnError',
      true,
    ],
    [
      'Kafka',
      '{entityOperator: {topicOperator: {logging: {type: external, loggers: {}}}}}',
      'entityOperator.topicOperator.logging.loggers',
      undefined,
    ],
    ['Kafka', '{kafka: {quotas: {type: kafka, excludedPrincipals: []}}}', 'kafka.quotas.excludedPrincipals', undefined],
    ['KafkaUser', '{authentication: {type: tls, password: geheim}}', 'authentication.password', undefined],
    [
      'KafkaUser',
      '{authorization: {acls: [{resource: {type: cluster, patternType: prefix}}]}}',
      'authorization.acls[0].resource.patternType',
      'prefix',
    ],
    ['KafkaConnect', '{authentication: {type: tls, username: a}}', 'authentication.username', 'a'],
    [
      'KafkaMirrorMaker2',
      '{clusters: [{authentication: {type: plain, certificateAndKey: {}}}]}',
      'clusters[0].authentication.certificateAndKey',
      undefined,
    ],
    [
      'KafkaConnect',
      '{build: {plugins: [{artifacts: [{type: maven, url: a}]}]}}',
      'build.plugins[0].artifacts[0].url',
      'a',
    ],
    ['KafkaConnect', '{build: {output: {type: imagestream, pushSecret: a}}}', 'build.output.pushSecret', undefined],
  ])('tells of %s %s', (kind, spec, field, given) => {
    const [finding, ...others] = told(kind, spec);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'warning', effect: 'ignored', field: `spec.${field}` });
    expect(finding?.given).toBe(given);
  });

  it('says which fields there are', () => {
    expect(told('KafkaNodePool', '{storage: {type: ephemeral, size: 1Gi}}')).toMatchObject([
      { allowed: 'id, kraftMetadata, sizeLimit' },
    ]);
    expect(told('Kafka', listener('{type: tls, sasl: true}'))).toMatchObject([{ allowed: 'type alone' }]);
    expect(told('Kafka', listener('{type: oauth, sasl: true}'))).toMatchObject([
      { allowed: 'no field of another type, such as listenerConfig, sasl, secrets' },
    ]);
  });

  it('leaves what no type has to the schema', () => {
    expect(told('KafkaNodePool', '{storage: {type: ephemeral, sizes: 1Gi}}')).toEqual([]);
  });
});
