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

/** Options of pods where a part of a workload says some of its own: these are taken before the usual ones. */
export function mergedPods(usual: PodsRecord | undefined, own: PodsRecord | undefined): PodsRecord | undefined {
  if (!usual || !own) return own ?? usual;
  return {
    ...usual,
    ...defined(own),
    ...(usual.labels && own.labels && { labels: { ...usual.labels, ...own.labels } }),
    ...(usual.annotations && own.annotations && { annotations: { ...usual.annotations, ...own.annotations } }),
  };
}

/** What a label has to be: `In`, `NotIn`, `Exists` or `DoesNotExist`. */
export interface SelectorExpression {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

/** Pods that others must or should be near to, or away from. */
export interface PodAffinity {
  readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly PodAffinityTerm[];
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly {
    readonly weight: number;
    readonly podAffinityTerm: PodAffinityTerm;
  }[];
}

/** Pods, and what near means. */
export interface PodAffinityTerm {
  /** Label of nodes: those of one value are one place. */
  readonly topologyKey: string;
  readonly labelSelector?: LabelSelector;
  readonly namespaces?: readonly string[];
  readonly namespaceSelector?: LabelSelector;
}

/** Objects by their labels. */
export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly SelectorExpression[];
}

/** A taint of nodes that pods put up with. */
export interface Toleration {
  readonly key?: string;
  /** `Equal` or `Exists`. */
  readonly operator?: string;
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
  readonly labelSelector?: LabelSelector;
  /** Labels whose values of the pod itself are added to the selector. */
  readonly matchLabelKeys?: readonly string[];
  readonly minDomains?: number;
  readonly nodeAffinityPolicy?: string;
  readonly nodeTaintsPolicy?: string;
}

/** Kubernetes' security context of pods. */
export interface PodSecurityContext {
  readonly fsGroup?: number;
  /** `OnRootMismatch` or `Always`. */
  readonly fsGroupChangePolicy?: string;
  readonly runAsUser?: number;
  readonly runAsGroup?: number;
  readonly runAsNonRoot?: boolean;
  readonly supplementalGroups?: readonly number[];
  readonly seccompProfile?: { readonly type: string; readonly localhostProfile?: string };
  readonly seLinuxOptions?: {
    readonly level?: string;
    readonly role?: string;
    readonly type?: string;
    readonly user?: string;
  };
  readonly sysctls?: readonly { readonly name: string; readonly value: string }[];
}
