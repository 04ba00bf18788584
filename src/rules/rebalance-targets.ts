import type { KafkaClusterRecord } from '../model/kafka-cluster';
import type { RebalanceRecord } from '../model/rebalance';
import type { StorageRecord } from '../model/storage';
import type { Placed, Topology } from '../model/topology';
import { Owners } from './of-cluster';
import { topologyRule, type Breach } from './rule';

/** The brokers and volumes that a rebalance is about are there. */
export const rebalanceTargets = topologyRule({
  id: 'rebalance-targets',
  summary: 'The brokers and volumes that a KafkaRebalance names are those of its cluster.',
  remedy: 'Name brokers and volumes that the cluster has.',
  effect: 'refused',
  source:
    'Cruise Control refuses others, and the rebalance is NotReady (Strimzi 0.29.0 to 1.2.0, CruiseControlApiImpl; volumes from 0.45.0 on).',
  releases: { since: '0.29' },
  catalog: ['R-012', 'R-024'],
  across: (topology, report) => {
    const clusters = new Owners(topology.all('kafkaCluster'));
    for (const rebalance of topology.all('rebalance')) {
      const cluster = clusters.beside(rebalance, rebalance.record.cluster);
      if (!cluster || rebalance.record.template === true) continue;
      const nodes = nodesOf(topology, cluster);
      if (!nodes || nodes.count < 1) continue; // It is told of a cluster that it has none.
      for (const breach of breachesOf(rebalance.record, nodes)) report(rebalance, breach);
    }
  },
});

/** The nodes of a cluster, as far as manifests tell. */
interface Nodes {
  readonly count: number;
  /** Whether they are numbered from 0: those of pools have the numbers that were free when they came. */
  readonly areNumbered: boolean;
  /** Where brokers keep their data. */
  readonly storages: readonly StorageRecord[];
}

/** Absent: they are not all seen. */
function nodesOf(topology: Topology, cluster: Placed<KafkaClusterRecord>): Nodes | undefined {
  const { brokers, nodePools } = cluster.record;
  if (!nodePools) return brokers && { count: brokers.replicas, areNumbered: true, storages: [brokers.storage] };
  if (topology.brokersOf(cluster) === undefined) return undefined;
  const pools = topology.membersOf('nodePool', cluster).map(({ record }) => record);
  return {
    count: pools.reduce((sum, { replicas }) => sum + replicas, 0),
    areNumbered: false,
    storages: pools.filter(({ roles }) => roles.includes('broker')).map(({ storage }) => storage),
  };
}

function breachesOf({ mode, brokers = [], moveReplicasOffVolumes = [] }: RebalanceRecord, nodes: Nodes): Breach[] {
  if (mode === 'add-brokers' || mode === 'remove-brokers') {
    return brokers.flatMap((given, index) => brokerBreach(given, nodes, ['spec', 'brokers', index]) ?? []);
  }
  if (mode !== 'remove-disks') return [];
  return moveReplicasOffVolumes.flatMap(({ brokerId, volumeIds }, index) => {
    const at = ['spec', 'moveReplicasOffVolumes', index];
    const broker = brokerBreach(brokerId, nodes, [...at, 'brokerId']);
    const volumes = volumeIds.flatMap((id, each) => volumeBreach(id, nodes, [...at, 'volumeIds', each]) ?? []);
    return [...(broker ? [broker] : []), ...volumes];
  });
}

function brokerBreach(given: number, { count, areNumbered }: Nodes, field: Breach['field']): Breach | undefined {
  if (given < count) return undefined;
  return {
    ...(field && { field }),
    ...(!areNumbered && { effect: 'unlooked' }),
    given,
    allowed: `0 to ${count - 1}${areNumbered ? '' : ', unless node pools were replaced or number their nodes otherwise'}`,
    message: `The cluster has ${count} nodes, and ${areNumbered ? 'no' : 'hardly a'} broker ${given}.`,
  };
}

function volumeBreach(given: number, { storages }: Nodes, field: Breach['field']): Breach | undefined {
  const ids = storages.flatMap((storage) => (storage.type === 'jbod' ? storage.volumes.map(({ id }) => id) : []));
  if (ids.includes(given)) return undefined;
  const told = { ...(field && { field }), given };
  if (ids.length === 0) {
    const message = 'The brokers of the cluster have one volume each, and no other to move replicas to.';
    return { ...told, allowed: 'brokers whose storage is a JBOD', message };
  }
  const known = [...new Set(ids)].sort((left, right) => left - right);
  return { ...told, allowed: known.join(', '), message: `No broker of the cluster has a volume ${given}.` };
}
