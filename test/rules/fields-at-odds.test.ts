import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const told = (kind: string, spec: string, release = StrimziRelease.V0_45) =>
  tellOfYaml(
    'fields-at-odds',
    `{apiVersion: kafka.strimzi.io/v1beta2, kind: ${kind}, metadata: {name: a}, spec: ${spec}}`,
    { release },
  );

describe('fields-at-odds', () => {
  it.each([
    ['KafkaRebalance', '{mode: add-brokers, brokers: [1]}'],
    ['KafkaRebalance', '{mode: remove-disks, moveReplicasOffVolumes: []}'],
    ['KafkaRebalance', '{rebalanceDisk: false, goals: [a]}'],
    ['KafkaUser', '{authorization: {acls: [{operations: [Read], resource: {type: cluster}}]}}'],
    ['Kafka', '{kafka: {quotas: {type: strimzi, minAvailableRatioPerVolume: 0.1}}}'],
    ['KafkaMirrorMaker2', '{mirrors: [{topicsExcludePattern: a}]}'],
    ['Kafka', '{kafka: {authorization: {type: keycloak}, listeners: [{authentication: {type: oauth}}]}}'],
    ['Kafka', '{jmxTrans: {}, kafka: {}}'],
  ])('takes %s %s', (kind, spec) => {
    expect(told(kind, spec)).toEqual([]);
  });

  it.each([
    ['KafkaRebalance', '{brokers: [1]}', 'brokers', 'warning'],
    ['KafkaRebalance', '{mode: full, moveReplicasOffVolumes: []}', 'moveReplicasOffVolumes', 'warning'],
    ['KafkaRebalance', '{mode: add-brokers, rebalanceDisk: true}', 'rebalanceDisk', 'warning'],
    ['KafkaRebalance', '{rebalanceDisk: true, goals: [a]}', 'goals', 'error'],
    [
      'KafkaRebalance',
      '{mode: add-brokers, concurrentIntraBrokerPartitionMovements: 1}',
      'concurrentIntraBrokerPartitionMovements',
      'warning',
    ],
    ['KafkaUser', '{quotas: {producerByteRate: 0, consumerByteRate: 1}}', 'quotas.producerByteRate', 'warning'],
    [
      'KafkaUser',
      '{authorization: {acls: [{operation: Read, operations: [Read]}]}}',
      'authorization.acls[0].operation',
      'error',
    ],
    [
      'KafkaUser',
      '{authorization: {acls: [{resource: {type: cluster, name: k}}]}}',
      'authorization.acls[0].resource.name',
      'warning',
    ],
    [
      'Kafka',
      '{kafka: {quotas: {minAvailableBytesPerVolume: 1, minAvailableRatioPerVolume: 0.1}}}',
      'kafka.quotas.minAvailableRatioPerVolume',
      'error',
    ],
    ['Kafka', '{kafka: {quotas: {}, config: {client.quota.callback.class: a}}}', 'kafka.quotas', 'warning'],
    [
      'KafkaMirrorMaker2',
      '{mirrors: [{topicsExcludePattern: a, topicsBlacklistPattern: b}]}',
      'mirrors[0].topicsBlacklistPattern',
      'warning',
    ],
    [
      'KafkaMirrorMaker2',
      '{mirrors: [{groupsExcludePattern: a, groupsBlacklistPattern: b}]}',
      'mirrors[0].groupsBlacklistPattern',
      'warning',
    ],
    ['KafkaConnector', '{pause: true, state: running}', 'pause', 'warning'],
    [
      'KafkaTopic',
      '{config: {leader.replication.throttled.replicas: "*"}}',
      'config["leader.replication.throttled.replicas"]',
      'warning',
    ],
  ])('tells of %s %s', (kind, spec, field, severity) => {
    expect(told(kind, spec)).toMatchObject([{ severity, field: `spec.${field}` }]);
  });

  it('wants JMX where JmxTrans reads it', () => {
    const release = StrimziRelease.V0_34;
    const found = told('Kafka', '{jmxTrans: {}, kafka: {}}', release);
    expect(found).toMatchObject([{ effect: 'refused', field: 'spec.jmxTrans' }]);
    expect(found[0]).not.toHaveProperty('given'); // A whole part says nothing to people.
    expect(told('Kafka', '{jmxTrans: {}, kafka: {jmxOptions: {}}}', release)).toEqual([]);
  });
});

describe('fields that leave no use for each other, at releases that have both', () => {
  const { V0_18, V0_30, V0_33, V0_45, V1_2 } = StrimziRelease;
  const at = (kind: string, spec: string, release: StrimziRelease) => {
    const api = release === V0_18 ? 'v1beta1' : release === V1_2 ? 'v1' : 'v1beta2';
    const object = `{apiVersion: kafka.strimzi.io/${api}, kind: ${kind}, metadata: {name: a}, spec: ${spec}}`;
    return tellOfYaml('fields-at-odds', object, { release });
  };
  const topics = 'entityOperator: {topicOperator: {}}';

  it.each([
    ['Kafka', '{kafka: {tolerations: [], template: {pod: {tolerations: []}}}}', V0_18, 'kafka.tolerations'],
    ['KafkaConnect', '{affinity: {}, template: {pod: {affinity: {}}}}', V0_18, 'affinity'],
    [
      'Kafka',
      '{kafka: {listeners: {external: {type: nodeport}}, template: {perPodService: {loadBalancerSourceRanges: [a]}}}}',
      V0_18,
      'kafka.template.perPodService.loadBalancerSourceRanges',
    ],
    [
      'KafkaMirrorMaker2',
      '{externalConfiguration: {volumes: [{name: a, secret: {}, configMap: {}}]}}',
      V0_30,
      'externalConfiguration.volumes[0].configMap',
    ],
    [
      'KafkaConnect',
      '{externalConfiguration: {env: [{name: A, valueFrom: {secretKeyRef: {}, configMapKeyRef: {}}}]}}',
      V0_18,
      'externalConfiguration.env[0].valueFrom.configMapKeyRef',
    ],
    [
      'Kafka',
      '{entityOperator: {template: {deployment: {deploymentStrategy: RollingUpdate}}}}',
      V1_2,
      'entityOperator.template.deployment.deploymentStrategy',
    ],
    [
      'Kafka',
      `{kafka: {config: {delete.topic.enable: "False"}}, ${topics}}`,
      V0_18,
      'kafka.config["delete.topic.enable"]',
    ],
    [
      'Kafka',
      `{kafka: {config: {delete.topic.enable: false}}, ${topics}}`,
      V1_2,
      'kafka.config["delete.topic.enable"]',
    ],
    [
      'Kafka',
      `{kafka: {config: {auto.create.topics.enable: true}}, ${topics}}`,
      V0_45,
      'kafka.config["auto.create.topics.enable"]',
    ],
  ] as const)('tells of %s %s', (kind, spec, release, field) => {
    expect(at(kind, spec, release)).toMatchObject([{ severity: 'warning', field: `spec.${field}` }]);
  });

  it.each([
    ['Kafka', '{kafka: {tolerations: [], template: {pod: {affinity: {}}}}}', V0_18],
    [
      'Kafka',
      '{kafka: {listeners: {external: {type: loadbalancer}}, template: {perPodService: {loadBalancerSourceRanges: [a]}}}}',
      V0_18,
    ],
    ['Kafka', '{entityOperator: {template: {deployment: {deploymentStrategy: RollingUpdate}}}}', V0_33],
    ['Kafka', '{entityOperator: {template: {deployment: {deploymentStrategy: Recreate}}}}', V1_2],
    ['Kafka', `{kafka: {config: {delete.topic.enable: true, auto.create.topics.enable: false}}, ${topics}}`, V1_2],
    ['Kafka', '{kafka: {config: {delete.topic.enable: false, auto.create.topics.enable: true}}}', V1_2],
    ['Kafka', `{kafka: {config: {auto.create.topics.enable: true}}, ${topics}}`, V0_18],
  ] as const)('takes %s %s', (kind, spec, release) => {
    expect(at(kind, spec, release)).toEqual([]);
  });
});
