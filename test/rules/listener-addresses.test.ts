import { tellOfYaml } from './harness';

const told = (configuration: string) =>
  tellOfYaml(
    'listener-addresses',
    `{apiVersion: kafka.strimzi.io/v1, kind: Kafka, metadata: {name: k}, spec: {kafka: {listeners: [{name: out, port: 9094, type: ingress, tls: true, configuration: ${configuration}}]}}}`,
  );

describe('listener-addresses', () => {
  it.each([
    '{bootstrap: {host: kafka.example.com, alternativeNames: ["*.example.com", 10.0.0.1]}}',
    '{hostTemplate: "broker-{nodeId}.example.com", advertisedHostTemplate: "{nodePodName}.example.com"}',
    '{bootstrap: {host: "${HOST}"}}',
    '{hostTemplate: "broker-{id}.example.com"}', // Which placeholders there are is told by others.
  ])('takes %s', (configuration) => {
    expect(told(configuration)).toEqual([]);
  });

  it.each([
    ['{bootstrap: {host: "https://kafka.example.com"}}', 'bootstrap.host'],
    ['{bootstrap: {host: "kafka.example.com:9094"}}', 'bootstrap.host'],
    ['{bootstrap: {alternativeNames: [a, b/c]}}', 'bootstrap.alternativeNames[1]'],
    ['{brokers: [{broker: 0, advertisedHost: "a b"}]}', 'brokers[0].advertisedHost'],
    ['{hostTemplate: "broker-{nodeId}.example.com:80"}', 'hostTemplate'],
  ])('refuses %s', (configuration, field) => {
    expect(told(configuration)).toMatchObject([
      { severity: 'error', field: `spec.kafka.listeners[0].configuration.${field}` },
    ]);
  });
});
