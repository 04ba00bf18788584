import { map } from '../model/guarded';
import { isCidr } from '../text/cidr';
import { listenerFields } from './listener-fields';
import { placesOf } from './places';
import { objectRule, type Breach } from './rule';

/** What a peer can be told by; an address block stands alone. */
const SELECTORS = ['podSelector', 'namespaceSelector'];

/** Peers of listeners are what Kubernetes takes, and keep somebody out. */
export const listenerPeers = objectRule({
  id: 'listener-peers',
  summary: 'Who may reach a listener is pods, namespaces or ranges of addresses, and there are some.',
  remedy: 'Give each peer selectors or an ipBlock, or leave networkPolicyPeers out to let in everybody.',
  effect: 'fails',
  source:
    'Kubernetes refuses the NetworkPolicy or Service that the operator makes of others (Strimzi 0.18.0 to 1.2.0; ValidateNetworkPolicyPeer of Kubernetes); no peers let in everybody (KafkaCluster).',
  catalog: ['L-062'],
  nouns: ['kafkaCluster'],
  check(object, report) {
    for (const { field, listener } of listenerFields(object)) {
      const { name, networkPolicyPeers: peers, configuration } = listener;
      const at = [...field, 'networkPolicyPeers'];
      if (peers?.length === 0) {
        report({
          effect: 'unlooked',
          field: at,
          given: [],
          allowed: 'one peer at least',
          message: `Listener "${name}" lets in everybody: an empty list is taken for none.`,
        });
      }
      peers?.forEach((peer, index) => {
        const wrong = peerBreach(map(peer));
        if (wrong) report({ ...wrong, field: [...at, index, ...(wrong.field ?? [])] });
      });
      for (const { field: range, value } of placesOf(configuration, 'loadBalancerSourceRanges.*')) {
        if (!isNoRange(value)) continue;
        report({
          field: [...field, 'configuration', ...range],
          given: value,
          allowed: RANGE,
          message: `Listener "${name}" takes connections from what is no range of addresses.`,
          remedy: 'Correct the range, or leave it out; without loadBalancerSourceRanges everybody is let in.',
        });
      }
    }
  },
});

type Peer = Readonly<Record<string, unknown>>;

function peerBreach(peer: Peer): Breach | undefined {
  const { ipBlock } = peer;
  const has = (name: string): boolean => peer[name] !== undefined && peer[name] !== null;
  const selectors = SELECTORS.filter(has);
  if (!has('ipBlock')) {
    return selectors.length > 0
      ? undefined
      : { given: peer, allowed: 'podSelector, namespaceSelector, ipBlock', message: 'A peer says nobody.' };
  }
  if (selectors.length > 0) {
    return {
      given: ['ipBlock', ...selectors],
      allowed: 'ipBlock alone, or selectors',
      message: `A peer is a range of addresses or pods: ipBlock and ${selectors.join(', ')} do not go together.`,
    };
  }
  const { cidr } = map(ipBlock);
  if (!isNoRange(cidr)) return undefined;
  return { field: ['ipBlock', 'cidr'], given: cidr, allowed: RANGE, message: 'A peer is no range of addresses.' };
}

const RANGE = 'a range of addresses, such as 10.0.0.0/8';

/** What a tool fills in later nobody can tell, and what is no text the schema tells. */
function isNoRange(given: unknown): boolean {
  return typeof given === 'string' && !given.includes('${') && !isCidr(given);
}
