import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const told = (...objects: readonly string[]) => tellOfYaml('referenced-keys', objects.join('\n---\n'));
const map = (more: string, kind = 'ConfigMap', name = 'm') =>
  `{apiVersion: v1, kind: ${kind}, metadata: {name: ${name}, namespace: n}${more}}`;
const kafka = (spec: string, namespace = 'n') =>
  `{apiVersion: kafka.strimzi.io/v1, kind: Kafka, metadata: {name: k, namespace: ${namespace}}, spec: {kafka: {${spec}}}}`;
const metrics = (key: string) =>
  `metricsConfig: {type: jmxPrometheusExporter, valueFrom: {configMapKeyRef: {name: m, key: ${key}}}}`;
const certificate = (key: string) =>
  `listeners: [{configuration: {brokerCertChainAndKey: {secretName: s, certificate: tls.crt, key: ${key}}}}]`;
const variable = (more = '') =>
  `template: {kafkaContainer: {env: [{name: A, valueFrom: {secretKeyRef: {name: s, key: a${more}}}}]}}`;

describe('referenced-keys', () => {
  it.each([
    ['a key that is there', [map(', data: {a: b}'), kafka(metrics('a'))]],
    ['a ConfigMap that is not seen', [map(', data: {b: b}', 'ConfigMap', 'other'), kafka(metrics('a'))]],
    ['a ConfigMap of another namespace', [map(', data: {b: b}'), kafka(metrics('a'), 'other')]],
    ['a ConfigMap that somebody else fills', [map(''), kafka(metrics('a'))]],
    [
      'keys of all sorts',
      [map(', stringData: {tls.crt: a}, data: {tls.key: b}', 'Secret', 's'), kafka(certificate('tls.key'))],
    ],
    ['what may be missing', [map(', data: {b: b}', 'Secret', 's'), kafka(variable(', optional: true'))]],
  ])('takes %s', (_, objects) => {
    expect(told(...objects)).toEqual([]);
  });

  it('tells of keys that there are not, wherever they are read', () => {
    expect(told(map(', data: {z: b, y: c}'), kafka(metrics('a')))).toMatchObject([
      {
        severity: 'error',
        field: 'spec.kafka.metricsConfig.valueFrom.configMapKeyRef.key',
        given: 'a',
        allowed: 'y, z',
        message: 'ConfigMap m has no key "a".',
      },
    ]);
    const secret = map(', data: {tls.crt: a}', 'Secret', 's');
    expect(told(secret, kafka(certificate('tls.key')))).toMatchObject([
      { field: 'spec.kafka.listeners[0].configuration.brokerCertChainAndKey.key', allowed: 'tls.crt' },
    ]);
    expect(told(secret, kafka(variable()))).toMatchObject([
      { field: 'spec.kafka.template.kafkaContainer.env[0].valueFrom.secretKeyRef.key' },
    ]);
  });

  it('tells of the password of a user', () => {
    const user = (key: string) =>
      `{apiVersion: kafka.strimzi.io/v1, kind: KafkaUser, metadata: {name: u, namespace: n}, spec: {authentication: {type: scram-sha-512, password: {valueFrom: {secretKeyRef: {name: s, key: ${key}}}}}}}`;
    const secret = map(', data: {a: b}', 'Secret', 's');
    expect(told(secret, user('a'))).toEqual([]);
    expect(told(secret, user('b'))).toMatchObject([
      { field: 'spec.authentication.password.valueFrom.secretKeyRef.key', given: 'b' },
    ]);
  });

  it('never shows what a Secret holds', () => {
    const secret = map(', stringData: {user: geheim}', 'Secret', 's');
    expect(JSON.stringify(told(secret, kafka(variable())))).not.toContain('geheim');
  });
});

it('tells of the file of logging that a ConfigMap lacks, where it is named alone', () => {
  const early = (program: string) =>
    `{apiVersion: kafka.strimzi.io/v1beta1, kind: Kafka, metadata: {name: k, namespace: n}, spec: {${program}}}`;
  const objects = (data: string, program: string) => [map(`, data: {${data}}`), early(program)].join('\n---\n');
  const of = (data: string, program: string) =>
    tellOfYaml('referenced-keys', objects(data, program), { release: StrimziRelease.V0_18 });
  const logging = 'logging: {type: external, name: m}';
  expect(of('log4j.properties: a', `kafka: {${logging}}`)).toEqual([]);
  expect(of('log4j2.properties: a', `kafka: {${logging}}`)).toMatchObject([
    { effect: 'ignored', field: 'spec.kafka.logging.name', given: 'log4j.properties' },
  ]);
  expect(of('log4j2.properties: a', `kafka: {}, entityOperator: {userOperator: {${logging}}}`)).toEqual([]);
});

it('tells of keys that node pools read', () => {
  const pool = `{apiVersion: kafka.strimzi.io/v1, kind: KafkaNodePool, metadata: {name: p, namespace: n, labels: {strimzi.io/cluster: k}}, spec: {replicas: 1, roles: [broker], storage: {type: ephemeral}, ${variable()}}}`;
  expect(told(map(', data: {b: aa==}', 'Secret', 's'), pool)).toMatchObject([
    { path: 'KafkaNodePool/n/p', given: 'a' },
  ]);
});
