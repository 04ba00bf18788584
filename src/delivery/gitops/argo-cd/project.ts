import type {
  AppProjectManifest,
  ClusterResourceBlacklist,
  NamespaceResourceBlacklist,
} from '../../../../imports/argocd';
import type { Manifest } from '../../../dialects/common/codec';
import type { ArgoCdSettings } from '../../argo-cd';
import { clusterScopedBy, isClusterScoped } from '../scope';
import { groupOf } from '../../../reports/object-id';
import { type Part } from '../unit';
import { destinationOf } from './destination';

/** The AppProject that allows what the parts hold, where they hold it, and nothing else. */
export function argoProject(settings: ArgoCdSettings, parts: readonly Part[]): Manifest {
  const manifests = parts.flatMap(({ cargo }) => cargo.map(({ manifest }) => manifest));
  const further = new Set([...(settings.clusterScopedKinds ?? []), ...clusterScopedBy(manifests)]);
  const inNamespaces = manifests.filter((manifest) => !isClusterScoped(manifest, further));
  const inNone = manifests.filter((manifest) => isClusterScoped(manifest, further));
  const project: AppProjectManifest = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: settings.project, namespace: settings.namespace ?? 'argocd' },
    spec: {
      sourceRepos: [settings.repository],
      destinations: unique(parts.flatMap((part) => destinationsOf(settings, part, further))),
      clusterResourceWhitelist: unique(inNone.map(clusterScoped)),
      namespaceResourceWhitelist: unique([
        ...inNamespaces.map(groupKind),
        ...(settings.alsoAllow ?? []).map(parsedKind),
      ]),
    },
  };
  return project as unknown as Manifest;
}

function destinationsOf(settings: ArgoCdSettings, part: Part, further: ReadonlySet<string>): object[] {
  const { unit, cargo } = part;
  const inNamespaces = cargo.filter(({ manifest }) => !isClusterScoped(manifest, further));
  const namespaces = inNamespaces.map(({ manifest }) => manifest.metadata.namespace ?? unit.namespace ?? 'default');
  const cluster = destinationOf(settings, unit) ?? { server: '*' };
  return [unit.namespace ?? 'default', ...namespaces].map((namespace) => ({ ...cluster, namespace }));
}

/** A namespace is allowed by its name: a kind alone would allow all of them. */
function clusterScoped(manifest: Manifest): ClusterResourceBlacklist {
  const { kind, metadata } = manifest;
  return { ...groupKind(manifest), ...(kind === 'Namespace' && { name: metadata.name }) };
}

function groupKind(manifest: Manifest): NamespaceResourceBlacklist {
  return { group: groupOf(manifest), kind: manifest.kind };
}

function parsedKind(text: string): NamespaceResourceBlacklist {
  const [kind = '', group = ''] = text.split('/').reverse();
  return { group, kind };
}

/** Each of equal values once, in an order that depends on nothing but them. */
function unique<T extends object>(values: readonly T[]): T[] {
  const byText = new Map(values.map((value) => [JSON.stringify(value), value]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}
