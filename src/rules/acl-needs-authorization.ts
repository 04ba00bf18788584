import { takesAcls } from '../model/authorization';
import type { KafkaClusterRecord } from '../model/kafka-cluster';
import type { Release } from '../model/release';
import { saysMore } from '../model/resource';
import type { Placed } from '../model/topology';
import { placesOf } from './places';
import { topologyRule, type Effect } from './rule';

/** ACLs need a cluster that heeds them. */
export const aclNeedsAuthorization = topologyRule({
  id: 'acl-needs-authorization',
  summary: 'A user with ACLs is of a cluster whose authorizer takes them.',
  remedy: 'Give the cluster the authorization simple, or an authorizer that takes ACLs, or grant the user nothing.',
  effect: 'refused',
  source:
    'Without authorization the user operator refuses the ACLs (Strimzi 0.18.0), the whole user (0.25.0, 1.2.0); so it does where the authorizer takes none (Keycloak 0.18.0, others 0.25.0 to 1.2.0, KafkaUserModel).',
  catalog: ['U-002', 'U-003', 'U-004'],
  across: (topology, report) => {
    for (const user of topology.all('user')) {
      const { acls, cluster: name, name: userName } = user.record;
      const cluster = acls && topology.clusterOf(user);
      const heedless = cluster && heedlessText(cluster.record, user.site.release);
      // A Kafka that says nothing at all of its brokers is told by itself.
      if (!heedless || isEmpty(cluster)) continue;
      const { why, effect } = heedless;
      report(user, {
        effect,
        cause: cluster.path,
        field: ['spec', 'authorization'],
        allowed: 'no ACLs at this cluster',
        message: `Cluster ${name} ${why}: the user operator ${effect === 'refused' ? `makes no user "${userName}"` : `gives "${userName}" credentials, but none of its ACLs`}.`,
      });
    }
  },
});

function isEmpty({ manifest }: Placed<KafkaClusterRecord>): boolean {
  return manifest !== undefined && placesOf(manifest, 'spec.kafka').length === 0;
}

/** Why ACLs of users come to nothing, and what becomes of the users; absent: they are heeded, or nobody can tell. */
function heedlessText(
  cluster: KafkaClusterRecord,
  { aclsWithoutAuthorization: known }: Release,
): { readonly why: string; readonly effect: Effect } | undefined {
  const { authorization } = cluster;
  if (!authorization) {
    if (saysMore(cluster, ['spec', 'kafka', 'authorization'])) return undefined;
    return { why: 'has no authorization', effect: known === 'refused' ? 'refused' : 'ignored' };
  }
  const isKnown = known === 'refused' || authorization.type === 'keycloak';
  if (!isKnown || takesAcls(authorization)) return undefined;
  return { why: `has an authorizer of type ${authorization.type} that takes no ACLs`, effect: 'refused' };
}
