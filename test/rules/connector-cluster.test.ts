import { tellOfYaml } from './harness';

const connect = (annotation: string) =>
  `{apiVersion: kafka.strimzi.io/v1, kind: KafkaConnect, metadata: {name: c, annotations: {strimzi.io/use-connector-resources: "${annotation}"}}, spec: {}}`;
const connector = (labels: string) =>
  `{apiVersion: kafka.strimzi.io/v1, kind: KafkaConnector, metadata: {name: a, labels: {${labels}}}, spec: {}}`;
const told = (...objects: readonly string[]) => tellOfYaml('connector-cluster', objects.join('\n---\n'));

describe('connector-cluster', () => {
  it('takes a connector of a Connect that wants it, or that is not seen', () => {
    expect(told(connect('true'), connector('strimzi.io/cluster: c'))).toEqual([]);
    expect(told(connector('strimzi.io/cluster: c'))).toEqual([]);
  });

  it('refuses others', () => {
    expect(told(connector('app: a'))).toMatchObject([
      { severity: 'error', field: 'metadata.labels["strimzi.io/cluster"]' },
    ]);
    expect(told(connect('true'), connector('strimzi.io/cluster: d'))).toMatchObject([{ given: 'd', allowed: 'c' }]);
    expect(told(connect('false'), connector('strimzi.io/cluster: c'))).toMatchObject([
      { remedy: expect.stringContaining('use-connector-resources') },
    ]);
  });

  it('names the Connects beside it that would take it', () => {
    const named = (name: string) => connect('true').replace('name: c', `name: ${name}`);
    const idle = named('x').replace('spec: {}', 'spec: {replicas: 0}');
    expect(told(connect('false'), named('e'), idle, connector('strimzi.io/cluster: c'))).toMatchObject([
      { field: 'metadata.labels["strimzi.io/cluster"]', given: 'c', allowed: 'e' },
    ]);
    expect(told(connect('false'), connector('strimzi.io/cluster: c'))[0]).not.toHaveProperty('allowed');
  });

  it('refuses one of a Connect without workers', () => {
    const idle = connect('true').replace('spec: {}', 'spec: {replicas: 0}');
    expect(told(idle, connector('strimzi.io/cluster: c'))).toMatchObject([
      { severity: 'error', message: 'KafkaConnect c has no workers.' },
    ]);
  });
});
