import { Flux, type App } from '../../src';
import { rollingUpgrade } from '../rolling-upgrade';

/** Both sites of the rolling upgrade, each for the Flux of its own cluster. */
export function rollingUpgradeByFlux(outdir: string): App {
  const path = 'dist/rolling-upgrade-flux';
  return rollingUpgrade(outdir, { gitOps: Flux.kustomizations({ source: { name: 'topologies' }, path }) });
}
