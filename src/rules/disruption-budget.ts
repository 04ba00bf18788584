import type { ResourceRecord } from '../model/resource';
import type { Placed, Topology } from '../model/topology';
import { placesOf } from './places';
import { topologyRule } from './rule';

/** Pods, how many there are, and where it is said how many of them may be gone. */
interface Pods {
  readonly placed: Placed<ResourceRecord>;
  readonly count: number | undefined;
  readonly at: string;
}

/** A budget for disruptions keeps some pod. */
export const disruptionBudget = topologyRule({
  id: 'disruption-budget',
  summary: 'A budget for disruptions lets fewer pods be gone at a time than there are.',
  remedy: 'Lower maxUnavailable, or ask for more pods.',
  effect: 'unlooked',
  source:
    'Nobody checks it: Kubernetes may evict all pods at a time (Strimzi 0.18.0 to 1.2.0, PodDisruptionBudgetUtils).',
  catalog: ['G-055'],
  across: (topology, report) => {
    for (const { placed, count, at } of podsOf(topology)) {
      // A single pod is gone whenever its node is: there is nothing to keep.
      if (count === undefined || count < 2) continue;
      const path = `${at}.template.podDisruptionBudget.maxUnavailable`;
      for (const { field, value: given } of placesOf(placed.manifest, path)) {
        if (typeof given !== 'number' || given < count) continue;
        report(placed, {
          field,
          given,
          allowed: `0 to ${count - 1}, of ${count} pods`,
          message: `All ${count} pods may be gone at a time: the budget keeps none.`,
        });
      }
    }
  },
});

function podsOf(topology: Topology): Pods[] {
  const workers = [...topology.all('connect'), ...topology.all('mirrorMaker2'), ...topology.all('bridge')];
  return [
    ...topology.all('kafkaCluster').flatMap((placed) => [
      { placed, count: nodesOf(topology, placed), at: 'spec.kafka' },
      { placed, count: placed.record.zookeeper?.replicas, at: 'spec.zookeeper' },
    ]),
    ...[...workers, ...topology.all('mirrorMaker')].map((placed) => ({
      placed,
      count: placed.record.replicas,
      at: 'spec',
    })),
  ];
}

/** The nodes of a cluster; absent: its node pools are not all seen. */
function nodesOf(topology: Topology, cluster: Parameters<Topology['brokersOf']>[0]): number | undefined {
  if (cluster.record.brokers) return cluster.record.brokers.replicas;
  if (topology.brokersOf(cluster) === undefined) return undefined;
  return topology.membersOf('nodePool', cluster).reduce((sum, { record }) => sum + record.replicas, 0);
}
