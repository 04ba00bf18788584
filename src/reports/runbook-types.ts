import type { ClientRecord } from '../model/client';
import type { Flow } from '../model/flows';
import type { MirrorMaker2Record } from '../model/mirror-maker-2';
import type { Placed, Topology } from '../model/topology';
import type { Identified } from './object-id';

/** The steps between two descriptions of one topology. */
export interface Runbook {
  /** Each pair of clusters whose roles change; empty: those of none do. */
  readonly changes: readonly RoleChange[];
}

/** What becomes of a pair of clusters. */
export interface RoleChange {
  /** The cluster that was active. */
  readonly from: string;
  /** The cluster that is active then. */
  readonly to: string;
  /** What is done, in this order. */
  readonly steps: readonly RunbookStep[];
}

/** Something to do, and what to see before the next step. */
export interface RunbookStep {
  readonly title: string;
  /** What there is to know. */
  readonly notes: readonly string[];
  /** Calls, word by word. */
  readonly calls: readonly Call[];
  /** What has to be so before the next step. */
  readonly check: string;
  /** Calls that show it. */
  readonly looks: readonly Call[];
  /** What to do where the cluster that was active, or its site, does not answer; absent: the step is the same. */
  readonly unreachable?: string;
}

/** A call, word by word. */
export type Call = readonly string[];

/** Where an object is. */
export interface Where {
  /** The Kubernetes cluster, as contexts of kubectl are called; empty: the one that kubectl asks by itself. */
  readonly kubernetesCluster: string;
  readonly namespace: string;
}

/** A manifest, and the file that it is in. */
export interface FiledManifest {
  readonly manifest: Identified;
  readonly where: Where;
  readonly file: string;
}

/** One description of the topology. */
export interface Written {
  /** What people call it: the folder, or the revision of git. */
  readonly name: string;
  readonly topology: Topology;
  readonly manifests: readonly FiledManifest[];
}

/** A flow of a MirrorMaker 2 under whose policy names stay. */
export type NamedFlow = Flow & { readonly mirror: Placed<MirrorMaker2Record> };

/** All that the steps of a change follow from. */
export interface Handover {
  readonly before: Written;
  readonly after: Written;
  /** What ends. */
  readonly flow: NamedFlow;
  /** What begins; absent: nothing is copied back. */
  readonly back: NamedFlow | undefined;
  /** The topics that were copied, by name. */
  readonly topics: readonly string[];
  /** The topics that the mirror back fills, as objects. */
  readonly emptied: readonly Placed<{ readonly name: string; readonly namespace?: string | undefined }>[];
  /** Clients at the cluster that was active. */
  readonly stopping: readonly Placed<ClientRecord>[];
  /** Clients at the other cluster that were not there before. */
  readonly starting: readonly Placed<ClientRecord>[];
}
