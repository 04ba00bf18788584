import type { KafkaClusterRecord } from '../model/kafka-cluster';
import type { RebalanceRecord } from '../model/rebalance';
import type { Placed } from '../model/topology';
import { placesOf } from './places';
import { allowedNames, CLUSTER_LABEL, Owners, toldOwner } from './of-cluster';
import { topologyRule } from './rule';

/** A rebalance is of a Kafka cluster with Cruise Control. */
export const rebalanceCluster = topologyRule({
  id: 'rebalance-cluster',
  summary: 'A KafkaRebalance is of a Kafka cluster, in its namespace, that has Cruise Control.',
  remedy: 'Name the Kafka cluster in the label strimzi.io/cluster.',
  effect: 'refused',
  source:
    'The operator says InvalidResource or NoSuchResource of others (Strimzi 0.18.0 to 1.2.0, KafkaRebalanceAssemblyOperator).',
  catalog: ['R-001', 'R-002', 'R-003'],
  across: (topology, report) => {
    const clusters = new Owners(topology.all('kafkaCluster'));
    const templates = new Set(
      topology
        .all('kafkaCluster')
        .flatMap(({ record }) => record.cruiseControl?.autoRebalance ?? [])
        .map(({ template }) => template),
    );
    // One that is none is told of the cluster that names it.
    const isMeantAsTemplate = ({ record: { cluster, name } }: Placed<RebalanceRecord>): boolean =>
      cluster === '' && templates.has(name);
    for (const rebalance of topology.all('rebalance')) {
      if (rebalance.record.template || isMeantAsTemplate(rebalance)) continue;
      const cluster = toldOwner(
        rebalance,
        clusters,
        { given: rebalance.record.cluster, what: 'rebalance', owner: 'Kafka cluster' },
        report,
      );
      // A Kafka without a spec is told by itself.
      if (!cluster || placesOf(cluster.manifest, 'spec').length === 0 || hasCruiseControl(cluster)) continue;
      report(rebalance, {
        cause: cluster.path,
        field: CLUSTER_LABEL,
        given: cluster.record.name,
        ...allowedNames(clusters.namesBeside(rebalance, hasCruiseControl)),
        message: `Kafka cluster ${cluster.record.name} has no Cruise Control to rebalance it.`,
        remedy: 'Give the Kafka resource cruiseControl: {}.',
      });
    }
  },
});

function hasCruiseControl({ manifest }: Placed<KafkaClusterRecord>): boolean {
  return placesOf(manifest, 'spec.cruiseControl').length > 0;
}
