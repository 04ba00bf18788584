import { tellOfYaml } from './harness';

const object = (kind: string, spec: string, metadata = '') =>
  `{apiVersion: kafka.strimzi.io/v1, kind: ${kind}, metadata: {name: k${metadata}}, spec: {${spec}}}`;
const budget = (gone: number) => `template: {podDisruptionBudget: {maxUnavailable: ${gone}}}`;
const told = (...objects: readonly string[]) => tellOfYaml('disruption-budget', objects.join('\n---\n'));
const pool = (replicas: number) =>
  object(
    'KafkaNodePool',
    `replicas: ${replicas}, roles: [controller, broker], storage: {type: ephemeral}`,
    ', labels: {strimzi.io/cluster: k}',
  );

describe('disruption-budget', () => {
  it.each([
    ['fewer than there are', object('KafkaConnect', `replicas: 3, ${budget(2)}`)],
    ['the one pod that there is', object('KafkaBridge', `replicas: 1, ${budget(1)}`)],
    ['none', object('KafkaMirrorMaker2', `replicas: 3, ${budget(0)}, mirrors: []`)],
    ['all of nodes that are not seen', object('Kafka', `kafka: {listeners: [], ${budget(9)}}`)],
  ])('takes %s', (_, manifest) => {
    expect(told(manifest)).toEqual([]);
  });

  it.each(['KafkaConnect', 'KafkaBridge', 'KafkaMirrorMaker2'])('tells of all pods of a %s', (kind) => {
    expect(told(object(kind, `replicas: 2, mirrors: [], ${budget(2)}`))).toMatchObject([
      { effect: 'unlooked', field: 'spec.template.podDisruptionBudget.maxUnavailable', given: 2 },
    ]);
  });

  it('tells of all pods of ZooKeeper', () => {
    const nodes = 'replicas: 3, storage: {type: ephemeral}';
    const kafka = `kafka: {${nodes}, listeners: []}, zookeeper: {${nodes}, ${budget(3)}}`;
    expect(told(object('Kafka', kafka).replace('/v1,', '/v1beta2,'))).toMatchObject([
      { field: 'spec.zookeeper.template.podDisruptionBudget.maxUnavailable', allowed: '0 to 2, of 3 pods' },
    ]);
  });

  it('counts the nodes of all pools of a Kafka cluster', () => {
    const kafka = object('Kafka', `kafka: {listeners: [], ${budget(3)}}`);
    expect(told(kafka, pool(3))).toMatchObject([
      { path: expect.stringContaining('Kafka/'), allowed: '0 to 2, of 3 pods' },
    ]);
    expect(told(kafka, pool(4))).toEqual([]);
  });
});
