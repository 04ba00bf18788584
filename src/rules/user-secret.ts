import { userSecret, secretPrefixOf } from '../model/user-secret';
import type { KafkaClusterRecord } from '../model/kafka-cluster';
import type { ResourceRecord } from '../model/resource';
import type { Placed, Topology } from '../model/topology';
import { othersOf, Owners } from './of-cluster';
import { programEnds, type ProgramEnd } from './program-ends';
import { topologyRule } from './rule';

/** A program reads the Secret of its user where the user operator keeps it. */
export const userSecretNamed = topologyRule({
  id: 'user-secret',
  summary: 'A program beside its Kafka cluster names the Secret of its user as the user operator does, prefix and all.',
  remedy:
    'Name the Secret with the prefix; in a program, say secretPrefix by the prop, which all that are users follow.',
  effect: 'fails',
  source:
    'The user operator puts STRIMZI_SECRET_PREFIX before the names of users (Strimzi 0.21.0 to 1.2.0, KafkaUserModel), and pods wait for a Secret that nobody makes.',
  across: (topology, report) => {
    const kept = new Owners(othersOf(topology, 'Secret'));
    for (const end of programEnds(topology)) {
      const wanted = prefixedSecret(topology, end);
      if (wanted === undefined || kept.beside(end.program, wanted.given)) continue;
      report(end.program, {
        ...(end.field && { field: [...end.field, 'authentication'] }),
        given: wanted.given,
        allowed: wanted.secret,
        message: `The Secret of user "${wanted.given}" is ${wanted.secret}: its Kafka cluster has a prefix for Secrets of users.`,
      });
    }
  },
});

/** The Secret of the user whose name is given in place of it; absent: something else is given, or it may be a copy. */
function prefixedSecret(
  topology: Topology,
  { program, endpoint: { bootstrapServers, credentials } }: ProgramEnd,
): { readonly given: string; readonly secret: string } | undefined {
  const cluster = topology.endOf(bootstrapServers, program)?.cluster;
  const prefix = secretPrefixOf(cluster?.record);
  if (!cluster || !credentials || prefix === '' || !isBeside(program, cluster)) return undefined;
  const given = credentials.type === 'tls' ? credentials.secret : credentials.password.secret;
  const isUser = !given.startsWith(prefix) && topology.userOf(cluster, given) !== undefined;
  return isUser ? { given, secret: userSecret(given, prefix) } : undefined;
}

/** Secrets of other namespaces are copies, which may be called as one likes. */
function isBeside(program: Placed<ResourceRecord>, cluster: Placed<KafkaClusterRecord>): boolean {
  const [one, other] = [program, cluster].map(({ record, site }) => [
    site.kubernetesCluster,
    record.namespace ?? site.namespace,
  ]);
  return one?.join('/') === other?.join('/');
}
