import { StrimziRelease } from '../../src/dialects/releases';
import type { JsonObject } from '../../src/model/json';
import type { ListenerType } from '../../src/model/listener';
import { listenerSettings } from '../../src/rules/listener-settings';
import { cluster, tell } from './harness';

const told = (type: ListenerType, configuration: JsonObject, release = StrimziRelease.V1_2) => {
  const listeners = [{ name: 'in', port: 9094, type, tls: true, configuration }];
  return tell(listenerSettings, { kafkaCluster: [cluster({ listeners })], release });
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
    expect(fields('ingress', { useServiceDnsDomain: true, parentRefs: [], finalizers: ['a'] })).toHaveLength(3);
    expect(
      fields('nodeport', { loadBalancerSourceRanges: ['10.0.0.0/8'], brokers: [{ loadBalancerIP: '1.2.3.4' }] }),
    ).toEqual(['loadBalancerSourceRanges', 'brokers[0].loadBalancerIP']);
    expect(told('internal', { bootstrap: { labels: { a: 'b' } } })).toMatchObject([
      { severity: 'error', given: { a: 'b' }, allowed: expect.stringContaining('labels, at listeners of type route') },
    ]);
  });

  it('takes empty lists and maps for nothing, as the operator does', () => {
    const empty = { loadBalancerSourceRanges: [], finalizers: [], bootstrap: { labels: {}, annotations: {} } };
    expect(fields('internal', empty)).toEqual([]);
    expect(fields('internal', { perBrokerLabelsTemplate: {}, ipFamilies: [] })).toEqual(['ipFamilies']);
  });

  it.each([
    ['class', 'loadbalancer', StrimziRelease.V0_32, StrimziRelease.V0_33, { class: 'x' }],
    ['bootstrap.nodePort', 'loadbalancer', StrimziRelease.V0_29, StrimziRelease.V0_30, { bootstrap: { nodePort: 1 } }],
    ['useServiceDnsDomain', 'cluster-ip', StrimziRelease.V0_32, StrimziRelease.V0_33, { useServiceDnsDomain: true }],
  ] as const)('refuses %s at type %s until the operator takes it', (field, type, before, since, configuration) => {
    expect(told(type, configuration, before).map((each) => each.field)).toEqual([
      `spec.kafka.listeners[0].configuration.${field}`,
    ]);
    expect(told(type, configuration, before)[0]?.message).toContain('yet');
    expect(told(type, configuration, since)).toEqual([]);
  });

  it('says nothing of a type that is none: its settings may be right', () => {
    expect(told('loadblancer' as ListenerType, { finalizers: ['a'] })).toEqual([]);
  });
});
