import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const told = (kind: string, spec: string, release = StrimziRelease.V0_45) =>
  tellOfYaml(
    'needed-fields',
    `{apiVersion: kafka.strimzi.io/v1beta2, kind: ${kind}, metadata: {name: a}, spec: ${spec}}`,
    { release },
  );

describe('needed-fields', () => {
  it.each([
    ['zookeeper', 'zookeeperContainer'],
    ['cruiseControl', 'cruiseControlContainer'],
    ['kafkaExporter', 'container'],
    ['entityOperator', 'topicOperatorContainer'],
    ['entityOperator', 'userOperatorContainer'],
  ])('tells of a reference without a key in the variables of %s', (part, container) => {
    const spec = `{${part}: {template: {${container}: {env: [{name: A, valueFrom: {secretKeyRef: {name: b}}}]}}}}`;
    expect(told('Kafka', spec)).toMatchObject([
      { effect: 'fails', field: `spec.${part}.template.${container}.env[0].valueFrom.secretKeyRef.key` },
    ]);
  });

  it.each([
    [
      'KafkaConnect',
      '{tls: {}, authentication: {type: tls, certificateAndKey: {secretName: a, certificate: b, key: c}}}',
    ],
    ['KafkaConnect', '{build: {plugins: [{artifacts: [{type: maven, group: a, artifact: b, version: c}]}]}}'],
    ['KafkaConnect', '{authentication: {type: oauth}}'],
    ['KafkaRebalance', '{mode: full}'],
    [
      'KafkaUser',
      '{authentication: {type: scram-sha-512}, authorization: {type: simple, acls: [{resource: {type: cluster}}]}}',
    ],
    ['KafkaBridge', '{logging: {type: inline}}'],
  ])('takes %s %s', (kind, spec) => {
    expect(told(kind, spec)).toEqual([]);
  });

  it.each([
    ['KafkaConnect', '{tls: {}, authentication: {type: tls}}', 'authentication.certificateAndKey'],
    ['KafkaBridge', '{authentication: {type: plain, username: a}}', 'authentication.passwordSecret'],
    ['KafkaMirrorMaker', '{producer: {authentication: {type: scram-sha-512}}}', 'producer.authentication.username'],
    [
      'KafkaMirrorMaker2',
      '{clusters: [{}, {tls: {}, authentication: {type: tls}}], mirrors: [{}]}',
      'clusters[1].authentication.certificateAndKey',
    ],
    ['KafkaConnect', '{tls: {trustedCertificates: [{secretName: ""}]}}', 'tls.trustedCertificates[0].secretName'],
    [
      'KafkaBridge',
      '{authentication: {type: plain, username: a, passwordSecret: {secretName: b, password: ""}}}',
      'authentication.passwordSecret.password',
    ],
    [
      'KafkaConnect',
      '{template: {connectContainer: {env: [{name: A, valueFrom: {secretKeyRef: {name: b}}}]}}}',
      'template.connectContainer.env[0].valueFrom.secretKeyRef.key',
    ],
    ['KafkaConnect', '{build: {plugins: []}}', 'build.plugins'],
    ['KafkaConnect', '{build: {plugins: [{name: a}]}}', 'build.plugins[0].artifacts'],
    ['KafkaConnect', '{build: {plugins: [{artifacts: [{type: jar, url: ""}]}]}}', 'build.plugins[0].artifacts[0].url'],
    [
      'KafkaConnect',
      '{build: {plugins: [{artifacts: [{type: maven, group: a}]}]}}',
      'build.plugins[0].artifacts[0].artifact',
    ],
    ['KafkaRebalance', '{mode: add-brokers}', 'brokers'],
    ['KafkaRebalance', '{mode: remove-disks}', 'moveReplicasOffVolumes'],
    [
      'KafkaUser',
      '{authorization: {acls: [{resource: {type: group, name: ""}}]}}',
      'authorization.acls[0].resource.name',
    ],
    [
      'KafkaUser',
      '{authentication: {type: scram-sha-512, password: {valueFrom: {}}}}',
      'authentication.password.valueFrom.secretKeyRef.name',
    ],
    ['Kafka', '{kafka: {authorization: {type: custom}}}', 'kafka.authorization.authorizerClass'],
    [
      'Kafka',
      '{kafka: {tieredStorage: {type: custom, remoteStorageManager: {className: ""}}}}',
      'kafka.tieredStorage.remoteStorageManager.className',
    ],
    [
      'Kafka',
      '{kafka: {metricsConfig: {type: jmxPrometheusExporter, valueFrom: {}}}}',
      'kafka.metricsConfig.valueFrom.configMapKeyRef.name',
    ],
    ['KafkaMirrorMaker2', '{clusters: [], mirrors: [{}]}', 'clusters'],
    ['Kafka', '{kafka: {storage: {type: jbod, volumes: [{id: 0}, {type: ephemeral}]}}}', 'kafka.storage.volumes[1].id'],
    [
      'Kafka',
      '{kafka: {listeners: [{configuration: {brokerCertChainAndKey: {secretName: a, certificate: b, key: ""}}}]}}',
      'kafka.listeners[0].configuration.brokerCertChainAndKey.key',
    ],
    ['Kafka', '{kafka: {listeners: [{type: tlsroute}]}}', 'kafka.listeners[0].configuration.parentRefs'],
    ['Kafka', '{zookeeper: {logging: {type: external}}}', 'zookeeper.logging.valueFrom.configMapKeyRef.name'],
  ])('refuses %s %s', (kind, spec, field) => {
    expect(told(kind, spec)[0]).toMatchObject({ severity: 'error', field: `spec.${field}` });
  });

  it('tells of all that is missing', () => {
    const certificate = '{secretName: "", certificate: a, key: ""}';
    const listeners = `[{configuration: {brokerCertChainAndKey: ${certificate}}}]`;
    expect(told('Kafka', `{kafka: {listeners: ${listeners}}}`).map(({ field }) => field)).toEqual([
      'spec.kafka.listeners[0].configuration.brokerCertChainAndKey.secretName',
      'spec.kafka.listeners[0].configuration.brokerCertChainAndKey.key',
    ]);
  });

  it.each([
    ['KafkaBridge', '', 'tls'],
    ['KafkaMirrorMaker', 'producer: ', 'producer.tls'],
    ['KafkaMirrorMaker2', 'target: ', 'target.tls'],
  ])('says that a %s logs in with a certificate without TLS', (kind, at, field) => {
    const login = 'authentication: {type: tls, certificateAndKey: {secretName: a, certificate: b, key: c}}';
    const spec = at === '' ? `{${login}}` : `{clusters: [{}], mirrors: [{}], ${at}{${login}}}`;
    expect(told(kind, spec)).toMatchObject([{ severity: 'warning', field: `spec.${field}` }]);
  });

  it('asks for a spec', () => {
    expect(told('KafkaUser', 'null')).toMatchObject([{ field: 'spec' }]);
    expect(told('KafkaUser', '{}')).toEqual([]);
    const rebalance = '{apiVersion: kafka.strimzi.io/v1alpha1, kind: KafkaRebalance, metadata: {name: a}}';
    expect(tellOfYaml('needed-fields', rebalance, { release: StrimziRelease.V0_18 })).toMatchObject([
      { effect: 'fails', field: 'spec' },
    ]);
    expect(told('KafkaRebalance', 'null')).toEqual([]);
  });

  it('asks for a ConfigMap since there are references to one', () => {
    const spec = '{logging: {type: external, name: a}}';
    expect(told('KafkaConnect', spec, StrimziRelease.V0_22)).toEqual([]);
    expect(told('KafkaConnect', spec, StrimziRelease.V0_26)).toHaveLength(1);
  });
});

describe('fields of which one is enough', () => {
  const early = (kind: string, spec: string, release = StrimziRelease.V0_18) =>
    tellOfYaml(
      'needed-fields',
      `{apiVersion: kafka.strimzi.io/v1beta1, kind: ${kind}, metadata: {name: a}, spec: ${spec}}`,
      {
        release,
      },
    );

  it.each([
    ['Kafka', '{kafka: {listeners: {}}}', 'kafka.listeners', 'unlooked'],
    ['KafkaConnect', '{externalConfiguration: {volumes: [{name: a}]}}', 'externalConfiguration.volumes[0]', 'ignored'],
    [
      'KafkaConnect',
      '{externalConfiguration: {env: [{name: A, valueFrom: {}}]}}',
      'externalConfiguration.env[0].valueFrom',
      'ignored',
    ],
  ])('are needed by %s %s', (kind, spec, field, effect) => {
    expect(early(kind, spec)).toMatchObject([{ effect, field: `spec.${field}` }]);
  });

  it.each([
    ['Kafka', '{kafka: {listeners: {tls: {}}}}'],
    ['Kafka', '{kafka: {listeners: []}}'],
    ['KafkaConnect', '{externalConfiguration: {volumes: [{name: a, secret: {secretName: s}}]}}'],
  ])('are there in %s %s', (kind, spec) => {
    expect(early(kind, spec)).toEqual([]);
  });

  it('are for the schema to tell where it does', () => {
    expect(early('KafkaConnect', '{externalConfiguration: {volumes: [{name: a}]}}', StrimziRelease.V0_44)).toEqual([]);
  });
});

it('asks for artifacts of a mounted plugin', () => {
  expect(told('KafkaConnect', '{plugins: [{name: abc, artifacts: []}]}')).toMatchObject([
    { effect: 'ignored', field: 'spec.plugins[0].artifacts' },
  ]);
});
