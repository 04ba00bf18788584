import { staysWithZooKeeper } from './parting-features';
import { topologyRule, type Breach, type JudgedObject } from './rule';
import { storagesOf } from './storages';

/** Volumes are set aside for the metadata where there is some. */
export const metadataVolumes = topologyRule({
  id: 'metadata-volumes',
  summary: 'Volumes for the metadata of KRaft are of clusters that run with KRaft.',
  remedy: 'Leave kraftMetadata out until the cluster runs with KRaft.',
  effect: 'warned',
  source: 'The operator complains in the status of the Kafka (Strimzi 0.42.0 to 0.45.2, KafkaSpecChecker).',
  catalog: ['K-034'],
  releases: { since: '0.42', until: '0.45' },
  across: (topology, report) => {
    for (const cluster of topology.all('kafkaCluster').filter(({ record }) => staysWithZooKeeper(record))) {
      for (const nodes of [cluster, ...topology.membersOf('nodePool', cluster)]) {
        for (const breach of volumesOf(nodes)) report(nodes, breach);
      }
    }
  },
});

function volumesOf(nodes: Pick<JudgedObject<'kafkaCluster' | 'nodePool'>, 'record'>): Breach[] {
  return storagesOf(nodes).flatMap(([field, storage]) =>
    (storage.type === 'jbod' ? storage.volumes : []).flatMap(({ kraftMetadata: given }, index): Breach[] => {
      if (given === undefined) return [];
      const message = 'The cluster keeps its metadata in ZooKeeper.';
      return [{ field: [...field, 'volumes', index, 'kraftMetadata'], given, message }];
    }),
  );
}
