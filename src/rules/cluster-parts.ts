import { map } from '../model/guarded';
import { objectRule, type Breach, type JudgedObject } from './rule';

const POOLS = ['metadata', 'annotations', 'strimzi.io/node-pools'];

/** A Kafka describes the nodes that its mode takes from it, and no others. */
export const clusterParts = objectRule({
  id: 'cluster-parts',
  summary:
    'A Kafka describes ZooKeeper nodes where it runs with them, brokers where it has no node pools, and no others.',
  remedy: 'Leave it out: the operator does not look at it.',
  effect: 'warned',
  source:
    'The operator refuses a Kafka without what it needs, and complains in its status of what it has no use for (Strimzi 0.40.0 to 0.45.2, KRaftUtils; 0.46.0 to 0.51.0, ValidationVisitor).',
  catalog: ['K-049', 'K-053', 'K-055', 'K-056', 'K-057', 'K-058'],
  releases: { since: '0.40' },
  nouns: ['kafkaCluster'],
  check(object, report) {
    if ((object.manifest['spec'] ?? undefined) === undefined) return; // and that is told
    const gaps = missing(object);
    for (const breach of gaps.length > 0 ? gaps : unused(object)) report(breach);
  },
});

/** What there is no use for. */
function unused({ record, manifest, site }: JudgedObject<'kafkaCluster'>): Breach[] {
  const spec = map(manifest['spec']);
  const kafka = map(spec['kafka']);
  const hasZooKeeper = runsZooKeeper(site, record);
  const hasPools = !hasZooKeeper || record.nodePools;
  return [
    ...(hasZooKeeper || spec['zookeeper'] === undefined ? [] : [['spec', 'zookeeper']]),
    ...(hasPools && typeof kafka['replicas'] === 'number' && kafka['replicas'] > 0
      ? [['spec', 'kafka', 'replicas']]
      : []),
    ...(hasPools && kafka['storage'] !== undefined ? [['spec', 'kafka', 'storage']] : []),
  ].map((field) => ({
    field,
    ...(field[2] === 'replicas' && { given: kafka['replicas'] }),
    message:
      field[1] === 'zookeeper'
        ? 'A cluster that runs with KRaft has no ZooKeeper nodes.'
        : 'The nodes of the cluster are described by its node pools.',
  }));
}

/** What the operator refuses to do without. */
function missing({ record, manifest, site }: JudgedObject<'kafkaCluster'>): Breach[] {
  if (!site.release.metadataModes.includes('zookeeper')) return [];
  const spec = map(manifest['spec']);
  if (record.mode === 'kraft') {
    if (record.nodePools) return [];
    const message = 'A cluster that runs with KRaft takes its nodes from node pools.';
    return [refused(POOLS, 'enabled', message)];
  }
  const needsBrokers = !record.nodePools && map(spec['kafka'])['storage'] === undefined;
  return [
    ...(spec['zookeeper'] === undefined
      ? [refused(['spec', 'zookeeper'], 'the ZooKeeper nodes', 'A cluster without KRaft needs ZooKeeper nodes.')]
      : []),
    ...(needsBrokers
      ? [refused(['spec', 'kafka', 'storage'], 'the storage of the brokers', 'A cluster without node pools needs it.')]
      : []),
  ];
}

function refused(field: readonly string[], allowed: string, message: string): Breach {
  return { field, effect: 'refused', allowed, message, remedy: `Give ${allowed}.` };
}

function runsZooKeeper(
  { release }: JudgedObject<'kafkaCluster'>['site'],
  { mode }: JudgedObject<'kafkaCluster'>['record'],
): boolean {
  return release.metadataModes.includes('zookeeper') && mode === 'zookeeper';
}
