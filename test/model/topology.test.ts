import { clusterAddresses } from '../../src/dialects/operator-names';
import { StrimziRelease } from '../../src/dialects/releases';
import type { Noun, Records } from '../../src/model/nouns';
import { Placed, Topology, type SiteFacts } from '../../src/model/topology';
import { cluster } from '../rules/harness';

const site: SiteFacts = {
  platform: 'kubernetes',
  release: StrimziRelease.V1_2.facts,
  kubernetesCluster: 'one',
  namespace: 'shop',
};
const topology = new Topology(clusterAddresses);
const add = <N extends Noun>(noun: N, record: Records[N]): Placed<Records[N]> => {
  const placed = new Placed(record, site, { path: record.name });
  topology.add(noun, placed);
  return placed;
};

const alone = add('kafkaCluster', cluster({ name: 'asia' }));
const twin = add('kafkaCluster', cluster());
add('kafkaCluster', cluster());
const elsewhere = add('kafkaCluster', cluster({ namespace: 'bank' }));
const topics = ['asia', 'europe'].map((name) => add('topic', { name: `orders-${name}`, cluster: name }));
const banked = add('topic', { name: 'accounts', cluster: 'europe', namespace: 'bank' });
const unseen = add('topic', { name: 'lost', cluster: 'atlantis' });

describe('a topology', () => {
  it('knows a cluster by its namespace and its name', () => {
    expect(topology.clusterOf(topics[0] as never)).toBe(alone);
    expect(topology.clusterOf(banked)).toBe(elsewhere);
    expect(topology.membersOf('topic', elsewhere)).toEqual([banked]);
    expect(topology.clusterOf(unseen)).toBeUndefined();
  });

  it('says nothing of what belongs to one of several objects that claim to be one cluster', () => {
    expect(topology.clusterOf(topics[1] as never)).toBeUndefined();
    expect(topology.membersOf('topic', twin)).toEqual([]);
    expect(topology.byCluster('topic')).toEqual([[topics[0]], [banked], [unseen]]);
    expect(topology.endOf('europe-kafka-bootstrap:9092', topics[1] as never)?.cluster).toBeUndefined();
  });
});
