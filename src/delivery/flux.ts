import { holdCalls } from '../constructs/held';
import { valueClass } from '../props/stand-ins';
import type { Duration } from 'cdk8s';
import { FOLDER, LIMIT, SettingValues } from './git-ops-values';
import { DNS_SUBDOMAIN } from '../model/names';
import { Protection } from './protection';

/** What Flux fetches the output folder from. */
export interface FluxSource {
  /** @default GitRepository */
  readonly kind?: 'GitRepository' | 'OCIRepository' | 'Bucket';
  /** Name of the source. */
  readonly name: string;
  /**
   * Namespace of the source.
   * @default - that of the Kustomizations
   */
  readonly namespace?: string;
}

/** Properties of {@link Flux.kustomizations}: all of them are known at once. */
export interface FluxKustomizationsProps {
  /** What Flux fetches the output folder from. */
  readonly source: FluxSource;
  /**
   * The output folder within the source, such as `dist`.
   * @default - the app's `outdir`, where that is relative
   */
  readonly path?: string;
  /**
   * Namespace of the Kustomizations.
   * @default flux-system
   */
  readonly namespace?: string;
  /**
   * How often Flux compares the cluster with the source.
   * @default 10 minutes
   */
  readonly interval?: Duration;
  /**
   * How long objects may take to become healthy.
   * @default 15 minutes
   */
  readonly timeout?: Duration;
  /**
   * Secrets with a kubeconfig, in the namespace of the Kustomizations, by the `kubernetesCluster` of a site, where one Flux
   * serves several clusters.
   * @default - each Kubernetes cluster has a Flux of its own, which is given the folder of that cluster
   */
  readonly kubeConfigs?: Readonly<Record<string, string>>;
  /**
   * What Flux may not delete.
   * @default Protection.on()
   */
  readonly protection?: Protection;
  /**
   * Most objects that a Kustomization holds.
   * @default 1000
   */
  readonly objectsPerKustomization?: number;
}

/**
 * Flux brings the manifests to their clusters: `new App({ gitOps: Flux.kustomizations({ … }) })`.
 *
 * Flux has no waves. The objects of a site that may be applied at once are a Kustomization, with a folder of its own in the
 * output folder, which depends on the one before it and waits until its objects are healthy. The Kustomizations of each
 * Kubernetes cluster are written to `flux/<cluster>/`.
 *
 * @see https://fluxcd.io/flux/components/kustomize/kustomizations/
 */
export class Flux {
  static {
    valueClass(this, 'Flux');
    holdCalls(this, 'Flux');
  }

  /** The Kustomizations of all sites, in the order in which they depend on each other. */
  static kustomizations(props: FluxKustomizationsProps): Flux {
    return new Flux(props);
  }

  /** The tool. */
  readonly tool = 'flux';
  /** What may not be deleted. */
  readonly protection: Protection;
  /** @internal */
  readonly settings: FluxKustomizationsProps;

  private constructor(settings: FluxKustomizationsProps) {
    valuesOf(settings).keepWith(this);
    this.settings = settings;
    this.protection = settings.protection ?? Protection.on();
  }
}

function valuesOf({ source, path, namespace, kubeConfigs, ...settings }: FluxKustomizationsProps): SettingValues {
  return new SettingValues()
    .name(['source', 'name'], source.name)
    .namespace(['source', 'namespace'], source.namespace)
    .value(['path'], path, FOLDER)
    .namespace(['namespace'], namespace)
    .each(['kubeConfigs'], kubeConfigs, DNS_SUBDOMAIN)
    .value(['objectsPerKustomization'], settings.objectsPerKustomization, LIMIT);
}
