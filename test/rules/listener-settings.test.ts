import type { JsonObject } from '../../src/model/json';
import type { ListenerType } from '../../src/model/listener';
import { listenerSettings } from '../../src/rules/listener-settings';
import { cluster, tell } from './harness';

const told = (type: ListenerType, configuration: JsonObject) => {
  const listeners = [{ name: 'in', port: 9094, type, tls: true, configuration }];
  return tell(listenerSettings, { kafkaCluster: [cluster({ listeners })] });
};
const fields = (type: ListenerType, configuration: JsonObject) =>
  told(type, configuration).map(({ field }) => field?.replace('spec.kafka.listeners[0].configuration.', ''));

const host = { bootstrap: { host: 'a.example' }, brokers: [{ broker: 0, host: 'b.example' }] };

describe('listener-settings', () => {
  it('takes what a type has, and nulls', () => {
    expect(fields('route', { ...host, hostTemplate: 'b-{nodeId}.example' })).toEqual([]);
    expect(fields('nodeport', { preferredNodePortAddressType: 'Hostname', bootstrap: { nodePort: 30000 } })).toEqual(
      [],
    );
    expect(fields('internal', { useServiceDnsDomain: true, createBootstrapService: true, class: null })).toEqual([]);
    expect(fields('loadbalancer', { class: 'lb', finalizers: [], bootstrap: { annotations: { a: 'b' } } })).toEqual([]);
    expect(fields('cluster-ip', { maxConnections: 5, bootstrap: { alternativeNames: ['a'] } })).toEqual([]);
  });

  it.each(['internal', 'cluster-ip', 'loadbalancer', 'nodeport'] as const)('refuses hosts at type %s', (type) => {
    expect(fields(type, host)).toEqual(['bootstrap.host', 'brokers[0].host']);
  });

  it('refuses what other types have', () => {
    expect(fields('internal', { ipFamilyPolicy: 'x', ipFamilies: [], publishNotReadyAddresses: true })).toHaveLength(3);
    expect(fields('route', { class: 'x', externalTrafficPolicy: 'Local', createBootstrapService: false })).toHaveLength(
      3,
    );
    expect(fields('ingress', { useServiceDnsDomain: true, parentRefs: [], finalizers: [] })).toHaveLength(3);
    expect(fields('nodeport', { loadBalancerSourceRanges: [], brokers: [{ loadBalancerIP: '1.2.3.4' }] })).toEqual([
      'loadBalancerSourceRanges',
      'brokers[0].loadBalancerIP',
    ]);
    expect(told('internal', { bootstrap: { labels: {} } })).toMatchObject([
      { severity: 'error', given: {}, allowed: expect.stringContaining('labels, at listeners of type route') },
    ]);
  });
});
