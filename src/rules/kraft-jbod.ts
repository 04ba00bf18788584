import type { KafkaClusterRecord } from '../model/kafka-cluster';
import { compareMinors } from '../model/minors';
import type { NodePoolRecord } from '../model/node-pool';
import type { Placed } from '../model/topology';
import { topologyRule, type Breach } from './rule';

/** Metadata that brokers with several volumes need: the minor of Kafka, and the step to it. */
const MINOR = '3.7';
const STEP = 2;

/** Brokers of KRaft have several volumes from some version of its metadata on. */
export const kraftJbod = topologyRule({
  id: 'kraft-jbod',
  summary: 'Node pools of a cluster with KRaft have several volumes only with metadata of 3.7-IV2 or later.',
  remedy: 'Keep one volume, or raise the version of Kafka and of its metadata first.',
  effect: 'refused',
  source: 'The operator refuses the cluster with InvalidResource (Strimzi 0.37.0 to 1.2.0, NodePoolUtils).',
  releases: { since: '0.37' },
  catalog: ['P-006'],
  across: (topology, report) => {
    for (const cluster of topology.all('kafkaCluster')) {
      const given = cluster.record.mode === 'kraft' ? metadataOf(cluster) : undefined;
      if (given === undefined || takesJbod(given, cluster)) continue;
      for (const pool of topology.membersOf('nodePool', cluster)) {
        const breach = breachOf(pool.record, given);
        if (breach) report(pool, breach);
      }
    }
  },
});

function metadataOf({ record, site }: Placed<KafkaClusterRecord>): string {
  const { metadataVersion, version = site.release.kafka.default } = record;
  return metadataVersion ?? version;
}

/** A minor without a step is the last step to it. */
function takesJbod(metadata: string, { site }: Placed<KafkaClusterRecord>): boolean {
  const [, minor, step] = /^(\d+\.\d+)(?:-IV(\d+))?/.exec(metadata) ?? [];
  if (minor === undefined) return true; // and that is told
  if (!site.release.takes.kraftJbod) return false;
  const order = compareMinors(minor, MINOR);
  return order > 0 || (order === 0 && (step === undefined || Number(step) >= STEP));
}

function breachOf({ storage }: NodePoolRecord, metadata: string): Breach | undefined {
  if (storage.type !== 'jbod' || storage.volumes.length < 2) return undefined;
  return {
    field: ['spec', 'storage', 'volumes'],
    given: `${storage.volumes.length} volumes`,
    allowed: 'one volume',
    message: `The cluster runs KRaft with metadata of ${metadata}, which knows one volume a node.`,
  };
}
