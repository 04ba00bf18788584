import { defined } from '../dialects/common/codec';
import type { HostedRecord, PodsRecord } from '../model/pods';

/** What is said of the pods of a workload, in Kubernetes' words, and in the same ones for all workloads. */
export interface PodOptions extends PodsRecord {
  /**
   * Pods that these must or should be near to.
   * @default - none
   */
  readonly affinity?: PodAffinity;
  /**
   * Pods that these must not or should not be near to.
   * @default - none
   */
  readonly antiAffinity?: PodAffinity;
  /**
   * Taints of nodes that the pods put up with.
   * @default - none
   */
  readonly tolerations?: readonly Toleration[];
  /**
   * How pods are spread over zones or nodes.
   * @default - as the Kubernetes cluster does it
   */
  readonly topologySpread?: readonly TopologySpread[];
  /**
   * Users, groups and rights of the pods.
   * @default - the operator's
   */
  readonly securityContext?: PodSecurityContext;
  /**
   * How many pods may be evicted at a time, from 0: the operator makes a PodDisruptionBudget of it.
   * @default - 1
   */
  readonly maxUnavailable?: number;
}

/** What is said of pods, for a record; where nothing is said, the record says nothing. */
export function podsRecord(options: PodOptions | undefined): Pick<HostedRecord, 'pods' | 'maxUnavailable'> {
  if (!options) return {};
  const { maxUnavailable, ...said } = options;
  const pods = defined(said);
  return defined({ pods: Object.keys(pods).length > 0 ? pods : undefined, maxUnavailable });
}

/**
 * Options of pods where a part of a workload says some of its own: these are taken before the usual ones. An empty list
 * takes the usual one away.
 */
export function mergedPods(usual: PodsRecord | undefined, own: PodsRecord | undefined): PodsRecord | undefined {
  if (!usual || !own) return own ?? usual;
  const gone = Object.entries(own).filter(([name, its]) => Array.isArray(its) && its.length === 0 && name in usual);
  return defined({
    ...usual,
    ...defined(own),
    ...Object.fromEntries(gone.map(([name]) => [name, undefined])),
    ...(usual.labels && own.labels && { labels: { ...usual.labels, ...own.labels } }),
    ...(usual.annotations && own.annotations && { annotations: { ...usual.annotations, ...own.annotations } }),
  });
}

/** What a label has to be: `In`, `NotIn`, `Exists` or `DoesNotExist`. */
export interface SelectorExpression {
  /** Name of the label. */
  readonly key: string;
  /** What its value has to be: `In`, `NotIn`, `Exists` or `DoesNotExist`. */
  readonly operator: string;
  /**
   * Values for `In` and `NotIn`.
   * @default - none
   */
  readonly values?: readonly string[];
}

/** Pods that others must or should be near to, or away from. */
export interface PodAffinity {
  /**
   * What has to be so when a pod is placed.
   * @default - nothing
   */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly PodAffinityTerm[];
  /**
   * What should be so when a pod is placed, each with a weight from 1 to 100.
   * @default - nothing
   */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly {
    readonly weight: number;
    readonly podAffinityTerm: PodAffinityTerm;
  }[];
}

/** Pods, and what near means. */
export interface PodAffinityTerm {
  /** Label of nodes: those of one value are one place. */
  readonly topologyKey: string;
  /**
   * The pods.
   * @default - none
   */
  readonly labelSelector?: LabelSelector;
  /**
   * Namespaces that the pods are in.
   * @default - that of the pod itself
   */
  readonly namespaces?: readonly string[];
  /**
   * Namespaces that the pods are in, by their labels.
   * @default - none besides `namespaces`
   */
  readonly namespaceSelector?: LabelSelector;
}

/** Objects by their labels. */
export interface LabelSelector {
  /**
   * Values that labels have to have.
   * @default - any
   */
  readonly matchLabels?: Readonly<Record<string, string>>;
  /**
   * What else labels have to be.
   * @default - anything
   */
  readonly matchExpressions?: readonly SelectorExpression[];
}

/** A taint of nodes that pods put up with. */
export interface Toleration {
  /**
   * Name of the taint.
   * @default - any, with `Exists`
   */
  readonly key?: string;
  /** `Equal` or `Exists`. */
  readonly operator?: string;
  /**
   * Value of the taint, for `Equal`.
   * @default - none
   */
  readonly value?: string;
  /** `NoSchedule`, `PreferNoSchedule` or `NoExecute`; absent: all of them. */
  readonly effect?: string;
  /** Seconds that a pod stays after a taint with `NoExecute`; absent: it stays. */
  readonly tolerationSeconds?: number;
}

/** How pods are spread over the values of a node label. */
export interface TopologySpread {
  /** Label of nodes. */
  readonly topologyKey: string;
  /** By how many pods two values may differ, 1 at least. */
  readonly maxSkew: number;
  /** `DoNotSchedule` or `ScheduleAnyway`. */
  readonly whenUnsatisfiable: string;
  /**
   * The pods that are counted.
   * @default - none
   */
  readonly labelSelector?: LabelSelector;
  /** Labels whose values of the pod itself are added to the selector. */
  readonly matchLabelKeys?: readonly string[];
  /**
   * How many values there should be, 1 at least; with fewer of them, more pods count as skewed.
   * @default - 1
   */
  readonly minDomains?: number;
  /**
   * Whether nodes count that the pod may not run on by its affinity: `Honor` (they do not) or `Ignore`.
   * @default Honor
   */
  readonly nodeAffinityPolicy?: string;
  /**
   * Whether nodes count whose taints the pod does not put up with: `Honor` (they do not) or `Ignore`.
   * @default Ignore
   */
  readonly nodeTaintsPolicy?: string;
}

/** Kubernetes' security context of pods. */
export interface PodSecurityContext {
  /**
   * Group that the files of volumes get.
   * @default - none
   */
  readonly fsGroup?: number;
  /** `OnRootMismatch` or `Always`. */
  readonly fsGroupChangePolicy?: string;
  /**
   * Number of the user that processes run as.
   * @default - that of the image
   */
  readonly runAsUser?: number;
  /**
   * Number of the group that processes run as.
   * @default - that of the image
   */
  readonly runAsGroup?: number;
  /**
   * Whether Kubernetes refuses to start containers that would run as root.
   * @default false
   */
  readonly runAsNonRoot?: boolean;
  /**
   * Numbers of groups that processes are in besides.
   * @default - none
   */
  readonly supplementalGroups?: readonly number[];
  /**
   * Which system calls are let through: `RuntimeDefault`, `Unconfined`, or `Localhost` with a file of the node.
   * @default - as Kubernetes has it
   */
  readonly seccompProfile?: { readonly type: string; readonly localhostProfile?: string };
  /**
   * The context of SELinux.
   * @default - one that the container runtime chooses
   */
  readonly seLinuxOptions?: {
    readonly level?: string;
    readonly role?: string;
    readonly type?: string;
    readonly user?: string;
  };
  /**
   * Settings of the kernel for the pod's namespaces.
   * @default - none
   */
  readonly sysctls?: readonly { readonly name: string; readonly value: string }[];
}
