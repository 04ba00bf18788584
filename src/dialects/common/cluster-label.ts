import type { Marks } from './codec';

/** The label that ties topics, users and node pools to their Kafka cluster. */
export const CLUSTER_LABEL = 'strimzi.io/cluster';

/** Marks of an object that belongs to a Kafka cluster. */
export function clusterMarks({ cluster }: { readonly cluster: string }): Marks {
  return cluster === '' ? {} : { labels: { [CLUSTER_LABEL]: cluster } };
}

/** Name of the Kafka cluster that an object belongs to; empty where it has no label. */
export function clusterOf({ labels }: Required<Marks>): string {
  return labels[CLUSTER_LABEL] ?? '';
}
