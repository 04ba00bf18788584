import { writeRecord } from '../../check/translation';
import type { Manifest } from '../../dialects/common/codec';
import { readManifest } from '../../dialects/read';
import { brokersOf, inPools } from '../../wiring/modernise';
import { shellWord } from '../../text/shell-word';
import { draft, type Draft, type Hop } from '../stage';
import {
  edited,
  kubectl,
  nameOf,
  namespaceOf,
  ofKind,
  textIn,
  valueIn,
  withValue,
  type Item,
  type Tree,
} from '../tree';

const NODE_POOLS = ['metadata', 'annotations', 'strimzi.io/node-pools'];
const CLUSTER = ['metadata', 'labels', 'strimzi.io/cluster'];
const SOURCE = 'https://strimzi.io/docs/operators/0.45.0/deploying#proc-migrating-clusters-node-pools-str';

/** The pool whose pods and claims are called as those of a cluster without pools. A namespace has one of the name. */
const FIRST_POOL = 'kafka';

/** Whether a cluster has its nodes in pools. */
export function hasPools(manifest: Manifest): boolean {
  return textIn(manifest, ...NODE_POOLS) === 'enabled';
}

/** The node pools of a namespace. */
export function poolsIn(tree: Tree, namespace: string): readonly Manifest[] {
  return ofKind(tree, 'KafkaNodePool')
    .map(({ manifest }) => manifest)
    .filter((pool) => namespaceOf(pool) === namespace);
}

/** The pools of a cluster that have a role. */
export function poolsOf(tree: Tree, cluster: Manifest, role: 'broker' | 'controller'): readonly Manifest[] {
  return poolsIn(tree, namespaceOf(cluster)).filter((pool) => {
    const roles = valueIn(pool, 'spec', 'roles');
    return textIn(pool, ...CLUSTER) === cluster.metadata.name && Array.isArray(roles) && roles.includes(role);
  });
}

/** The next stages until the nodes of all clusters are in pools; none: they are. */
export function poolStages(tree: Tree, clusters: readonly Item[], hop: Hop): readonly Draft[] {
  const waiting = clusters.filter(({ manifest }) => !hasPools(manifest));
  if (waiting.length === 0) return [];
  const free = firstOfEach(waiting).filter(({ manifest }) => !firstPool(tree, manifest));
  if (free.length > 0) return [intoPools(tree, free, hop)];
  return waiting.slice(0, 1).flatMap(({ manifest }) => freed(tree, manifest));
}

/** One cluster of each namespace: two pools of one name there cannot be. */
function firstOfEach(clusters: readonly Item[]): readonly Item[] {
  const byNamespace = new Map<string, Item>();
  for (const item of clusters) {
    const namespace = namespaceOf(item.manifest);
    if (!byNamespace.has(namespace)) byNamespace.set(namespace, item);
  }
  return [...byNamespace.values()];
}

function firstPool(tree: Tree, { metadata: { namespace = '' } }: Manifest): Manifest | undefined {
  return poolsIn(tree, namespace).find(({ metadata }) => metadata.name === FIRST_POOL);
}

function intoPools(tree: Tree, clusters: readonly Item[], { from: release }: Hop): Draft {
  return draft({
    id: 'node-pools',
    title: 'Brokers in a node pool',
    why: `KRaft takes node pools. Brokers find their claims again in a pool that is called ${FIRST_POOL}.`,
    tree: edited(tree, (item) => {
      const described = clusters.includes(item) ? readManifest(item.manifest) : undefined;
      if (described?.noun !== 'kafkaCluster') return item.manifest;
      const written = [inPools(described), ...brokersOf(described.record, new Set())];
      return written.map((each) => writeRecord(each, { release }));
    }),
    before: [{ text: 'Apply the pool before the annotation of the cluster, or both in one call.' }],
    checks: clusters.map(({ manifest }) => ({
      text: `${nameOf(manifest)} is ready, and no broker was replaced: pods and claims have the names that they had.`,
      command: podsAndClaims(manifest),
    })),
    source: SOURCE,
  });
}

function podsAndClaims({ metadata: { name, namespace = 'NAMESPACE' } }: Manifest): string {
  return `kubectl -n ${shellWord(namespace)} get pods,pvc -l ${shellWord(`strimzi.io/cluster=${name}`)}`;
}

/** The name of the pool is needed by another cluster of the namespace: the brokers that bear it move to a pool of their own. */
function freed(tree: Tree, cluster: Manifest): readonly Draft[] {
  const pool = firstPool(tree, cluster);
  if (!pool) return [];
  const owner = textIn(pool, ...CLUSTER) ?? '';
  const name = `${owner}-${FIRST_POOL}`;
  const why = `Brokers of ${nameOf(cluster)} find their claims again in a pool ${FIRST_POOL}, and a namespace has one of the name.`;
  const moved = edited(tree, ({ manifest }) =>
    manifest === pool ? [pool, withValue(pool, ['metadata', 'name'], name)] : manifest,
  );
  const isMoving = poolsIn(tree, namespaceOf(cluster)).some(({ metadata }) => metadata.name === name);
  return [
    ...(isMoving
      ? []
      : [
          draft({
            id: 'brokers-move',
            title: `Brokers of ${owner} in a pool of another name`,
            why,
            tree: moved,
            after: [
              {
                text: `Move all partitions from the brokers of ${FIRST_POOL} to those of ${name}: with Cruise Control, or with kafka-reassign-partitions.sh.`,
              },
            ],
            checks: [
              {
                text: `No broker of the pool ${FIRST_POOL} has a partition.`,
                command: kubectl('get', pool, "-o jsonpath='{.status.nodeIds}'"),
              },
            ],
            source: 'https://strimzi.io/docs/operators/0.45.0/deploying#proc-moving-node-pools-str',
          }),
        ]),
    draft({
      id: 'brokers-moved',
      title: `The pool ${FIRST_POOL} of ${owner} goes`,
      why,
      tree: edited(isMoving ? tree : moved, ({ manifest }) => (manifest === pool ? [] : manifest)),
      before: [{ text: `No broker of the pool ${FIRST_POOL} has a partition: the operator refuses otherwise.` }],
      after: [
        {
          text: `Claims of the pool stay unless its storage had deleteClaim. None may be there under the names that ${cluster.metadata.name} has; they bear the name of ${owner}, so that is so.`,
        },
      ],
      checks: [{ text: `The pods of the pool are gone, and all partitions of ${owner} are in sync.` }],
      source: 'https://strimzi.io/docs/operators/0.45.0/deploying#proc-scaling-down-node-pools-str',
    }),
  ];
}
