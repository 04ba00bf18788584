import { tellOfYaml } from './harness';

const told = (range: string) =>
  tellOfYaml(
    'node-id-ranges',
    `{apiVersion: kafka.strimzi.io/v1, kind: KafkaNodePool, metadata: {name: p, labels: {strimzi.io/cluster: k}, annotations: {strimzi.io/next-node-ids: "${range}"}}, spec: {replicas: 1, roles: [broker], storage: {type: ephemeral}}}`,
  );

describe('node-id-ranges', () => {
  it.each(['[0]', '[0, 4-7]', '[ 7 - 4 , 1 ]', '[]', ''])('takes "%s"', (range) => {
    expect(told(range)).toEqual([]);
  });

  it.each(['0-3', '[a]', '[0,]', '[1 2]', '[0-]'])('warns of "%s"', (range) => {
    expect(told(range)).toMatchObject([
      { severity: 'warning', field: 'metadata.annotations["strimzi.io/next-node-ids"]', given: range },
    ]);
  });
});
