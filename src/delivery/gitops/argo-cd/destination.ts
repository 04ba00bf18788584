import type { ArgoCdDestination, ArgoCdSettings } from '../../argo-cd';
import { clusterOf } from '../named-clusters';
import type { Unit } from '../unit';

/** The cluster that Argo CD itself runs in, by the name that it has there. */
const OWN_CLUSTER = 'in-cluster';

/** Where Argo CD finds the cluster of a unit; absent: a label of the cluster's Secret says it. */
export function destinationOf(settings: ArgoCdSettings, unit: Unit): ArgoCdDestination | undefined {
  if (settings.type === 'applicationSet') return undefined;
  return settings.destinations?.[clusterOf(unit)] ?? { name: unit.kubernetesCluster ?? OWN_CLUSTER };
}
