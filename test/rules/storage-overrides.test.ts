import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const claim = (overrides: string) => `{type: persistent-claim, size: 1Gi, overrides: ${overrides}}`;
const told = (kafka: string, zookeeper: string, annotations = '') =>
  tellOfYaml(
    'storage-overrides',
    `{apiVersion: kafka.strimzi.io/v1beta2, kind: Kafka, metadata: {name: k${annotations}}, spec: {kafka: {replicas: 3, storage: ${kafka}}, zookeeper: {replicas: 3, storage: ${zookeeper}}}}`,
    { release: StrimziRelease.V0_45 },
  );

describe('storage-overrides', () => {
  it('takes nodes that there are', () => {
    expect(told(claim('[{broker: 0, class: a}, {broker: 2, class: b}]'), claim('[{broker: 2, class: b}]'))).toEqual([]);
  });

  it('tells of others, wherever they have storage', () => {
    const jbod = `{type: jbod, volumes: [{id: 0, type: persistent-claim, size: 1Gi, overrides: [{broker: 3, class: a}]}]}`;
    expect(told(jbod, claim('[{broker: 7, class: b}]'))).toMatchObject([
      { effect: 'ignored', field: 'spec.kafka.storage.volumes[0].overrides[0].broker', given: 3, allowed: '0 to 2' },
      { field: 'spec.zookeeper.storage.overrides[0].broker', message: 'There is no ZooKeeper node 7.' },
    ]);
  });

  it('says nothing of brokers in node pools, whose numbers the operator gives', () => {
    const pools = ', annotations: {strimzi.io/node-pools: enabled}';
    expect(told(claim('[{broker: 9, class: a}]'), claim('[]'), pools)).toEqual([]);
  });
});
