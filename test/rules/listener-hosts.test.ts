import { StrimziRelease } from '../../src/dialects/releases';
import type { JsonObject } from '../../src/model/json';
import { listenerHosts } from '../../src/rules/listener-hosts';
import { cluster, tell } from './harness';
import { kraft, pool } from './mirrors';

const listeners = (configuration?: JsonObject) => [
  { name: 'out', port: 9094, type: 'ingress' as const, tls: true, ...(configuration && { configuration }) },
];
const told = (configuration?: JsonObject) =>
  tell(listenerHosts, { kafkaCluster: [cluster({ listeners: listeners(configuration) })] });
const bootstrap = { host: 'kafka.example' };
const brokers = (...ids: number[]) => ids.map((broker) => ({ broker, host: `b${broker}.example` }));

describe('listener-hosts', () => {
  it('takes a host for each broker, or a template', () => {
    expect(told({ bootstrap, brokers: brokers(0, 1, 2) })).toEqual([]);
    expect(told({ bootstrap, hostTemplate: 'b{nodeId}.example' })).toEqual([]);
    expect(tell(listenerHosts, { kafkaCluster: [cluster()] })).toEqual([]);
  });

  it('refuses an ingress without any host', () => {
    expect(told()).toMatchObject([
      { field: 'spec.kafka.listeners[0].configuration.bootstrap.host', severity: 'error' },
      { field: 'spec.kafka.listeners[0].configuration.brokers', message: expect.stringContaining('any broker') },
    ]);
  });

  it('tells the place that the first releases have for the listener', () => {
    const [plain, external] = [
      { name: 'plain', port: 9092, type: 'internal' as const, tls: false },
      { name: 'external', port: 9094, type: 'ingress' as const, tls: true },
    ];
    const given = { kafkaCluster: [cluster({ listeners: [plain, external] })], release: StrimziRelease.V0_18 };
    expect(tell(listenerHosts, given)).toMatchObject([
      { field: 'spec.kafka.listeners.external.configuration.bootstrap.host' },
      { field: 'spec.kafka.listeners.external.configuration.brokers' },
    ]);
  });

  it('refuses one that lacks hosts of some brokers, by their ids where those are known', () => {
    expect(told({ bootstrap, brokers: [...brokers(1, 9), { broker: 0 }] })).toMatchObject([
      { message: expect.stringContaining('no host for broker 0, 2') },
    ]);
    const kafkaCluster = [kraft('k', { listeners: listeners({ bootstrap, brokers: brokers(5) }) })];
    expect(tell(listenerHosts, { kafkaCluster, nodePool: [pool('k', 'p', 3)] })).toMatchObject([
      { message: expect.stringContaining('2 of its 3 brokers') },
    ]);
    expect(tell(listenerHosts, { kafkaCluster })).toEqual([]);
  });
});
