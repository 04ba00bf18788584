import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const VOLUME = 'type: persistent-claim, size: 1Gi';
const told = (kafka: string, volumes: number, release = '0.45', mode = 'enabled') => {
  const list = Array.from({ length: volumes }, (_, id) => `{id: ${id}, ${VOLUME}}`).join(', ');
  return tellOfYaml(
    'kraft-jbod',
    `{apiVersion: kafka.strimzi.io/v1beta2, kind: Kafka, metadata: {name: k, annotations: {strimzi.io/kraft: ${mode}, strimzi.io/node-pools: enabled}}, spec: {kafka: {${kafka}}}}
---
{apiVersion: kafka.strimzi.io/v1beta2, kind: KafkaNodePool, metadata: {name: p, labels: {strimzi.io/cluster: k}}, spec: {replicas: 3, roles: [broker, controller], storage: {type: jbod, volumes: [${list}]}}}`,
    { release: StrimziRelease.of(release) },
  );
};

describe('kraft-jbod', () => {
  it.each([
    ['', 2, '0.45', 'enabled'],
    ['metadataVersion: "3.7"', 2, '0.45', 'enabled'],
    ['metadataVersion: 3.7-IV2', 2, '0.45', 'enabled'],
    ['metadataVersion: 3.9-IV0', 2, '0.45', 'enabled'],
    ['metadataVersion: 3.6-IV2', 1, '0.45', 'enabled'],
    ['metadataVersion: 3.6-IV2', 2, '0.45', 'disabled'],
    ['metadataVersion: any', 2, '0.45', 'enabled'],
  ])('takes metadata as {%s} with %d volumes', (kafka, volumes, release, mode) => {
    expect(told(kafka, volumes, release, mode)).toEqual([]);
  });

  it.each([
    ['metadataVersion: 3.6-IV2', '0.45', '3.6-IV2'],
    ['metadataVersion: 3.7-IV1', '0.45', '3.7-IV1'],
    ['version: 3.6.1', '0.42', '3.6.1'],
    ['', '0.40', '3.7.0'],
  ])('refuses {%s} at %s', (kafka, release, metadata) => {
    expect(told(kafka, 2, release)).toMatchObject([
      {
        severity: 'error',
        field: 'spec.storage.volumes',
        given: '2 volumes',
        message: `The cluster runs KRaft with metadata of ${metadata}, which knows one volume a node.`,
      },
    ]);
  });
});
