import type { Topology } from '../model/topology';
import { endName, flowsOf, type Flow } from '../model/flows';
import { topologyRule, type Breach } from './rule';

/** The two ends of a mirror can be told apart. */
export const mirrorEndsApart = topologyRule({
  id: 'mirror-ends-apart',
  summary: 'The ends of a mirror are two clusters, with an alias and a CA Secret of their own.',
  remedy: 'Name another source or target.',
  effect: 'fails',
  source:
    'MirrorSourceConnector takes a topic for its own copy where the alias of its source is that of the target (isCycle, Kafka 3.0 to 4.3); a namespace has one Secret of a name.',
  catalog: ['M2-014', 'M1-021'],
  across: (topology, report) => {
    for (const flow of flowsOf(topology)) {
      if (flow.source.key === flow.target.key) {
        report(flow.mirror, ontoItself(flow));
        continue;
      }
      for (const breach of [...oneAlias(flow), ...oneSecret(topology, flow)]) report(flow.mirror, breach);
    }
  },
});

function ontoItself(flow: Flow): Breach {
  return {
    field: flow.field,
    given: endName(flow.target),
    allowed: 'another cluster than the source',
    message: 'The mirror copies a cluster onto itself, without end.',
  };
}

function oneAlias({ field, source, target, prefix }: Flow): Breach[] {
  if (!source.alias || source.alias !== target.alias) return [];
  const isIdentity = prefix === '';
  return [
    {
      field,
      effect: isIdentity ? 'fails' : 'unlooked',
      given: source.alias,
      allowed: 'an alias for each end',
      message: isIdentity
        ? `Source and target are both called "${source.alias}": every topic counts as a copy of the mirror's own, and nothing is copied.`
        : `Source and target are both called "${source.alias}": topics of the source that begin with "${source.alias}." count as copies, and are left out.`,
      remedy: 'Give one of the two Kafka clusters another name; in YAML, another alias in the mirror.',
    },
  ];
}

/** The Secret that an operator keeps for a cluster vouches for no other. */
function oneSecret(topology: Topology, { field, source, target }: Flow): Breach[] {
  const kept = [source, target].flatMap(({ cluster }) => (cluster ? [topology.caSecretOf(cluster)] : []));
  const trusted = new Set(source.endpoint.trust?.map(({ secret }) => secret));
  const shared = target.endpoint.trust?.find(({ secret }) => trusted.has(secret) && kept.includes(secret))?.secret;
  if (shared === undefined || (target.endpoint.trust?.length ?? 0) > 1) return [];
  return [
    {
      field: [...field, 'trustedCertificates'],
      given: shared,
      allowed: 'a Secret for each end',
      message: `The mirror trusts Secret "${shared}" at both ends, which holds the certificate of one of them.`,
      remedy:
        'Trust a Secret of its own at each end: give clusters of one name other names, or copy the certificate of one to a Secret of another name.',
    },
  ];
}
