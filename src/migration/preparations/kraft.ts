import { writeRecord } from '../../check/translation';
import type { Manifest } from '../../dialects/common/codec';
import { readManifest } from '../../dialects/read';
import { upgradeFacts } from '../../dialects/releases/upgrades';
import { compareMinors } from '../../model/minors';
import { controllersOf } from '../../wiring/modernise';
import { draft, type Draft, type Hop, type MigrationRefusal, type Preparation } from '../stage';
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
import { runningVersion } from './kafka-version';
import { hasPools, poolsIn, poolsOf, poolStages } from './node-pools';

const KRAFT = ['metadata', 'annotations', 'strimzi.io/kraft'];
const ZOOKEEPER = ['spec', 'zookeeper'];
const CONFIG = ['spec', 'kafka', 'config'];
/** Settings that KRaft has no use for. */
const OF_ZOOKEEPER = ['inter.broker.protocol.version', 'log.message.format.version'];
const SOURCE = 'https://strimzi.io/docs/operators/0.45.0/deploying#proc-deploy-migrate-kraft-str';

/** The first Kafka that can be moved. */
const FIRST_KAFKA = '3.7';

/** Metadata in KRaft, before an operator comes that knows no ZooKeeper. */
export const kraft: Preparation = {
  refusals: (tree, hop) =>
    unmoved(tree, hop).map(({ manifest }): MigrationRefusal => {
      const obstacle = obstacleOf(manifest, hop);
      return {
        ...(obstacle === undefined && { stage: stageOf(manifest) }),
        object: nameOf(manifest),
        message: `${hop.to.name} knows no ZooKeeper, which keeps the metadata of this cluster${obstacle === undefined ? '.' : `; ${obstacle}`}`,
        source: 'Strimzi CHANGELOG, 0.46.0: clusters must use KRaft before the upgrade',
      };
    }),
  next: (tree, hop) => {
    const clusters = unmoved(tree, hop);
    if (clusters.length === 0 || clusters.some(({ manifest }) => obstacleOf(manifest, hop) !== undefined)) return [];
    const stages = poolStages(tree, clusters, hop);
    if (stages.length > 0) return stages;
    return [nextOf(tree, clusters, hop)];
  },
};

/** Clusters of which something is still in ZooKeeper, or says so. */
function unmoved(tree: Tree, { to }: Hop): readonly Item[] {
  if (upgradeFacts(to).metadataModes.includes('zookeeper')) return [];
  return ofKind(tree, 'Kafka').filter(({ manifest }) => {
    const described = readManifest(manifest);
    if (described?.noun !== 'kafkaCluster') return false;
    return described.record.mode === 'zookeeper' || valueIn(manifest, ...ZOOKEEPER) !== undefined;
  });
}

/** Why a cluster cannot be moved at the release that runs; absent: it can. */
function obstacleOf(manifest: Manifest, { from }: Hop): string | undefined {
  if (textIn(manifest, ...KRAFT) === 'enabled') return undefined;
  if (!upgradeFacts(from).kraftMigration)
    return `${from.name} moves none: that takes Strimzi 0.40 to 0.45, so that the way goes through one of them.`;
  const version = runningVersion(manifest, from.facts);
  if (compareMinors(version, FIRST_KAFKA) < 0) return `Kafka ${version} cannot be moved, ${FIRST_KAFKA} can.`;
  const replicas = valueIn(manifest, ...ZOOKEEPER, 'replicas');
  const isLost = textIn(manifest, ...ZOOKEEPER, 'storage', 'type') === 'ephemeral' && replicas === 1;
  return isLost
    ? 'a single controller on ephemeral storage loses them when it restarts: give ZooKeeper a claim.'
    : undefined;
}

function stageOf(manifest: Manifest): 'node-pools' | 'kraft-migration' | 'kraft-enabled' | 'kraft-settled' {
  const state = textIn(manifest, ...KRAFT);
  if (state === 'enabled') return 'kraft-settled';
  if (state === 'migration') return 'kraft-enabled';
  return hasPools(manifest) ? 'kraft-migration' : 'node-pools';
}

/** Clusters go together: one that is ahead waits. */
function nextOf(tree: Tree, clusters: readonly Item[], hop: Hop): Draft {
  const at = (id: ReturnType<typeof stageOf>): readonly Item[] =>
    clusters.filter(({ manifest }) => stageOf(manifest) === id);
  const [waiting, moving] = [at('kraft-migration'), at('kraft-enabled')];
  if (waiting.length > 0) return migration(tree, waiting, hop);
  return moving.length > 0 ? enabled(tree, moving) : settled(tree, clusters);
}

function migration(tree: Tree, clusters: readonly Item[], hop: Hop): Draft {
  const taken = new Map<string, Set<string>>();
  return draft({
    id: 'kraft-migration',
    title: 'Controllers beside ZooKeeper, and the metadata copied',
    why: 'Controllers take the metadata over while ZooKeeper still has them: up to here there is a way back.',
    tree: edited(tree, (item) => {
      if (!clusters.includes(item)) return item.manifest;
      const namespace = namespaceOf(item.manifest);
      const names = taken.get(namespace) ?? new Set(poolsIn(tree, namespace).map(({ metadata }) => metadata.name));
      taken.set(namespace, names);
      const hasControllers = poolsOf(tree, item.manifest, 'controller').length > 0;
      const controllers = hasControllers ? [] : controllerPools(item.manifest, names, hop);
      return [withValue(item.manifest, KRAFT, 'migration'), ...controllers];
    }),
    before: [
      {
        text: 'After an earlier attempt that was rolled back, the claims of its controllers and the node /migration of ZooKeeper are gone.',
      },
    ],
    checks: clusters.map(({ manifest }) => stateCheck(manifest, 'KRaftPostMigration')),
    source: SOURCE,
  });
}

function controllerPools(manifest: Manifest, taken: Set<string>, { from: release }: Hop): readonly Manifest[] {
  const described = readManifest(manifest);
  if (described?.noun !== 'kafkaCluster') return [];
  return controllersOf(described.record, taken).map((pool) => writeRecord(pool, { release }));
}

function enabled(tree: Tree, clusters: readonly Item[]): Draft {
  return draft({
    id: 'kraft-enabled',
    title: 'KRaft alone',
    why: 'From here on there is no way back to ZooKeeper: the operator takes it away.',
    tree: edited(tree, (item) =>
      clusters.includes(item) ? withValue(item.manifest, KRAFT, 'enabled') : item.manifest,
    ),
    before: clusters.map(({ manifest }) => stateCheck(manifest, 'KRaftPostMigration')),
    checks: clusters.map(({ manifest }) => stateCheck(manifest, 'KRaft')),
    source: SOURCE,
  });
}

function settled(tree: Tree, clusters: readonly Item[]): Draft {
  return draft({
    id: 'kraft-settled',
    title: 'What spoke of ZooKeeper goes',
    why: 'The section and its settings mean nothing any more, and later releases refuse them.',
    tree: edited(tree, (item) => (clusters.includes(item) ? withoutZooKeeper(item.manifest) : item.manifest)),
    before: clusters.map(({ manifest }) => stateCheck(manifest, 'KRaft')),
    after: [
      { text: 'Claims of ZooKeeper stay unless its storage had deleteClaim: delete them when you miss nothing.' },
    ],
    checks: clusters.map(({ manifest }) => ({
      text: `${nameOf(manifest)} is ready without a warning about ZooKeeper.`,
    })),
    source: SOURCE,
  });
}

function withoutZooKeeper(manifest: Manifest): Manifest {
  const paths = [ZOOKEEPER, ...OF_ZOOKEEPER.map((key) => [...CONFIG, key])];
  return paths.reduce((each, path) => withValue(each, path, undefined), manifest);
}

function stateCheck(manifest: Manifest, state: string): { readonly text: string; readonly command: string } {
  return {
    text: `The metadata of ${nameOf(manifest)} are in the state ${state}.`,
    command: kubectl('get', manifest, "-o jsonpath='{.status.kafkaMetadataState}'"),
  };
}
