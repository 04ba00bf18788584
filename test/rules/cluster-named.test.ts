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

  it('tells the slip in the name of the label', () => {
    expect(told('KafkaTopic', 'strimzi.io/clutser: europe')).toMatchObject([
      { field: 'metadata.labels["strimzi.io/clutser"]', given: 'europe', remedy: 'Write strimzi.io/cluster.' },
    ]);
  });

  const KAFKA =
    '{apiVersion: kafka.strimzi.io/v1, kind: Kafka, metadata: {name: europe}, spec: {kafka: {listeners: []}}}';
  const topic = (name: string, cluster: string) =>
    `{apiVersion: kafka.strimzi.io/v1, kind: KafkaTopic, metadata: {name: ${name}, labels: {strimzi.io/cluster: ${cluster}}}, spec: {}}`;
  const together = (...objects: readonly string[]) => tellOfYaml('cluster-named', objects.join('\n---\n'));

  it('warns of a cluster that is not among those beside the object, once for all that name it', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    expect(together(KAFKA, ...names.map((name) => topic(name, 'europa')))).toMatchObject([
      {
        effect: 'unlooked',
        given: 'europa',
        allowed: 'europe',
        message:
          'There is no Kafka cluster "europa" beside the topic, nor beside others that name it: b, c, d, 1 more.',
        remedy: 'Write europe, or add what the label names.',
      },
    ]);
  });

  it('says nothing of a cluster where none is seen, or whose operators may look here from elsewhere', () => {
    expect(together(topic('a', 'europa'))).toEqual([]);
    const elsewhere = KAFKA.replace('name: europe', 'name: asia, namespace: other');
    expect(together(KAFKA, elsewhere, topic('a', 'asia'))).toEqual([]);
  });
});
