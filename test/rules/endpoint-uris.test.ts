import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const told = (kind: string, spec: string) =>
  tellOfYaml(
    'endpoint-uris',
    `{apiVersion: kafka.strimzi.io/v1beta2, kind: ${kind}, metadata: {name: a}, spec: {${spec}}}`,
    {
      release: StrimziRelease.V0_45,
    },
  );
const listener = (uri: string) => `kafka: {listeners: [{authentication: {type: oauth, jwksEndpointUri: "${uri}"}}]}`;
const login = (uri: string) => `authentication: {type: oauth, tokenEndpointUri: "${uri}"}`;
const traces = (container: string, value: string) =>
  `template: {${container}: {env: [{name: A, value: b}, {name: OTEL_EXPORTER_OTLP_ENDPOINT, value: "${value}"}]}}`;

describe('endpoint-uris', () => {
  it.each([
    ['Kafka', listener('https://id.example.com/realms/a/certs')],
    ['KafkaConnect', login('http://id:8080/token')],
    ['KafkaConnect', login('${ID}/token')],
    ['KafkaBridge', traces('bridgeContainer', 'http://collector:4317')],
    ['KafkaConnect', traces('connectContainer', '$(HOST):4317')],
  ])('takes %s {%s}', (kind, spec) => {
    expect(told(kind, spec)).toEqual([]);
  });

  it.each([
    ['Kafka', listener('id.example.com/certs'), 'spec.kafka.listeners[0].authentication.jwksEndpointUri'],
    ['Kafka', 'kafka: {authorization: {type: opa, url: "opa:8181/v1"}}', 'spec.kafka.authorization.url'],
    ['KafkaBridge', login('https//id/token'), 'spec.authentication.tokenEndpointUri'],
    [
      'KafkaMirrorMaker2',
      `clusters: [{alias: a, ${login('ftp://id')}}]`,
      'spec.clusters[0].authentication.tokenEndpointUri',
    ],
    ['KafkaConnect', traces('connectContainer', 'collector:4317'), 'spec.template.connectContainer.env[1].value'],
  ])('refuses %s {%s}', (kind, spec, field) => {
    expect(told(kind, spec)).toMatchObject([{ severity: 'error', field }]);
  });
});
