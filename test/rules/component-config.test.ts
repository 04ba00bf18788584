import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const told = (kind: string, spec: string, release = StrimziRelease.V0_45, version = 'v1beta2') =>
  tellOfYaml(
    'component-config',
    `{apiVersion: kafka.strimzi.io/${version}, kind: ${kind}, metadata: {name: a}, spec: ${spec}}`,
    {
      release,
    },
  );

describe('component-config', () => {
  it('takes settings that are the team’s, and exceptions from what is not', () => {
    const config = '{key.converter: a, ssl.protocol: TLSv1.3, ssl.endpoint.identification.algorithm: "", group.id: g}';
    expect(told('KafkaConnect', `{config: ${config}}`)).toEqual([]);
    expect(
      told('KafkaMirrorMaker2', '{connectCluster: b, clusters: [{alias: a, config: {ssl.x: y}}, {alias: b}]}'),
    ).toEqual([]);
  });

  it.each([
    ['KafkaConnect', '{config: {bootstrap.servers: x}}', 'spec.config["bootstrap.servers"]', 'Give bootstrapServers.'],
    ['KafkaConnect', '{config: {SASL.mechanism: x}}', 'spec.config["SASL.mechanism"]', 'Give authentication.'],
    ['KafkaConnector', '{config: {tasks.max: 2}}', 'spec.config["tasks.max"]', 'Give tasksMax.'],
    ['KafkaMirrorMaker', '{consumer: {config: {group.id: x}}}', 'spec.consumer.config["group.id"]', 'Give groupId.'],
    [
      'KafkaBridge',
      '{producer: {config: {security.protocol: x}}}',
      'spec.producer.config["security.protocol"]',
      undefined,
    ],
    [
      'Kafka',
      '{cruiseControl: {config: {webserver.http.port: 1}}}',
      'spec.cruiseControl.config["webserver.http.port"]',
      undefined,
    ],
    [
      'Kafka',
      '{zookeeper: {config: {4lw.commands.whitelist: x}}}',
      'spec.zookeeper.config["4lw.commands.whitelist"]',
      undefined,
    ],
    [
      'KafkaMirrorMaker2',
      '{connectCluster: b, clusters: [{alias: a}, {alias: b, config: {ssl.x: y}}]}',
      'spec.clusters[1].config["ssl.x"]',
      undefined,
    ],
    [
      'KafkaMirrorMaker2',
      '{mirrors: [{sourceConnector: {config: {name: x}}}]}',
      'spec.mirrors[0].sourceConnector.config.name',
      undefined,
    ],
  ])('warns of what the operator drops: %s %s', (kind, spec, field, remedy) => {
    expect(told(kind, spec)).toMatchObject([{ severity: 'warning', field, ...(remedy && { remedy }) }]);
  });

  it('names the settings that begin so and are the team’s, as the release has them', () => {
    const ciphers = 'ssl.cipher.suites, ssl.enabled.protocols, ssl.endpoint.identification.algorithm, ssl.protocol';
    expect(told('KafkaConnect', '{config: {SSL.x: y}}')).toMatchObject([{ allowed: ciphers }]);
    expect(told('KafkaConnect', '{config: {rest.port: 1}}')[0]).not.toHaveProperty('allowed');
    const quorum = '{zookeeper: {config: {ssl.quorum.x: y}}}';
    expect(told('Kafka', quorum, StrimziRelease.V0_18, 'v1beta1')[0]?.allowed).not.toContain('hostnameVerification');
    expect(told('Kafka', quorum)[0]?.allowed).toContain('ssl.quorum.hostnameVerification');
  });

  it('knows since when', () => {
    const spec = '{config: {group.id: x, prometheus.metrics.reporter.port: 1}}';
    expect(told('KafkaConnect', spec, StrimziRelease.V0_49).map(({ field }) => field)).toEqual([
      'spec.config["prometheus.metrics.reporter.port"]',
    ]);
    expect(told('KafkaConnect', spec, StrimziRelease.V1_2, 'v1')).toHaveLength(2);
    expect(told('KafkaConnector', '{config: {tasks.max: 2}}', StrimziRelease.V0_28)).toEqual([]);
    expect(told('KafkaConnector', '{config: {tasks.max.enforce: x}}', StrimziRelease.V0_43)).toHaveLength(1);
    expect(told('KafkaConnector', '{config: {tasks.max.enforce: x}}', StrimziRelease.V0_44)).toEqual([]);
  });

  it('shows no secret', () => {
    const findings = told('KafkaConnect', '{config: {ssl.keystore.password: hush}}');
    expect(findings).toHaveLength(1);
    expect(JSON.stringify(findings)).not.toContain('hush');
  });
});

it('tells of settings of ZooKeeper that the operator sets, and lets through', () => {
  const kafka =
    '{apiVersion: kafka.strimzi.io/v1beta2, kind: Kafka, metadata: {name: k}, spec: {zookeeper: {config: {dataDir: /d, clientPort: 1, datadir: /d, tickTime: 1}}}}';
  expect(tellOfYaml('component-config', kafka, { release: StrimziRelease.V0_45 })).toMatchObject([
    { effect: 'unlooked', field: 'spec.zookeeper.config.dataDir' },
    { effect: 'unlooked', field: 'spec.zookeeper.config.clientPort' },
  ]);
});
