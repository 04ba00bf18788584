import { map } from '../model/guarded';
import { othersOf, Owners } from './of-cluster';
import { valueAtPath } from './places';
import { topologyRule } from './rule';

/** CAs that a team may have of its own, and what follows the cluster in the names of their Secrets. */
const CAS = ['clusterCa', 'clientsCa'] as const;
const SUFFIXES = { clusterCa: ['-cluster-ca', '-cluster-ca-cert'], clientsCa: ['-clients-ca', '-clients-ca-cert'] };

/** Secrets with a CA of the team's own are found. */
export const caLabels = topologyRule({
  id: 'ca-labels',
  summary: "Secrets with a team's own CA have the labels that the operator looks for.",
  remedy: 'Give the Secret the labels strimzi.io/kind: Kafka and strimzi.io/cluster with the name of the cluster.',
  effect: 'refused',
  source:
    'The operator lists Secrets by their labels, and takes others for missing (Strimzi 0.18.0 to 1.2.0, CaReconciler).',
  catalog: ['K-072'],
  across: (topology, report) => {
    const secrets = new Owners(othersOf(topology, 'Secret'));
    for (const cluster of topology.all('kafkaCluster')) {
      const { name } = cluster.record;
      const own = CAS.filter(
        (ca) => valueAtPath(cluster.manifest, `spec.${ca}.generateCertificateAuthority`) === false,
      );
      for (const suffix of own.flatMap((ca) => SUFFIXES[ca])) {
        const secret = secrets.beside(cluster, `${name}${suffix}`);
        const labels = map(secret && valueAtPath(secret.manifest, 'metadata.labels'));
        if (!secret || (labels['strimzi.io/kind'] === 'Kafka' && labels['strimzi.io/cluster'] === name)) continue;
        report(secret, {
          field: ['metadata', 'labels'],
          allowed: `strimzi.io/kind: Kafka, strimzi.io/cluster: ${name}`,
          message: `The operator does not find the Secret, which ${cluster.path} needs for its CA.`,
        });
      }
    }
  },
});
