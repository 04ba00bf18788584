import { manifestFaults } from '../check/manifest';
import type { Manifest } from '../dialects/common/codec';
import { isMap } from '../model/guarded';
import type { StrimziRelease } from '../dialects/releases';
import { releasesAfter } from '../dialects/releases/upgrades';
import { isTooDeep } from '../model/depth';
import type { StageLoss } from './losses';
import { isUpgrade, jumpRefusals, operatorStage } from './operator';
import { api } from './preparations/api';
import { jaeger } from './preparations/jaeger';
import { kafkaVersion } from './preparations/kafka-version';
import { kraft } from './preparations/kraft';
import { mirrorMaker } from './preparations/mirror-maker';
import { tracing } from './preparations/tracing';
import { userAcls } from './preparations/user-acls';
import { userRules } from './preparations/user-rules';
import type { Draft, Hop, MigrationRefusal, MigrationStageId, MigrationStep, Preparation } from './stage';
import type { Item, Tree } from './tree';

/** From where to where. */
export interface MigrationProps {
  /** The operator release that runs now. */
  readonly from: StrimziRelease;
  /** The operator release that is to run in the end. */
  readonly to: StrimziRelease;
  /**
   * Whether releases are skipped where the operators allow it. Strimzi tests upgrades from a few releases back; each release
   * left out is a restart of all pods less.
   * @default false
   */
  readonly skipReleases?: boolean;
}

/** The way from one release to another. */
export interface Migration {
  /** In the order in which they are applied, each when what the one before asks for is so. */
  readonly stages: readonly MigrationStage[];
  /** What the operator of the last release would refuse, were it put in the place of the first one at once. */
  readonly refusals: readonly MigrationRefusal[];
  /** Why the way ends before the last release; empty: it does not. */
  readonly obstacles: readonly MigrationRefusal[];
}

/** A step that leaves everything running: a tree that is whole and valid at its release. */
export interface MigrationStage extends Omit<Draft, 'tree'> {
  /** What the stage does. */
  readonly id: MigrationStageId;
  /** The operator release that the tree is for. */
  readonly release: StrimziRelease;
  /** All objects, in the order of those that were given; what is new stands behind what it comes from. */
  readonly objects: readonly MigratedObject[];
  readonly before: readonly MigrationStep[];
  readonly after: readonly MigrationStep[];
  readonly checks: readonly MigrationStep[];
  /** What the tree does not say any more. */
  readonly losses: readonly StageLoss[];
}

/** An object of a stage. */
export interface MigratedObject {
  /** Which of the objects that were given it comes from, counted from 0. */
  readonly origin: number;
  /** What it says at the release of the stage. */
  readonly manifest: Manifest;
}

/** In the order in which they are made: the later ones rest on the earlier. */
const PREPARATIONS: readonly Preparation[] = [
  kafkaVersion,
  userAcls,
  userRules,
  tracing,
  mirrorMaker,
  kraft,
  api,
  jaeger,
];

/** No way is that long: a preparation that never ends is a fault of ours. */
const MOST_STAGES = 500;

/**
 * The stages from one release to another.
 * @throws where the last release is older than the first
 */
export function migrate(manifests: Iterable<unknown>, { from, to, skipReleases = false }: MigrationProps): Migration {
  if (!isUpgrade({ from, to })) throw new Error(`${to.name} is older than ${from.name}: this is no upgrade.`);
  const all = [...manifests];
  let tree = objectTree(all);
  const others = itemsOf(all).filter((item) => !isSound(item));
  const refusals = refusalsOf(tree, { from, to });
  const stages: MigrationStage[] = [];
  const push = (release: StrimziRelease, { tree: objects, ...told }: Draft): void => {
    stages.push({ ...told, release, objects: inOrder([...objects, ...others]) });
    tree = objects;
  };
  let at = from;
  while (stages.length < MOST_STAGES) {
    const hop = nextHop(tree, at, to, skipReleases);
    const [draft, ...others] = PREPARATIONS.reduce<readonly Draft[]>(
      (found, { next }) => (found.length > 0 ? found : next(tree, hop)),
      [],
    );
    if (draft) {
      for (const each of [draft, ...others]) push(at, each);
      continue;
    }
    const obstacles = obstaclesOf(tree, hop);
    if (obstacles.length > 0 || hop.from === hop.to) return { stages, refusals, obstacles };
    push(hop.to, operatorStage(tree, hop));
    at = hop.to;
  }
  throw new Error('the stages have no end');
}

/** The objects among manifests that operators look at. */
export function objectTree(manifests: Iterable<unknown>): Tree {
  return itemsOf(manifests).filter(isSound);
}

function itemsOf(manifests: Iterable<unknown>): Tree {
  return [...manifests].flatMap((manifest, origin) => (isObject(manifest) ? [{ origin, manifest }] : []));
}

function inOrder(items: readonly Item[]): readonly Item[] {
  return [...items].sort((one, other) => one.origin - other.origin);
}

/** What the operator of a release refuses of objects that another one runs. */
export function refusalsOf(tree: Tree, hop: Hop): readonly MigrationRefusal[] {
  return [...jumpRefusals(hop), ...PREPARATIONS.flatMap(({ refusals }) => refusals(tree, hop))];
}

/** What is left when no preparation helps. Words and versions of Kafka that the later release alone has come with its operator. */
function obstaclesOf(tree: Tree, hop: Hop): readonly MigrationRefusal[] {
  const others = PREPARATIONS.filter((each) => each !== api && each !== kafkaVersion);
  return [...jumpRefusals(hop), ...others.flatMap(({ refusals }) => refusals(tree, hop))];
}

function nextHop(tree: Tree, at: StrimziRelease, to: StrimziRelease, skipReleases: boolean): Hop {
  const ahead = releasesAfter(at, to);
  const nearest = { from: at, to: ahead[0] ?? at };
  if (!skipReleases) return nearest;
  const farthest = ahead.findLast((each) => isTaken(tree, { from: at, to: each }));
  return farthest ? { from: at, to: farthest } : nearest;
}

/** Whether an operator refuses nothing. The schemas, which are the most work, are asked last. */
function isTaken(tree: Tree, hop: Hop): boolean {
  const isRefused = PREPARATIONS.some(({ refusals }) => refusals(tree, hop).length > 0);
  return !isRefused && jumpRefusals(hop).length === 0;
}

function isObject(manifest: unknown): manifest is Manifest {
  return isMap(manifest) && typeof manifest['apiVersion'] === 'string' && typeof manifest['kind'] === 'string';
}

/** Whether an object can be read, and has a name: settings of kustomize have none, nor has what servers are to name. */
function isSound({ manifest }: Item): boolean {
  const isRead = !isTooDeep(manifest) && manifestFaults(manifest).length === 0;
  return isRead && (manifest.metadata as Partial<Manifest['metadata']>).name !== undefined;
}
