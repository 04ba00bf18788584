import { tellOfYaml } from './harness';

const told = (metadata: string, kind = 'v1, kind: ConfigMap', rest = '') =>
  tellOfYaml('metadata-legal', `{apiVersion: ${kind}, metadata: {name: a, ${metadata}}${rest}}`);

describe('metadata-legal', () => {
  it('takes what Kubernetes takes', () => {
    expect(
      told('labels: {app: "", app.kubernetes.io/name: a_B.c-1}, annotations: {example.com/x: "any text: {}"}'),
    ).toEqual([]);
    expect(told('labels: {version: "${VERSION}"}')).toEqual([]);
  });

  it.each([
    ['labels: {app: "a b"}', 'metadata.labels.app'],
    ['labels: {app: -a}', 'metadata.labels.app'],
    [`labels: {app: ${'a'.repeat(64)}}`, 'metadata.labels.app'],
    ['labels: {a b: c}', 'metadata.labels["a b"]'],
    ['labels: {a/b/c: d}', 'metadata.labels["a/b/c"]'],
    ['annotations: {Example.com/a: b}', 'metadata.annotations["Example.com/a"]'],
    [`annotations: {${'a'.repeat(64)}: b}`, `metadata.annotations.${'a'.repeat(64)}`],
  ])('refuses %s', (metadata, field) => {
    expect(told(metadata)).toMatchObject([{ severity: 'error', field }]);
  });

  it('knows the names that custom resources can have', () => {
    const topic = (name: string) =>
      tellOfYaml('metadata-legal', `{apiVersion: kafka.strimzi.io/v1, kind: KafkaTopic, metadata: {name: ${name}}}`);
    expect(topic('orders.v1-new')).toEqual([]);
    expect(topic('My_Topic')).toMatchObject([
      { field: 'metadata.name', given: 'My_Topic', remedy: expect.stringContaining('spec.topicName') },
    ]);
    expect(topic('a'.repeat(254))).toHaveLength(1);
    expect(topic('"a b"')).toMatchObject([{ remedy: 'Give it another name.' }]);
    const role = '{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: "system:A_b"}}';
    expect(tellOfYaml('metadata-legal', role)).toEqual([]);
  });

  it('looks into templates of operators and workloads, and not of others', () => {
    const spec = ', spec: {template: {pod: {metadata: {labels: {team: "a b"}}}}}';
    expect(told('', 'kafka.strimzi.io/v1, kind: KafkaBridge', spec)).toMatchObject([
      { field: 'spec.template.pod.metadata.labels.team' },
    ]);
    expect(told('', 'argoproj.io/v1alpha1, kind: ApplicationSet', spec)).toEqual([]);
  });
});
