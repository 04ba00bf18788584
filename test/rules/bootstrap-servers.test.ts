import { tellOfYaml } from './harness';

const told = (servers: string, kind = 'KafkaConnect', spec = `{bootstrapServers: "${servers}"}`) =>
  tellOfYaml(
    'bootstrap-servers',
    `{apiVersion: kafka.strimzi.io/v1, kind: ${kind}, metadata: {name: a}, spec: ${spec}}`,
  );

describe('bootstrap-servers', () => {
  it.each([
    'k-kafka-bootstrap:9093',
    'a.example:9092, b.example:9092',
    '10.0.0.1:9092,',
    '[fd00::1]:9092',
    'PLAINTEXT://a_b:9092',
  ])('takes %s', (servers) => {
    expect(told(servers)).toEqual([]);
  });

  it.each(['', 'kafka', 'kafka:', 'kafka:9092/topic', 'a:9092;b:9092', 'a:9092 b:9092', 'a:99999'])(
    'refuses "%s"',
    (servers) => {
      expect(told(servers)).toMatchObject([{ severity: 'error', field: 'spec.bootstrapServers', given: servers }]);
    },
  );

  it('looks at all ends of a mirror', () => {
    const spec =
      '{target: {bootstrapServers: a}, mirrors: [{source: {bootstrapServers: "b:1"}}, {source: {bootstrapServers: c}}]}';
    expect(told('', 'KafkaMirrorMaker2', spec).map(({ field }) => field)).toEqual([
      'spec.target.bootstrapServers',
      'spec.mirrors[1].source.bootstrapServers',
    ]);
  });
});
