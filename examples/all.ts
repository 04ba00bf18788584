import { StrimziRelease, type App } from '../src';
import { activeActive } from './active-active';
import { rollingUpgradeByArgoCd, workshopByArgoCd } from './argo-cd';
import { chain } from './chain';
import { connect } from './connect';
import { failover } from './failover';
import { fanOut } from './fan-out';
import { rollingUpgradeByFlux } from './flux';
import { hub } from './hub';
import { ownWorkload } from './own-workload';
import { rollingUpgrade } from './rolling-upgrade';
import { selfService } from './self-service';
import { sitesApart } from './sites-apart';
import { stretched } from './stretched';
import { traces } from './traces';
import { workshop } from './workshop';

/** The examples, by the folder of `dist/` that each is written to. */
export const EXAMPLES: Readonly<Record<string, (outdir: string) => App>> = {
  workshop,
  'workshop-0.45': (outdir) => workshop(outdir, StrimziRelease.V0_45),
  'workshop-1.2': (outdir) => workshop(outdir, StrimziRelease.V1_2),
  stretched,
  traces,
  'own-workload': ownWorkload,
  connect: (outdir) => connect(outdir),
  'connect-0.45': (outdir) => connect(outdir, StrimziRelease.V0_45),
  'rolling-upgrade': (outdir) => rollingUpgrade(outdir),
  hub,
  'self-service': selfService,
  'sites-apart': sitesApart,
  'failover/steady': (outdir) => failover(outdir),
  'failover/failed-over': (outdir) => failover(outdir, 'secondary'),
  'failover/failed-back': (outdir) => failover(outdir, 'primary'),
  'active-active': activeActive,
  'fan-out': fanOut,
  chain,
  'workshop-argo-cd': workshopByArgoCd,
  'rolling-upgrade-argo-cd': rollingUpgradeByArgoCd,
  'rolling-upgrade-flux': rollingUpgradeByFlux,
};
