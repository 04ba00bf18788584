import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const told = (kind: string, spec: string, release = '0.45') =>
  tellOfYaml(
    'deprecated-fields',
    `{apiVersion: kafka.strimzi.io/${Number(release) < 0.22 ? 'v1beta1' : 'v1beta2'}, kind: ${kind}, metadata: {name: a}, spec: ${spec}}`,
    { release: StrimziRelease.of(release) },
  );

describe('deprecated-fields', () => {
  it.each([
    ['Kafka', '{kafka: {authorization: {type: opa}}}', '0.45'],
    ['Kafka', '{kafka: {storage: {overrides: []}}}', '0.42'],
    ['Kafka', '{kafka: {template: {statefulset: null}}}', '0.45'],
    ['KafkaUser', '{authorization: {acls: [{operation: Read}]}}', '0.31'],
    ['KafkaUser', '{authorization: {acls: [{operation: Read, operations: [Read]}]}}', '0.45'],
    ['KafkaConnector', '{pause: true}', '0.37'],
    ['KafkaConnector', '{pause: true, state: paused}', '0.45'],
    ['KafkaMirrorMaker', '{include: a}', '0.42'],
    ['KafkaMirrorMaker2', '{clusters: []}', '0.48'],
  ])('takes %s %s at %s', (kind, spec, release) => {
    expect(told(kind, spec, release)).toEqual([]);
  });

  it.each([
    ['Kafka', '{kafka: {authorization: {type: opa}}}', '0.46', 'spec.kafka.authorization.type'],
    ['Kafka', '{kafka: {affinity: {}}}', '0.18', 'spec.kafka.affinity'],
    ['Kafka', '{zookeeper: {metrics: {}}}', '0.21', 'spec.zookeeper.metrics'],
    ['Kafka', '{kafka: {logging: {type: external, name: a}}}', '0.22', 'spec.kafka.logging.name'],
    [
      'Kafka',
      '{kafka: {template: {externalBootstrapService: {externalTrafficPolicy: Local}}}}',
      '0.20',
      'spec.kafka.template.externalBootstrapService.externalTrafficPolicy',
    ],
    [
      'Kafka',
      '{kafka: {template: {externalBootstrapService: {loadBalancerSourceRanges: []}}}}',
      '0.20',
      'spec.kafka.template.externalBootstrapService.loadBalancerSourceRanges',
    ],
    [
      'Kafka',
      '{kafka: {template: {perPodService: {externalTrafficPolicy: Local}}}}',
      '0.20',
      'spec.kafka.template.perPodService.externalTrafficPolicy',
    ],
    [
      'Kafka',
      '{kafka: {template: {perPodService: {loadBalancerSourceRanges: []}}}}',
      '0.20',
      'spec.kafka.template.perPodService.loadBalancerSourceRanges',
    ],
    ['KafkaUser', '{authorization: {acls: [{operation: Read}]}}', '0.32', 'spec.authorization.acls[0].operation'],
    ['KafkaConnector', '{pause: true}', '0.38', 'spec.pause'],
    [
      'KafkaMirrorMaker2',
      '{mirrors: [{sourceConnector: {pause: true}}]}',
      '0.45',
      'spec.mirrors[0].sourceConnector.pause',
    ],
    ['KafkaMirrorMaker', '{include: a}', '0.43', 'kind'],
    ['KafkaConnect', '{externalConfiguration: {}}', '0.44', 'spec.externalConfiguration'],
    ['KafkaBridge', '{authentication: {type: oauth}}', '0.49', 'spec.authentication.type'],
    ['KafkaMirrorMaker2', '{clusters: []}', '0.49', 'spec.clusters'],
    [
      'KafkaMirrorMaker2',
      '{mirrors: [{heartbeatConnector: {pause: true}}]}',
      '0.49',
      'spec.mirrors[0].heartbeatConnector',
    ],
  ])('tells of %s %s at %s, and what to use', (kind, spec, release, field) => {
    expect(told(kind, spec, release)).toMatchObject([
      {
        severity: 'warning',
        effect: 'warned',
        field,
        allowed: expect.any(String),
        remedy: expect.stringMatching(/^Use /),
      },
    ]);
  });

  it.each([
    ['Kafka', '{kafka: {template: {statefulset: {}}}}', '0.35', 'spec.kafka.template.statefulset'],
    [
      'Kafka',
      '{kafka: {storage: {type: jbod, volumes: [{overrides: []}]}}}',
      '0.46',
      'spec.kafka.storage.volumes[0].overrides',
    ],
    ['Kafka', '{entityOperator: {tlsSidecar: {}}}', '0.41', 'spec.entityOperator.tlsSidecar'],
    ['Kafka', '{cruiseControl: {brokerCapacity: {disk: 1Gi}}}', '0.29', 'spec.cruiseControl.brokerCapacity.disk'],
    ['KafkaMirrorMaker2', '{template: {deployment: {}}}', '0.39', 'spec.template.deployment'],
  ])('tells of %s %s at %s, which nobody looks at', (kind, spec, release, field) => {
    expect(told(kind, spec, release)).toMatchObject([
      { effect: 'ignored', field, remedy: expect.stringMatching(/^Leave/) },
    ]);
  });

  it('tells what goes as a whole without its parts, and what is to move with them', () => {
    const sidecar = '{entityOperator: {tlsSidecar: {}, template: {tlsSidecarContainer: {}}}}';
    expect(told('Kafka', sidecar)).toHaveLength(2); // Neither is a part of the other.
    const heartbeat = '{mirrors: [{heartbeatConnector: {pause: true}}]}';
    expect(told('KafkaMirrorMaker2', heartbeat, '0.49').map(({ field }) => field)).toEqual([
      'spec.mirrors[0].heartbeatConnector',
    ]);
    expect(told('KafkaMirrorMaker', '{whitelist: a}', '0.43').map(({ field }) => field)).toEqual(['kind']);
    const clusters = '{clusters: [{authentication: {type: oauth}}]}';
    expect(told('KafkaMirrorMaker2', clusters, '0.49').map(({ field }) => field)).toEqual([
      'spec.clusters',
      'spec.clusters[0].authentication.type',
    ]);
  });

  it('tells once what stands at several places of an object', () => {
    const acls = Array.from({ length: 6 }, () => '{operation: Read}').join(', ');
    expect(told('KafkaUser', `{authorization: {acls: [${acls}]}}`)).toMatchObject([
      {
        field: 'spec.authorization.acls[0].operation',
        message:
          'The operator takes operation for now, and means to drop it; so it does at spec.authorization.acls[1].operation, spec.authorization.acls[2].operation, spec.authorization.acls[3].operation, 2 more.',
      },
    ]);
  });
});

it('tells of the version of the API before the one that everybody takes', () => {
  const old = (kind: string, release: StrimziRelease) =>
    tellOfYaml(
      'deprecated-fields',
      `{apiVersion: kafka.strimzi.io/v1alpha1, kind: ${kind}, metadata: {name: a}, spec: {}}`,
      {
        release,
      },
    );
  expect(old('Kafka', StrimziRelease.V0_18)).toMatchObject([{ severity: 'warning', field: 'apiVersion' }]);
  expect(old('KafkaTopic', StrimziRelease.V0_45)).toMatchObject([{ field: 'apiVersion' }]);
  expect(old('KafkaRebalance', StrimziRelease.V0_18)).toEqual([]);
});
