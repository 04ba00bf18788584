import type { JsonObject } from '../../src/model/json';
import { listenerNumbers } from '../../src/rules/listener-numbers';
import { cluster, tell } from './harness';

const told = (configuration: JsonObject) =>
  tell(listenerNumbers, {
    kafkaCluster: [
      cluster({ listeners: [{ name: 'out', port: 9094, type: 'loadbalancer', tls: true, configuration }] }),
    ],
  });

describe('listener-numbers', () => {
  it.each([
    [{ maxConnections: 0, maxConnectionCreationRate: 0 }],
    [{ brokers: [{ broker: 0, advertisedPort: 1 }, { broker: 1, advertisedPort: 65535 }, { broker: 2 }] }],
    [{ maxConnections: '${LIMIT}' }],
  ])('takes %j', (configuration: JsonObject) => {
    expect(told(configuration)).toEqual([]);
  });

  it.each([
    [{ maxConnections: -1 }, 'maxConnections', -1, 'a whole number from 0'],
    [{ maxConnectionCreationRate: -2 }, 'maxConnectionCreationRate', -2, 'a whole number from 0'],
    [{ brokers: [{ advertisedPort: 0 }] }, 'brokers[0].advertisedPort', 0, 'a whole number from 1 to 65535'],
    [
      { brokers: [{}, { advertisedPort: 99999 }] },
      'brokers[1].advertisedPort',
      99999,
      'a whole number from 1 to 65535',
    ],
    [{ bootstrap: { nodePort: 0 } }, 'bootstrap.nodePort', 0, 'a whole number from 1 to 65535'],
    [{ brokers: [{ broker: -1 }] }, 'brokers[0].broker', -1, 'a whole number from 0'],
  ])('refuses %j', (configuration: JsonObject, field, given, allowed) => {
    expect(told(configuration)).toMatchObject([
      { severity: 'error', field: `spec.kafka.listeners[0].configuration.${field}`, given, allowed },
    ]);
  });

  it('refuses a port that there is not', () => {
    const listeners = [{ name: 'in', port: 123_456, type: 'internal', tls: true }] as const;
    expect(tell(listenerNumbers, { kafkaCluster: [cluster({ listeners })] })).toMatchObject([
      { severity: 'error', field: 'spec.kafka.listeners[0].port', given: 123_456 },
    ]);
  });
});
