import { placesOf } from './places';
import { CLUSTER_LABEL, othersOf, ownerName, Owners } from './of-cluster';
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
    for (const rebalance of othersOf(topology, 'KafkaRebalance')) {
      if (rebalance.record.annotations?.['strimzi.io/rebalance-template'] === 'true') continue;
      const given = ownerName(rebalance);
      if (given === undefined || given === '') {
        report(rebalance, {
          field: CLUSTER_LABEL,
          allowed: 'the name of a Kafka cluster',
          message: 'The rebalance is of no Kafka cluster.',
        });
        continue;
      }
      const cluster = clusters.beside(rebalance, given);
      if (cluster && placesOf(cluster.manifest, 'spec.cruiseControl').length === 0) {
        report(rebalance, {
          message: `Kafka cluster ${given} has no Cruise Control to rebalance it.`,
          remedy: 'Give the Kafka resource cruiseControl: {}.',
        });
      } else if (clusters.lack(rebalance, given)) {
        report(rebalance, {
          field: CLUSTER_LABEL,
          given,
          message: `There is no Kafka cluster "${given}" beside the rebalance.`,
        });
      }
    }
  },
});
