import type { JsonObject } from '../../src/model/json';
import { listenerPeers } from '../../src/rules/listener-peers';
import { cluster, tell } from './harness';

const told = (networkPolicyPeers?: readonly JsonObject[], configuration?: JsonObject) => {
  const listener = { name: 'out', port: 9094, type: 'loadbalancer' as const, tls: true };
  return tell(listenerPeers, {
    kafkaCluster: [
      cluster({
        listeners: [
          { ...listener, ...(networkPolicyPeers && { networkPolicyPeers }), ...(configuration && { configuration }) },
        ],
      }),
    ],
  });
};
const at = 'spec.kafka.listeners[0].networkPolicyPeers';
const selector = { matchLabels: { app: 'shop' } };

describe('listener-peers', () => {
  it.each([
    [undefined],
    [[{ podSelector: selector }]],
    [[{ podSelector: {}, namespaceSelector: selector }, { namespaceSelector: {} }]],
    [[{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }, { ipBlock: { cidr: '2001:db8::/32' } }]],
    [[{ ipBlock: { cidr: '${RANGE}' } }]],
  ])('takes %j', (peers?: readonly JsonObject[]) => {
    expect(told(peers)).toEqual([]);
  });

  it('warns of a list that keeps nobody out', () => {
    expect(told([])).toMatchObject([{ severity: 'warning', field: at }]);
  });

  it.each([
    [{}, `${at}[0]`],
    [{ podSelector: null }, `${at}[0]`],
    [{ ipBlock: { cidr: '10.0.0.0/8' }, podSelector: {} }, `${at}[0]`],
    [{ ipBlock: { cidr: '10.0.0.1' } }, `${at}[0].ipBlock.cidr`],
    [{ ipBlock: { cidr: '10.0.0.0/33' } }, `${at}[0].ipBlock.cidr`],
    [{ ipBlock: { cidr: '10.0.256.0/8' } }, `${at}[0].ipBlock.cidr`],
    [{ ipBlock: { cidr: '2001:db8::/129' } }, `${at}[0].ipBlock.cidr`],
  ])('tells of %j, which Kubernetes refuses', (peer, field) => {
    expect(told([peer])).toMatchObject([{ severity: 'error', field }]);
  });

  it('holds the ranges of load balancers to the same', () => {
    expect(told(undefined, { loadBalancerSourceRanges: ['10.0.0.0/8', ' 11.0.0.0/8 '] })).toEqual([]);
    expect(told(undefined, { loadBalancerSourceRanges: ['10.0.0.0/8', 'office'] })).toMatchObject([
      {
        field: 'spec.kafka.listeners[0].configuration.loadBalancerSourceRanges[1]',
        given: 'office',
        remedy: 'Correct the range, or leave it out; without loadBalancerSourceRanges everybody is let in.',
      },
    ]);
  });
});
