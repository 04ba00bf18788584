import { tellOfYaml } from './harness';

const kafka = (config: string, cruiseControl = ', cruiseControl: {}') =>
  `{apiVersion: kafka.strimzi.io/v1, kind: Kafka, metadata: {name: k}, spec: {kafka: {listeners: [], config: {${config}}}${cruiseControl}}}`;
const pool = (replicas: number) =>
  `{apiVersion: kafka.strimzi.io/v1, kind: KafkaNodePool, metadata: {name: p, labels: {strimzi.io/cluster: k}}, spec: {replicas: ${replicas}, roles: [broker, controller], storage: {type: ephemeral}}}`;
const told = (...objects: readonly string[]) => tellOfYaml('cruise-control', objects.join('\n---\n'));
const metrics = 'cruise.control.metrics.topic';

describe('cruise-control', () => {
  it('takes two brokers, and a cluster without it', () => {
    expect(told(kafka(`${metrics}.replication.factor: 2, ${metrics}.min.insync.replicas: 2`), pool(2))).toEqual([]);
    expect(told(kafka('', ''), pool(1))).toEqual([]);
    expect(told(kafka(''))).toEqual([]); // Its pools are not seen.
  });

  it('refuses a single broker', () => {
    expect(told(kafka(''), pool(1))).toMatchObject([{ severity: 'error', field: 'spec.cruiseControl' }]);
  });

  it('refuses a topic of more replicas than there are, in sync or not', () => {
    expect(told(kafka(`${metrics}.replication.factor: 3`), pool(2))).toMatchObject([{ given: 3 }]);
    expect(told(kafka(`${metrics}.min.insync.replicas: 2`), pool(2))).toMatchObject([{ given: 2 }]);
    expect(told(kafka(`${metrics}.min.insync.replicas: 2, default.replication.factor: 2`), pool(2))).toEqual([]);
  });

  it.each(['num.partitions', 'replication.factor', 'min.insync.replicas'])(
    'refuses texts as %s of the topic',
    (setting) => {
      const name = `${metrics}.${setting}`;
      expect(told(kafka(`${name}: many`))).toMatchObject([
        { severity: 'error', field: `spec.kafka.config["${name}"]`, given: 'many', allowed: 'a whole number' },
      ]);
      expect(told(kafka(`${name}: 1.5`), pool(2))).toHaveLength(1);
      expect(told(kafka(`${name}: "1"`), pool(2))).toEqual([]);
      expect(told(kafka(`${name}: many`, ''), pool(2))).toEqual([]);
    },
  );

  it('leaves numbers of nodes that cannot be to whoever tells of them', () => {
    expect(told(kafka(''), pool(-1))).toEqual([]);
  });
});
