import { faultFinding } from '../../check/finding';
import { nearestNames } from '../../text/nearest';
import type { Unit, UnitFinding } from './unit';

/** What GitOps tools know a unit's Kubernetes cluster by where the program says something of it. */
export function clusterOf({ kubernetesCluster, path }: Unit): string {
  return kubernetesCluster ?? path;
}

/**
 * Names of clusters by which a prop says something, that no unit has, and that are nearly those of a cluster of which it
 * says nothing. It is a warning, and others are not told: one list may serve several apps.
 */
export function misnamedClusters(
  prop: string,
  said: Readonly<Record<string, unknown>> | undefined,
  units: readonly Unit[],
): UnitFinding[] {
  if (said === undefined) return [];
  const clusters = new Set(units.map(clusterOf));
  const unsaid = [...clusters].filter((cluster) => !Object.hasOwn(said, cluster));
  return Object.keys(said).flatMap((name) => {
    const [nearest] = clusters.has(name) ? [] : nearestNames(name, unsaid);
    if (nearest === undefined) return [];
    const finding = faultFinding({
      rule: 'prop-unknown',
      effect: 'ignored',
      path: 'App',
      field: `gitOps.${prop}.${name}`,
      allowed: [...clusters].join(', '),
      message: `No site is in a Kubernetes cluster ${name}; did you mean ${nearest}?`,
      remedy: `Write ${nearest}, or leave it out.`,
    });
    return [{ finding }];
  });
}
