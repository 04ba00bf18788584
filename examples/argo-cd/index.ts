import { ArgoCd, StrimziRelease, type App } from '../../src';
import { rollingUpgrade } from '../rolling-upgrade';
import { workshop } from '../workshop';

const repository = 'https://git.example.com/kafka/topologies.git';
const namespace = 'openshift-gitops';

/** The workshop on Strimzi 1.2, as an Application of the cluster that Argo CD runs in. */
export function workshopByArgoCd(outdir: string): App {
  const path = 'dist/workshop-argo-cd';
  const destinations = { 'amq-streams': { name: 'in-cluster' } };
  return workshop(outdir, StrimziRelease.V1_2, {
    gitOps: ArgoCd.applications({ repository, path, project: 'workshop', namespace, destinations }),
  });
}

/** Both sites of the rolling upgrade, by an ApplicationSet for the clusters that are labelled with their names. */
export function rollingUpgradeByArgoCd(outdir: string): App {
  const path = 'dist/rolling-upgrade-argo-cd';
  return rollingUpgrade(outdir, {
    gitOps: ArgoCd.applicationSet({ repository, path, project: 'rolling-upgrade', namespace }),
  });
}
