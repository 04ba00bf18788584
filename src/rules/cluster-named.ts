import { CLUSTER_LABEL } from './of-cluster';
import { objectRule } from './rule';

/** A topic or a user names the cluster that it is of. */
export const clusterNamed = objectRule({
  id: 'cluster-named',
  summary: 'A topic or a user names its Kafka cluster in the label strimzi.io/cluster.',
  remedy: 'Name the Kafka cluster in the label strimzi.io/cluster.',
  effect: 'ignored',
  source: 'The operators of a cluster look for the objects that have its label (Strimzi 0.18.0 to 1.2.0).',
  catalog: ['T-007', 'T-038', 'U-023'],
  nouns: ['topic', 'user'],
  check({ noun, record: { cluster } }, report) {
    if (cluster !== '') return;
    report({
      field: CLUSTER_LABEL,
      allowed: 'the name of a Kafka cluster',
      message: `The ${noun} is of no Kafka cluster, and no operator of one looks at it.`,
    });
  },
});
