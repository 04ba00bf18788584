import type { KafkaClusterRecord } from '../model/kafka-cluster';
import { topologyRule } from './rule';

/** Some listener asks for what a user has. */
export const userCanLogIn = topologyRule({
  id: 'user-can-log-in',
  summary: 'Some listener of the cluster asks for the credentials that a user has.',
  remedy: 'Give a listener that authentication, or the user another.',
  effect: 'unlooked',
  source: 'Nobody checks it: the Secret is made, and clients stay anonymous (Strimzi 0.18.0 to 1.2.0).',
  catalog: ['U-018', 'U-019'],
  across: (topology, report) => {
    for (const cluster of topology.all('kafkaCluster')) {
      if (cluster.record.listeners.length === 0) continue; // That is told of the cluster.
      const asked = authenticationsOf(cluster.record);
      if (asked.has('custom')) continue; // It may ask for anything.
      for (const user of topology.membersOf('user', cluster)) {
        const { authentication, name } = user.record;
        const wanted = authentication?.type === 'tls-external' ? 'tls' : authentication?.type;
        if (wanted === undefined || asked.has(wanted)) continue;
        report(user, {
          cause: `${cluster.path} ${wanted}`,
          field: ['spec', 'authentication', 'type'],
          given: authentication?.type,
          allowed: asked.size > 0 ? [...asked].sort().join(', ') : 'no authentication: no listener asks for any',
          message: `No listener of ${cluster.record.name} asks for the credentials of "${name}": its clients connect without a name.`,
        });
      }
    }
  },
});

function authenticationsOf({ listeners }: KafkaClusterRecord): ReadonlySet<string> {
  return new Set(listeners.flatMap(({ authentication }) => authentication?.type ?? []));
}
