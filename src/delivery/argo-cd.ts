import { holdCalls } from '../constructs/held';
import { valueClass } from '../props/stand-ins';
import {
  FOLDER,
  KIND,
  LABEL_KEY,
  LIMIT,
  REPOSITORY,
  REVISION,
  SERVER,
  SettingValues,
  SYNC_OPTION,
} from './git-ops-values';
import { Protection } from './protection';

/** Where Argo CD finds a Kubernetes cluster: by the name that it was added with, or by the URL of its API server. */
export type ArgoCdDestination = { readonly name: string } | { readonly server: string };

/** What Argo CD is told of an app, whichever way. */
export interface ArgoCdProps {
  /** URL of the Git repository that the output folder is committed to. */
  readonly repository: string;
  /**
   * Branch, tag or commit.
   * @default HEAD
   */
  readonly revision?: string;
  /**
   * The output folder within the repository, such as `dist`.
   * @default - the app's `outdir`, where that is relative
   */
  readonly path?: string;
  /** Name of the AppProject, which is written with all that the app uses, and nothing else. */
  readonly project: string;
  /**
   * Namespace of Argo CD.
   * @default argocd
   */
  readonly namespace?: string;
  /**
   * Whether Argo CD syncs what is committed and takes back what is changed in the cluster, or waits for a person.
   * @default automated
   */
  readonly sync?: 'automated' | 'manual';
  /**
   * Sync options of the Applications besides those that their objects need, such as `CreateNamespace=true`.
   * @default - none
   * @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/
   */
  readonly syncOptions?: readonly string[];
  /**
   * What Argo CD may not delete.
   * @default Protection.on()
   */
  readonly protection?: Protection;
  /**
   * Most objects that an Application holds. A site that has more is divided, and its topics, users and clients come in
   * Applications of their own.
   *
   * The state of an Application lists each of its objects twice after a sync, and all of it is one object of at most
   * 1.5 MiB in etcd.
   *
   * @default 1000
   */
  readonly objectsPerApplication?: number;
  /**
   * Whether health checks are written, as a fragment of the ConfigMap `argocd-cm`.
   * @default true
   */
  readonly healthChecks?: boolean;
  /**
   * Kinds that the AppProject allows besides those that the app uses, as `Kind` or `group/Kind`. Argo CD shows the objects
   * that operators make, such as `Pod`, only where their kinds are allowed.
   * @default - none
   */
  readonly alsoAllow?: readonly string[];
  /**
   * Kinds of custom resources in the app that are in no namespace, as `group/Kind`, where no CustomResourceDefinition in the
   * app says so. The usual ones are known.
   * @default - none
   */
  readonly clusterScopedKinds?: readonly string[];
}

/** Properties of {@link ArgoCd.applications}: all of them are known at once. */
export interface ArgoCdApplicationsProps extends ArgoCdProps {
  /**
   * Where Argo CD finds the Kubernetes clusters of the sites, by the `kubernetesCluster` of a site or the path of a chart
   * that is at no site.
   * @default - under that name; charts at no site go to the cluster that Argo CD runs in, `in-cluster`
   */
  readonly destinations?: Readonly<Record<string, ArgoCdDestination>>;
}

/** Properties of {@link ArgoCd.applicationSet}: all of them are known at once. */
export interface ArgoCdApplicationSetProps extends ArgoCdProps {
  /**
   * Name of the ApplicationSet.
   * @default - the name of the AppProject
   */
  readonly name?: string;
  /**
   * Label of Argo CD's cluster Secrets whose value says which Kubernetes cluster of the topology it is: the
   * `kubernetesCluster` of a site.
   * @default cdk8s-strimzi.io/kubernetes-cluster
   */
  readonly clusterLabel?: string;
}

/**
 * Argo CD brings the manifests to their clusters: `new App({ gitOps: ArgoCd.applications({ … }) })`.
 *
 * Each site is an Application with a folder of its own in the output folder. Its objects get the wave that follows from
 * what they need, and what is state is protected. AppProject and Applications are written to `argo-cd/`, and health checks
 * to `argo-cd/config/`.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/
 */
export class ArgoCd {
  static {
    valueClass(this, 'ArgoCd');
    holdCalls(this, 'ArgoCd');
  }

  /** An Application a site. */
  static applications(props: ArgoCdApplicationsProps): ArgoCd {
    return new ArgoCd({ ...props, type: 'applications' });
  }

  /**
   * One ApplicationSet, which makes an Application of each site for each cluster that bears the site's label.
   * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-Cluster/
   */
  static applicationSet(props: ArgoCdApplicationSetProps): ArgoCd {
    return new ArgoCd({ ...props, type: 'applicationSet' });
  }

  /** The tool. */
  readonly tool = 'argo-cd';
  /** What may not be deleted. */
  readonly protection: Protection;
  /** @internal */
  readonly settings: ArgoCdSettings;

  private constructor(settings: ArgoCdSettings) {
    valuesOf(settings).keepWith(this);
    this.settings = settings;
    this.protection = settings.protection ?? Protection.on();
  }
}

/** @internal */
export type ArgoCdSettings =
  | (ArgoCdApplicationsProps & { readonly type: 'applications' })
  | (ArgoCdApplicationSetProps & { readonly type: 'applicationSet' });

function valuesOf(settings: ArgoCdSettings): SettingValues {
  const { repository, revision, path, project, namespace, syncOptions, objectsPerApplication } = settings;
  const values = new SettingValues()
    .address(['repository'], repository, REPOSITORY)
    .value(['revision'], revision, REVISION)
    .value(['path'], path, FOLDER)
    .name(['project'], project)
    .namespace(['namespace'], namespace)
    .each(['syncOptions'], syncOptions, SYNC_OPTION)
    .value(['objectsPerApplication'], objectsPerApplication, LIMIT)
    .each(['alsoAllow'], settings.alsoAllow, KIND)
    .each(['clusterScopedKinds'], settings.clusterScopedKinds, KIND);
  if (settings.type === 'applicationSet') {
    return values.name(['name'], settings.name).value(['clusterLabel'], settings.clusterLabel, LABEL_KEY);
  }
  for (const [cluster, destination] of Object.entries(settings.destinations ?? {})) {
    if ('server' in destination) values.address(['destinations', cluster, 'server'], destination.server, SERVER);
  }
  return values;
}
