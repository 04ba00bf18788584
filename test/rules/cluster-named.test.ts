import { tellOfYaml } from './harness';

const told = (kind: string, labels: string) =>
  tellOfYaml(
    'cluster-named',
    `{apiVersion: kafka.strimzi.io/v1, kind: ${kind}, metadata: {name: a, labels: {${labels}}}, spec: {}}`,
  );

describe('cluster-named', () => {
  it.each(['KafkaTopic', 'KafkaUser'])('takes a %s with the label, and tells of one without', (kind) => {
    expect(told(kind, 'strimzi.io/cluster: europe')).toEqual([]);
    expect(told(kind, 'app: shop')).toMatchObject([
      { severity: 'warning', effect: 'ignored', field: 'metadata.labels["strimzi.io/cluster"]' },
    ]);
  });
});
