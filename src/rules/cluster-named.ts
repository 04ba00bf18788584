import type { Placed } from '../model/topology';
import type { ResourceRecord } from '../model/resource';
import { CLUSTER_LABEL, nearestRemedy, Owners, unnamedBreach } from './of-cluster';
import { topologyRule, type Breach } from './rule';

const NOUNS = ['topic', 'user'] as const;

/** A topic or a user names the cluster that it is of. */
export const clusterNamed = topologyRule({
  id: 'cluster-named',
  summary: 'A topic or a user names its Kafka cluster in the label strimzi.io/cluster, and it is one that is there.',
  remedy: 'Name the Kafka cluster in the label strimzi.io/cluster.',
  effect: 'ignored',
  source: 'The operators of a cluster look for the objects that have its label (Strimzi 0.18.0 to 1.2.0).',
  catalog: ['T-007', 'T-038', 'U-023'],
  across: (topology, report) => {
    const placed = topology.all('kafkaCluster');
    const clusters = new Owners(placed);
    // The operators of a cluster can be told to look elsewhere.
    const anywhere = new Set(placed.map(({ record }) => record.name));
    const isMissing = (object: Stranger): boolean =>
      !anywhere.has(object.record.cluster) &&
      clusters.lack(object, object.record.cluster) &&
      !topology.isOfContested(object);
    for (const noun of NOUNS) {
      const strangers: Stranger[] = [];
      for (const object of topology.all(noun)) {
        const { cluster } = object.record;
        if (cluster === '') report(object, namelessBreach(noun, object));
        else if (isMissing(object)) strangers.push(object);
      }
      for (const [first, ...others] of byCluster(strangers)) {
        if (first) report(first, strangerBreach(noun, [first, ...others], clusters.namesBeside(first)));
      }
    }
  },
});

type Stranger = Placed<ResourceRecord & { readonly cluster: string }>;

/** Those that lack one cluster, together. */
function byCluster(strangers: readonly Stranger[]): Iterable<readonly Stranger[]> {
  const groups = new Map<string, Stranger[]>();
  for (const object of strangers) {
    const { record, site } = object;
    const key = `${site.kubernetesCluster}\0${record.namespace ?? site.namespace}\0${record.cluster}`;
    const known = groups.get(key);
    if (known) known.push(object);
    else groups.set(key, [object]);
  }
  return groups.values();
}

/** How many of those that lack one cluster are named. */
const NAMED = 3;

function namelessBreach(noun: string, object: Placed<ResourceRecord>): Breach {
  return unnamedBreach(object, {
    allowed: 'the name of a Kafka cluster',
    message: `The ${noun} is of no Kafka cluster, and no operator of one looks at it.`,
  });
}

/** Where other clusters are, the one that is named may still be somebody else's. What lacks it is told of once. */
function strangerBreach(
  noun: string,
  [first, ...others]: readonly [Stranger, ...Stranger[]],
  known: readonly string[],
): Breach {
  const { cluster: given } = first.record;
  const names = others.slice(0, NAMED).map(({ record }) => record.name);
  const more = others.length > NAMED ? [`${others.length - NAMED} more`] : [];
  const beside = names.length === 0 ? '' : `, nor beside others that name it: ${[...names, ...more].join(', ')}`;
  return {
    effect: 'unlooked',
    field: CLUSTER_LABEL,
    given,
    allowed: known.join(', '),
    message: `There is no Kafka cluster "${given}" beside the ${noun}${beside}.`,
    remedy: 'Name a Kafka cluster that there is, or waive this where the cluster is made elsewhere.',
    ...nearestRemedy(given, known),
  };
}
