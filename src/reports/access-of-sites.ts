import { Authorizer, type AccessAnswer } from '../model/authorizer';
import { accessAt } from './access';
import type { Access, UserQuestion } from './access-types';
import { entriesOf, topologyOf, type PlacedSite } from './placed-site';

/** Who may do what at sites, and why. */
export function accessOfSites(sites: readonly PlacedSite[]): Access {
  return accessAt(topologyOf(sites.flatMap(entriesOf)));
}

/** Whether a user may do something. */
export function answerAtSites(
  sites: readonly PlacedSite[],
  { user, cluster, ...question }: UserQuestion,
): AccessAnswer {
  const topology = topologyOf(sites.flatMap(entriesOf));
  const users = topology
    .all('user')
    .filter(({ record }) => record.name === user && (cluster === undefined || record.cluster === cluster));
  const [found, another] = users;
  if (!found) return { verdict: 'unknown', because: `no KafkaUser ${user} is seen` };
  if (another) return { verdict: 'unknown', because: `there are several KafkaUsers ${user}` };
  return new Authorizer(topology).can(found, question);
}
