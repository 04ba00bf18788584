import type { KafkaClusterRecord } from '../model/kafka-cluster';
import { saysMore } from '../model/resource';
import { topologyRule } from './rule';

/** ACLs need a cluster that heeds them. */
export const aclNeedsAuthorization = topologyRule({
  id: 'acl-needs-authorization',
  summary: 'A user with ACLs is of a cluster with authorization.',
  remedy: 'Give the cluster the authorization simple, or grant the user nothing.',
  effect: 'refused',
  source: 'The user operator refuses the ACLs (Strimzi 0.18.0), the whole user (0.45.2, 1.2.0).',
  across: (topology, report) => {
    for (const user of topology.all('user')) {
      const { acls, cluster: name, name: userName } = user.record;
      const cluster = acls && topology.clusterOf(user);
      if (!cluster || hasAuthorization(cluster.record)) continue;
      const refused = user.site.release.aclsWithoutAuthorization === 'refused';
      report(user, {
        effect: refused ? 'refused' : 'ignored',
        field: ['spec', 'authorization'],
        message: `Cluster ${name} has no authorization: the user operator ${refused ? `makes no user "${userName}"` : `gives "${userName}" credentials, but none of its ACLs`}.`,
      });
    }
  },
});

/** Whether somebody decides what users may do, known to the model or not. */
function hasAuthorization(cluster: KafkaClusterRecord): boolean {
  return cluster.authorization !== undefined || saysMore(cluster, ['spec', 'kafka', 'authorization']);
}
