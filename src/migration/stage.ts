import type { StrimziRelease } from '../dialects/releases';
import type { StageLoss } from './losses';
import type { Tree } from './tree';

/** What a stage of a migration does. */
export type MigrationStageId =
  | 'operator'
  | 'api'
  | 'kafka-version'
  | 'kafka-settled'
  | 'user-rules'
  | 'user-acls'
  | 'tracing'
  | 'mirror-maker-stops'
  | 'mirror-maker-2-waits'
  | 'mirror-maker-2-copies'
  | 'mirror-maker-goes'
  | 'node-pools'
  | 'brokers-move'
  | 'brokers-moved'
  | 'kraft-migration'
  | 'kraft-enabled'
  | 'kraft-settled'
  | 'jaeger-goes'
  | 'jaeger-2-comes';

/** Something to do or to look at. */
export interface MigrationStep {
  /** What it is, in a sentence. */
  readonly text: string;
  /** What a person types into a shell. */
  readonly command?: string;
}

/** Why an operator does not take what is there. */
export interface MigrationRefusal {
  /** The stage that gets it out of the way first; absent: none does, and another way has to be taken. */
  readonly stage?: MigrationStageId;
  /** The object, as kind, namespace and name; absent: all of them. */
  readonly object?: string;
  /** Why it is not taken. */
  readonly message: string;
  /** Where it comes from. */
  readonly source: string;
}

/** What a preparation makes of a tree. */
export interface Draft {
  readonly id: MigrationStageId;
  readonly title: string;
  /** Why it is a step of its own, or comes before what follows. */
  readonly why: string;
  readonly tree: Tree;
  /** What to do by hand before the tree is applied. */
  readonly before: readonly MigrationStep[];
  /** What to do by hand once it is applied. */
  readonly after: readonly MigrationStep[];
  /** What has to be so before the next stage. What `verify` sees by itself is among it. */
  readonly checks: readonly MigrationStep[];
  readonly losses: readonly StageLoss[];
  readonly source: string;
}

/** From which release an operator is upgraded to which. At the end of the way both are the last one. */
export interface Hop {
  readonly from: StrimziRelease;
  readonly to: StrimziRelease;
}

/** One reason why operators refuse an upgrade, and the way out of it. */
export interface Preparation {
  /** What the operator of the later release does not take of a tree. */
  readonly refusals: (tree: Tree, hop: Hop) => readonly MigrationRefusal[];
  /** The next stages on the way to a tree that it takes; none: it takes this one, or there is no way at the earlier release. */
  readonly next: (tree: Tree, hop: Hop) => readonly Draft[];
}

/** A draft with what it leaves unsaid: nothing to do by hand, nothing lost. */
export function draft(given: Omit<Draft, 'before' | 'after' | 'losses'> & Partial<Draft>): Draft {
  return { before: [], after: [], losses: [], ...given };
}
