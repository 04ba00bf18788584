import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const told = (source: string, release = StrimziRelease.V1_2) => {
  const isLate = release === StrimziRelease.V1_2;
  const spec = isLate
    ? `{target: {alias: b, tls: {}, config: {security.protocol: SSL}}, mirrors: [{source: {alias: a, ${source}}}]}`
    : `{connectCluster: b, clusters: [{alias: b, tls: {}, config: {security.protocol: SSL}}, {alias: a, ${source}}]}`;
  return tellOfYaml(
    'mirror-cluster-config',
    `{apiVersion: kafka.strimzi.io/${isLate ? 'v1' : 'v1beta2'}, kind: KafkaMirrorMaker2, metadata: {name: a}, spec: ${spec}}`,
    { release },
  ).map(({ field, effect }) => [field, effect]);
};

describe('mirror-cluster-config', () => {
  it.each([
    'config: {security.protocol: SASL_SSL, sasl.mechanism: AWS_MSK_IAM, sasl.jaas.config: a}',
    'tls: {}, config: {ssl.endpoint.identification.algorithm: "", request.timeout.ms: 1}',
    'authentication: {type: custom}, config: {client.id: a}',
  ])('takes {%s}', (source) => {
    expect(told(source)).toEqual([]);
  });

  it.each([
    ['tls: {}, config: {security.protocol: PLAINTEXT}', 'security.protocol'],
    ['tls: {}, config: {ssl.truststore.location: a}', 'ssl.truststore.location'],
    ['authentication: {type: plain}, config: {sasl.mechanism: PLAIN}', 'sasl.mechanism'],
    ['bootstrapServers: "a:1", config: {bootstrap.servers: "b:1"}', 'bootstrap.servers'],
  ])('tells of {%s}', (source, setting) => {
    expect(told(source)).toEqual([[`spec.mirrors[0].source.config["${setting}"]`, 'overridden']]);
    expect(told(source, StrimziRelease.V0_45)).toEqual([[`spec.clusters[1].config["${setting}"]`, 'overridden']]);
  });
});
