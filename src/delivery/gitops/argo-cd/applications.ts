import type {
  ApplicationManifest,
  ApplicationSetGenerator,
  ApplicationSetManifest,
  ApplicationSpec,
  Destination,
  IgnoreDifference,
} from '../../../../imports/argocd';
import type { Manifest } from '../../../dialects/common/codec';
import type { ArgoCdSettings } from '../../argo-cd';
import { clusterOf } from '../named-clusters';
import { sourcePath } from '../source-path';
import { groupOf } from '../../../reports/object-id';
import { isBuiltIn, type Part, type ToolFile } from '../unit';
import { destinationOf } from './destination';
import { ignoredDifferences } from './differences';

/** Label of a cluster's Secret. */
const CLUSTER_LABEL = 'cdk8s-strimzi.io/kubernetes-cluster';
/** Objects of other Applications, such as operators, may take their time. */
const RETRY = { limit: 10, backoff: { duration: '10s', factor: 2, maxDuration: '5m' } } as const;

/** An Application for each part, or one ApplicationSet that makes them. */
export function applicationFiles(settings: ArgoCdSettings, parts: readonly Part[], outdir: string): ToolFile[] {
  if (settings.type === 'applications') {
    return parts.map((part) => ({
      file: `Application-${part.name}.yaml`,
      manifest: application(settings, part, sourcePath(settings.path, outdir, part.name)),
    }));
  }
  const manifest = applicationSet(settings, parts, sourcePath(settings.path, outdir, ''));
  return [{ file: `ApplicationSet-${manifest.metadata.name}.yaml`, manifest }];
}

function application(settings: ArgoCdSettings, part: Part, path: string): Manifest {
  const destination = { ...destinationOf(settings, part.unit), namespace: part.unit.namespace ?? 'default' };
  const manifest: ApplicationManifest = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: part.name, namespace: settings.namespace ?? 'argocd' },
    spec: spec(settings, { path, destination, parts: [part] }),
  };
  return manifest as unknown as Manifest;
}

/** A generator for each part: a part is for the clusters that bear the label of its site. */
function applicationSet(
  settings: ArgoCdSettings & { readonly type: 'applicationSet' },
  parts: readonly Part[],
  path: string,
): Manifest {
  const { name = settings.project, clusterLabel = CLUSTER_LABEL, namespace = 'argocd' } = settings;
  const generators = parts.map(({ name: part, unit }): ApplicationSetGenerator => ({
    clusters: {
      selector: { matchLabels: { [clusterLabel]: clusterOf(unit) } },
      values: { part, namespace: unit.namespace ?? 'default' },
    },
  }));
  const destination = { name: '{{ .name }}', namespace: '{{ .values.namespace }}' };
  const manifest: ApplicationSetManifest = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: { name, namespace },
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators,
      // An Application that is gone leaves its objects: a site may have moved from one to another.
      syncPolicy: { preserveResourcesOnDeletion: true },
      template: {
        metadata: { name: '{{ .values.part }}-{{ .nameNormalized }}' },
        spec: spec(settings, { path: `${path.replace(/\/$/, '')}/{{ .values.part }}`, destination, parts }),
      },
    },
  };
  return manifest as unknown as Manifest;
}

/** Where objects are, where they go, and what is in them. */
interface Way {
  readonly path: string;
  readonly destination: Destination;
  readonly parts: readonly Part[];
}

function spec(settings: ArgoCdSettings, { path, destination, parts }: Way): ApplicationSpec {
  const { project, repository, revision = 'HEAD', sync = 'automated' } = settings;
  const differences = parts.flatMap(({ cargo }) => ignoredDifferences(cargo.map(({ manifest }) => manifest)));
  return {
    project,
    source: { repoURL: repository, targetRevision: revision, path, directory: { recurse: true } },
    destination,
    syncPolicy: {
      ...(sync === 'automated' && { automated: { prune: true, selfHeal: true } }),
      syncOptions: [...optionsFor(parts, differences), ...(settings.syncOptions ?? [])],
      retry: RETRY,
    },
    ...(differences.length > 0 && { ignoreDifferences: differences }),
  };
}

function optionsFor(parts: readonly Part[], differences: readonly IgnoreDifference[]): string[] {
  const hasOthers = parts.some(({ cargo }) => cargo.some(({ manifest }) => !isBuiltIn(groupOf(manifest))));
  return [
    ...(hasOthers ? ['SkipDryRunOnMissingResource=true'] : []),
    ...(differences.length > 0 ? ['RespectIgnoreDifferences=true'] : []),
  ];
}
