import type { Rule } from './rule';

/** ACLs need a cluster that heeds them. */
export const aclNeedsAuthorization: Rule = {
  id: 'acl-needs-authorization',
  summary: 'A user with ACLs is of a cluster with authorization.',
  remedy: 'Take Authorization.simple() at the cluster, or grant the user nothing.',
  source: 'The user operator refuses the ACLs (Strimzi 0.18.0), the whole user (0.45.2, 1.2.0).',
  check: ({ records, release }, report) => {
    const open = new Set(
      records.kafkaCluster.filter(({ record }) => !record.authorization).map(({ record }) => record.name),
    );
    const refused = release.aclsWithoutAuthorization === 'refused';
    for (const { record, path } of records.user) {
      if (!record.acls || !open.has(record.cluster)) continue;
      report({
        path,
        severity: refused ? 'error' : 'warning',
        field: 'spec.authorization',
        message: `Cluster ${record.cluster} has no authorization: the user operator ${refused ? `makes no user "${record.name}"` : `gives "${record.name}" credentials, but none of its ACLs`}.`,
      });
    }
  },
};
