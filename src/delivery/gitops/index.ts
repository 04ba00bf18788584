import type { IConstruct } from 'constructs';
import type { GitOps } from '../git-ops';
import { argoCdDelivery } from './argo-cd/delivery';
import { fluxDelivery } from './flux/delivery';
import type { Delivery, Unit } from './unit';

export type { Cargo, Delivery, Part, ToolFile, Unit, UnitFinding } from './unit';

/** The objects of an app as a GitOps tool is to bring them, and what the tool is to be told. */
export function deliver(
  gitOps: GitOps,
  units: readonly Unit[],
  { constructs, outdir }: { readonly constructs: readonly IConstruct[]; readonly outdir: string },
): Delivery {
  switch (gitOps.tool) {
    case 'argo-cd':
      return argoCdDelivery(gitOps, units, { constructs, outdir });
    case 'flux':
      return fluxDelivery(gitOps, units, { constructs, outdir });
  }
}
