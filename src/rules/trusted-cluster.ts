import type { KafkaClusterRecord } from '../model/kafka-cluster';
import type { Placed, Topology } from '../model/topology';
import { programEnds, type ProgramEnd } from './program-ends';
import { topologyRule } from './rule';

/** The Secret that an operator keeps for a cluster vouches for no other of the name. */
export const trustedCluster = topologyRule({
  id: 'trusted-cluster',
  summary: 'A program that connects to a Kafka cluster elsewhere does not trust the CA of one of that name beside it.',
  remedy: 'Copy the certificate of the other CA to a Secret of another name, and trust that.',
  effect: 'fails',
  source:
    'Operators keep the CA of a cluster in <cluster>-cluster-ca-cert of its namespace and write over what others put there (Strimzi 0.18.0 to 1.2.0); clients refuse a certificate that no trusted CA has signed.',
  across: (topology, report) => {
    const kept = new Map<string, Placed<KafkaClusterRecord>>();
    for (const cluster of topology.all('kafkaCluster'))
      kept.set(secretKey(cluster, topology.caSecretOf(cluster)), cluster);
    for (const end of programEnds(topology)) {
      const wrong = wronglyTrusted(topology, end, kept);
      if (!wrong) continue;
      const { secret, other } = wrong;
      report(end.program, {
        ...(end.field && { field: [...end.field, 'trustedCertificates'] }),
        given: secret,
        allowed: `a Secret with the CA of ${other.record.name} in ${placeText(other)}`,
        message: `Secret "${secret}" here has the CA of another Kafka cluster of that name, which is beside the program.`,
      });
    }
  },
});

interface Wrong {
  readonly secret: string;
  /** The cluster that the program connects to. */
  readonly other: Placed<KafkaClusterRecord>;
}

function wronglyTrusted(
  topology: Topology,
  { program, endpoint, others }: ProgramEnd,
  kept: ReadonlyMap<string, Placed<KafkaClusterRecord>>,
): Wrong | undefined {
  const [trusted, ...more] = endpoint.trust ?? [];
  if (!trusted || more.length > 0) return undefined;
  // A mirror that trusts it at both ends is told by mirror-ends-apart.
  if (others.some(({ trust = [] }) => trust.some(({ secret }) => secret === trusted.secret))) return undefined;
  const beside = kept.get(secretKey(program, trusted.secret));
  const other = beside && topology.endOf(endpoint.bootstrapServers, program)?.cluster;
  if (!other || topology.keyOf(other) === topology.keyOf(beside)) return undefined;
  // Teams that bring their own CA may have one for both.
  if ([beside, other].some(({ record }) => record.clusterCa?.generated === false)) return undefined;
  return { secret: trusted.secret, other };
}

function secretKey({ record, site }: Placed<{ readonly namespace?: string }>, secret: string): string {
  return `${site.kubernetesCluster}\0${record.namespace ?? site.namespace}\0${secret}`;
}

function placeText({ record, site }: Placed<KafkaClusterRecord>): string {
  return `namespace ${record.namespace ?? site.namespace} of ${site.kubernetesCluster}`;
}
