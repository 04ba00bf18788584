import { defined } from '../dialects/common/codec';
import type { HostedRecord, PodsRecord } from '../model/pods';

/** What is said of the pods of a workload, in Kubernetes' words, and in the same ones for all workloads. */
export interface PodOptions extends PodsRecord {
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
