import type { ApiObject } from 'cdk8s';
import type { Finding } from '../../check/finding';
import type { Manifest } from '../../dialects/common/codec';
import type { Described } from '../../dialects/read';
import type { StrimziRelease } from '../../dialects/releases';

/** An object on its way to a cluster. */
export interface Cargo {
  readonly construct: ApiObject;
  readonly manifest: Manifest;
  /** What it says; absent: the model has no noun for it, or it cannot be read. */
  readonly says?: Described | undefined;
}

/** Where objects are brought together. */
export interface Part {
  /** A DNS label, and the folder that the objects are written to. */
  readonly name: string;
  readonly unit: Unit;
  /** In the order in which they are written. */
  readonly cargo: readonly Cargo[];
}

/** An object that a GitOps tool itself is told by, and the file that it is written to. */
export interface ToolFile {
  /** Relative to the output folder. */
  readonly file: string;
  readonly manifest: Manifest;
}

/** A finding, and the unit that it is of. */
export interface UnitFinding {
  readonly finding: Finding;
  readonly unit?: Unit;
}

/** What a GitOps tool is given. */
export interface Delivery {
  readonly parts: readonly Part[];
  readonly files: readonly ToolFile[];
  readonly findings: readonly UnitFinding[];
}

/** What is brought to one cluster and namespace: the objects of a site, or of a chart that is at none. */
export interface Unit {
  /** A DNS label. */
  readonly name: string;
  /** Path of the site or chart. */
  readonly path: string;
  /** Name of the Kubernetes cluster; absent: nobody named it. */
  readonly kubernetesCluster: string | undefined;
  /** Namespace of the objects that name none. */
  readonly namespace: string | undefined;
  /** The operator release that runs there; absent: it is no site. */
  readonly release: StrimziRelease | undefined;
  /** In the order in which they would be written. */
  readonly cargo: readonly Cargo[];
}

/** Whether a group is one that Kubernetes, OpenShift or the Operator Lifecycle Manager has from the beginning. */
export function isBuiltIn(group: string): boolean {
  return !group.includes('.') || /(^|\.)(k8s\.io|openshift\.io)$|^operators\.coreos\.com$/.test(group);
}
