import type { SiteTopology } from '../model/topology';
import type { Rule } from './rule';

/** Some listener asks for what a user has. */
export const userCanLogIn: Rule = {
  id: 'user-can-log-in',
  summary: 'Some listener of the cluster asks for the credentials that a user has.',
  remedy: 'Give a listener that authentication, or the user another.',
  source: 'Nobody checks it: the Secret is made, and clients stay anonymous (Strimzi 0.18.0 to 1.2.0).',
  check: (site, report) => {
    const asked = authenticationByCluster(site);
    for (const { record, path } of site.records.user) {
      const { authentication, cluster, name } = record;
      const types = asked.get(cluster);
      if (!authentication || !types) continue;
      const wanted = authentication.type === 'tls-external' ? 'tls' : authentication.type;
      if (types.has(wanted)) continue;
      report({
        path,
        severity: 'warning',
        field: 'spec.authentication.type',
        given: authentication.type,
        allowed: types.size > 0 ? [...types].sort().join(', ') : 'none',
        message: `No listener of ${cluster} asks for the credentials of "${name}": it connects as nobody.`,
      });
    }
  },
};

function authenticationByCluster({ records }: SiteTopology): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    records.kafkaCluster.map(({ record }) => [
      record.name,
      new Set(record.listeners.flatMap(({ authentication }) => authentication?.type ?? [])),
    ]),
  );
}
