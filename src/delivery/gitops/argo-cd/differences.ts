import type { IgnoreDifference } from '../../../../imports/argocd';
import type { Manifest } from '../../../dialects/common/codec';
import { isMap } from '../../../model/guarded';
import { groupOf } from '../../../reports/object-id';

/** Kinds that set the replicas of what they point at. */
const SCALERS: ReadonlySet<string> = new Set(['HorizontalPodAutoscaler', 'ScaledObject']);

/**
 * Fields that somebody else writes while the cluster runs: replicas of what an autoscaler scales. Operators of Kafka write
 * nothing into what they are told but its status.
 */
export function ignoredDifferences(manifests: readonly Manifest[]): IgnoreDifference[] {
  return manifests.flatMap(({ kind, metadata, spec }) => {
    const target = SCALERS.has(kind) && isMap(spec) ? spec['scaleTargetRef'] : undefined;
    if (!isMap(target) || typeof target['name'] !== 'string') return [];
    const { name, kind: scaled = 'Deployment', apiVersion = 'apps/v1' } = target;
    return [
      {
        group: groupOf({ apiVersion: String(apiVersion) }),
        kind: String(scaled),
        name,
        ...(metadata.namespace !== undefined && { namespace: metadata.namespace }),
        jsonPointers: ['/spec/replicas'],
      },
    ];
  });
}
