import type { KafkaClusterRecord } from '../model/kafka-cluster';
import type { Placed } from '../model/topology';
import type { UserRecord } from '../model/user';
import { renamesClients } from './principal-names';
import { topologyRule, type Breach } from './rule';

/** Some listener asks for what a user has. */
export const userCanLogIn = topologyRule({
  id: 'user-can-log-in',
  summary: 'Some listener of the cluster asks for the credentials that a user has.',
  remedy: 'Give a listener that authentication, or the user another.',
  effect: 'unlooked',
  source: 'Nobody checks it: the Secret is made, and clients stay anonymous (Strimzi 0.18.0 to 1.2.0).',
  catalog: ['U-018', 'U-019', 'U-021'],
  across: (topology, report) => {
    for (const cluster of topology.all('kafkaCluster')) {
      if (cluster.record.listeners.length === 0) continue; // That is told of the cluster.
      const asked = authenticationsOf(cluster.record);
      if (asked.has('custom')) continue; // It may ask for anything.
      for (const user of topology.membersOf('user', cluster)) {
        const breach = breachOf(user.record, cluster, asked);
        if (breach) report(user, breach);
      }
    }
  },
});

function breachOf(
  user: UserRecord,
  { record, path }: Placed<KafkaClusterRecord>,
  asked: ReadonlySet<string>,
): Breach | undefined {
  const given = user.authentication?.type;
  if (given === undefined) {
    const isNameless = hasRights(user) && isOfCertificates(asked) && !renamesClients(record.config);
    return isNameless ? namelessBreach(user, record, path) : undefined;
  }
  const wanted = given === 'tls-external' ? 'tls' : given;
  if (asked.has(wanted)) return undefined;
  return {
    cause: `${path} ${wanted}`,
    field: ['spec', 'authentication', 'type'],
    given,
    allowed: asked.size > 0 ? [...asked].sort().join(', ') : 'no authentication: no listener asks for any',
    message: `No listener of ${record.name} asks for the credentials of "${user.name}": its clients connect without a name.`,
  };
}

function isOfCertificates(asked: ReadonlySet<string>): boolean {
  return asked.size === 1 && asked.has('tls');
}

function hasRights({ acls = [], quotas }: UserRecord): boolean {
  return acls.length > 0 || quotas !== undefined;
}

/** Without authentication its rights are those of its bare name, which no certificate has. */
function namelessBreach({ name }: UserRecord, record: KafkaClusterRecord, path: string): Breach {
  return {
    cause: `${path} certificates`,
    field: ['spec', 'authentication'],
    allowed: 'tls, tls-external',
    message: `Listeners of ${record.name} know clients by certificates, whose names begin with CN=: nobody has the rights of "${name}".`,
  };
}

function authenticationsOf({ listeners }: KafkaClusterRecord): ReadonlySet<string> {
  return new Set(listeners.flatMap(({ authentication }) => authentication?.type ?? []));
}
