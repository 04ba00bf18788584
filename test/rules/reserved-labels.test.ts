import { tellOfYaml } from './harness';

const told = (kind: string, labels: string, spec = '{}') =>
  tellOfYaml(
    'reserved-labels',
    `{apiVersion: kafka.strimzi.io/v1, kind: ${kind}, metadata: {name: a, labels: {${labels}}}, spec: ${spec}}`,
  );

describe('reserved-labels', () => {
  it('takes the label of the cluster, and labels of others', () => {
    expect(told('KafkaUser', 'strimzi.io/cluster: k, app: a')).toEqual([]);
    expect(told('KafkaTopic', 'strimzi.io/kind: topic')).toEqual([]); // Nothing is made of a topic.
  });

  it('refuses other labels of the operator', () => {
    expect(told('KafkaConnect', 'strimzi.io/name: x')).toMatchObject([
      { severity: 'error', field: 'metadata.labels["strimzi.io/name"]' },
    ]);
  });

  it('refuses any of them in a template', () => {
    const spec = '{template: {pod: {metadata: {annotations: {strimzi.io/cluster: k}, labels: {app: a}}}}}';
    expect(told('KafkaConnect', '', spec)).toMatchObject([
      {
        field: 'spec.template.pod.metadata.annotations["strimzi.io/cluster"]',
        allowed: 'names that do not begin with strimzi.io/',
      },
    ]);
  });

  it('leaves a slip in the label of the cluster to whoever misses that', () => {
    expect(told('KafkaUser', 'strimzi.io/clutser: k')).toEqual([]);
    expect(told('KafkaConnect', 'strimzi.io/clutser: k')).toHaveLength(1); // It is of no cluster.
    expect(told('KafkaUser', 'strimzi.io/cluster: k, strimzi.io/clutser: k')).toHaveLength(1);
  });

  it('tells of labels of a template that the operator leaves out', () => {
    const spec = '{template: {pod: {metadata: {labels: {app.kubernetes.io/team: a, app: b}}}}}';
    expect(told('KafkaConnect', 'app.kubernetes.io/team: a', spec)).toMatchObject([
      { effect: 'ignored', field: 'spec.template.pod.metadata.labels["app.kubernetes.io/team"]' },
    ]);
  });
});
