import type { FieldPath } from '../model/field';
import type { KafkaClusterRecord } from '../model/kafka-cluster';
import type { ResourceRecord } from '../model/resource';
import type { Placed, Topology } from '../model/topology';
import { hasRoles } from './node-pool-roles';
import { topologyRule, type Breach } from './rule';

/** A cluster has nodes. */
export const kafkaClusterNodes = topologyRule({
  id: 'kafka-cluster-nodes',
  summary: 'Brokers and ZooKeeper nodes are whole numbers of at least one; a node pool may be empty beside others.',
  remedy: 'Ask for one node at least.',
  effect: 'refused',
  source: 'The operator refuses a cluster without nodes with InvalidResource (Strimzi 0.18.0 to 1.2.0, NodePoolUtils).',
  catalog: ['K-050', 'K-051', 'P-001', 'P-003', 'K-054'],
  across: (topology, report) => {
    const places = poolPlaces(topology);
    for (const placed of topology.all('kafkaCluster')) {
      const { brokers, zookeeper } = placed.record;
      const told = [
        ...(brokers ? countBreach(['spec', 'kafka', 'replicas'], brokers.replicas, 1) : []),
        ...(zookeeper ? countBreach(['spec', 'zookeeper', 'replicas'], zookeeper.replicas, 1) : []),
      ];
      for (const breach of told) report(placed, breach);
      if (places.has(placeOf(placed)) && topology.lacksNodePools(placed)) {
        report(placed, {
          message: `Of the node pools in the namespace none is of ${placed.record.name}.`,
          remedy: 'Give a KafkaNodePool the name of the cluster in its label strimzi.io/cluster.',
        });
      } else reportEmpty(topology, placed, report);
    }
    for (const placed of topology.all('nodePool')) {
      for (const breach of countBreach(['spec', 'replicas'], placed.record.replicas, 0)) report(placed, breach);
    }
  },
});

/** Namespaces whose node pools are all of clusters that are seen: elsewhere a pool may be meant for any, or be anywhere. */
function poolPlaces(topology: Topology): ReadonlySet<string> {
  const pools = topology.all('nodePool');
  const places = new Set(pools.map(placeOf));
  for (const pool of pools) if (!topology.clusterOf(pool)) places.delete(placeOf(pool));
  return places;
}

function placeOf({ record, site }: Placed<ResourceRecord>): string {
  return `${site.kubernetesCluster}\0${record.namespace ?? site.namespace}`;
}

/** Numbers of pods have 32 bits: the API server refuses others. */
const MOST = 2_147_483_647;

function countBreach(field: FieldPath, given: number, least: number): Breach[] {
  if (Number.isInteger(given) && given >= least && given <= MOST) return [];
  const allowed = given > MOST ? `a whole number from ${least} to ${MOST}` : `a whole number from ${least}`;
  return [{ field, given, allowed, message: `There cannot be ${given} nodes.`, remedy: `Give ${allowed}.` }];
}

/** All node pools of a cluster that have brokers are empty. */
function reportEmpty(
  topology: Topology,
  cluster: Placed<KafkaClusterRecord>,
  report: (placed: Placed<unknown>, breach: Breach) => void,
): void {
  if (!cluster.record.nodePools || topology.brokersOf(cluster) !== 0) return;
  const pools = topology.membersOf('nodePool', cluster).filter(({ record }) => record.roles.includes('broker'));
  const [first] = pools;
  const { name } = cluster.record;
  if (first) {
    report(first, {
      field: ['spec', 'replicas'],
      given: 0,
      allowed: `one broker or more in the node pools of ${name}: ${pools.map(({ record }) => record.name).join(', ')}`,
      message: `Cluster ${name} has no broker.`,
    });
  } else if (topology.membersOf('nodePool', cluster).every(({ record }) => hasRoles(record))) {
    report(cluster, {
      allowed: 'a node pool with the role broker',
      message: `No node pool of ${name} has brokers.`,
      remedy: 'Give one of its node pools the role broker.',
    });
  }
}
