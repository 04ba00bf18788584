import type { JsonObject } from '../../src/model/json';
import type { ListenerType } from '../../src/model/listener';
import { listenerTemplates } from '../../src/rules/listener-templates';
import { cluster, tell } from './harness';

const told = (configuration: JsonObject, replicas = 3, type: ListenerType = 'route') => {
  const listeners = [{ name: 'out', port: 9094, type, tls: true, configuration }];
  const brokers = { replicas, storage: { type: 'ephemeral' } } as const;
  return tell(listenerTemplates, { kafkaCluster: [cluster({ listeners, brokers })] });
};

describe('listener-templates', () => {
  it.each([
    [{ hostTemplate: 'b{nodeId}.example.com', advertisedHostTemplate: '{nodePodName}.example.com' }],
    [{ advertisedHostTemplate: 'proxy.example.com', advertisedPortTemplate: '9100 + {nodeId}' }],
    [{ advertisedPortTemplate: '({nodeId} + 1) * (10 - 2) + 9000' }],
    [{ perBrokerLabelsTemplate: { pod: '{nodePodName}', team: 'shop' } }],
    [{ hostTemplate: '${HOST}', advertisedPortTemplate: '${PORT}' }],
  ])('takes %j', (configuration: JsonObject) => {
    expect(told(configuration)).toEqual([]);
  });

  it.each([
    [{ advertisedPortTemplate: '9100 + {podId}' }, 'advertisedPortTemplate'],
    [{ advertisedPortTemplate: '9100 / {nodeId}' }, 'advertisedPortTemplate'],
    [{ advertisedPortTemplate: '(9100 + {nodeId}' }, 'advertisedPortTemplate'],
    [{ advertisedPortTemplate: '' }, 'advertisedPortTemplate'],
    [{ advertisedPortTemplate: '9100 {nodeId}' }, 'advertisedPortTemplate'],
  ])('refuses the port of %j', (configuration: JsonObject, field) => {
    expect(told(configuration)).toMatchObject([
      { severity: 'error', field: `spec.kafka.listeners[0].configuration.${field}` },
    ]);
  });

  it('refuses one address for all brokers', () => {
    const at = 'spec.kafka.listeners[0].configuration.advertisedHostTemplate';
    const advertised = { advertisedHostTemplate: 'proxy.example.com' };
    expect(told(advertised)).toMatchObject([{ severity: 'error', field: at }]);
    expect(told({ ...advertised, advertisedPortTemplate: '9100' })).toMatchObject([{ severity: 'error', field: at }]);
    expect(told(advertised, 1)).toEqual([]);
  });

  it('takes one host where ports tell brokers apart, or single brokers have another', () => {
    const advertised = { advertisedHostTemplate: 'proxy.example.com' };
    expect(told(advertised, 3, 'nodeport')).toEqual([]);
    expect(told({ ...advertised, brokers: [{ broker: 0, advertisedPort: 9100 }] })).toEqual([]);
    expect(told({ ...advertised, brokers: [{ broker: 0, host: 'b.example.com' }] })).toHaveLength(1);
    expect(told({ ...advertised, advertisedPortTemplate: '${PORT}' })).toEqual([]);
  });

  it('tells of names that nobody knows, which no host can have', () => {
    expect(told({ hostTemplate: 'b{id}.example.com', perBrokerAnnotationsTemplate: { dns: '{host}' } })).toMatchObject([
      { effect: 'fails', field: 'spec.kafka.listeners[0].configuration.hostTemplate' },
      { severity: 'warning', field: 'spec.kafka.listeners[0].configuration.perBrokerAnnotationsTemplate.dns' },
    ]);
  });

  it('wants hosts that tell brokers apart, where there are several', () => {
    expect(told({ hostTemplate: 'kafka.example.com' })).toMatchObject([{ severity: 'error' }]);
    expect(told({ hostTemplate: 'kafka.example.com' }, 1)).toEqual([]);
  });
});
