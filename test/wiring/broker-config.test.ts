import { brokerConfig, type BrokerFacts } from '../../src/wiring/broker-config';

const config = (changes: Partial<BrokerFacts> = {}): unknown =>
  brokerConfig({
    brokers: 3,
    version: '2.4.0',
    release: { messageFormat: false, topicOperator: 'bidirectional' },
    topicCreation: false,
    ...changes,
  });

describe("brokers' settings", () => {
  it.each([
    [0, 1, 1],
    [1, 1, 1],
    [2, 2, 1],
    [3, 3, 2],
    [9, 3, 2],
  ])('of %i brokers ask for %i replicas, %i of them in sync', (brokers, replicas, inSync) => {
    expect(config({ brokers })).toEqual({
      'offsets.topic.replication.factor': replicas,
      'transaction.state.log.replication.factor': replicas,
      'transaction.state.log.min.isr': inSync,
      'default.replication.factor': replicas,
      'min.insync.replicas': inSync,
    });
  });

  it('tell the message format where the release needs it', () => {
    const release = { messageFormat: true, topicOperator: 'bidirectional' } as const;
    expect(config({ release })).toHaveProperty(['log.message.format.version'], '2.4');
  });

  it('keep brokers from making topics behind the topic operator, unless somebody counts on it', () => {
    const release = { messageFormat: false, topicOperator: 'unidirectional' } as const;
    expect(config()).not.toHaveProperty(['auto.create.topics.enable']);
    expect(config({ release })).toHaveProperty(['auto.create.topics.enable'], false);
    expect(config({ release, topicCreation: true })).not.toHaveProperty(['auto.create.topics.enable']);
  });

  it("yield to the team's own, which may also take one away", () => {
    const own = { 'min.insync.replicas': undefined, 'default.replication.factor': 1, 'num.partitions': 6 };
    expect(config({ own })).toEqual({
      'offsets.topic.replication.factor': 3,
      'transaction.state.log.replication.factor': 3,
      'transaction.state.log.min.isr': 2,
      'default.replication.factor': 1,
      'num.partitions': 6,
    });
  });
});
