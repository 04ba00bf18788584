import type { Manifest } from '../../dialects/common/codec';
import { groupOf } from '../../reports/object-id';

/** Kinds that are in no namespace: those of Kubernetes, and usual ones of operators beside Kafka. */
const CLUSTER_SCOPED: ReadonlySet<string> = new Set([
  '/Namespace',
  '/Node',
  '/PersistentVolume',
  'admissionregistration.k8s.io/MutatingWebhookConfiguration',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicy',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding',
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
  'apiextensions.k8s.io/CustomResourceDefinition',
  'apiregistration.k8s.io/APIService',
  'cert-manager.io/ClusterIssuer',
  'external-secrets.io/ClusterExternalSecret',
  'external-secrets.io/ClusterSecretStore',
  'kyverno.io/ClusterPolicy',
  'networking.k8s.io/IngressClass',
  'project.openshift.io/Project',
  'project.openshift.io/ProjectRequest',
  'rbac.authorization.k8s.io/ClusterRole',
  'rbac.authorization.k8s.io/ClusterRoleBinding',
  'scheduling.k8s.io/PriorityClass',
  'security.openshift.io/SecurityContextConstraints',
  'storage.k8s.io/CSIDriver',
  'storage.k8s.io/StorageClass',
  'storage.k8s.io/VolumeAttachment',
]);

/** Group and kind, as in `apps/Deployment` and `/Secret`. */
export function groupKindOf(manifest: Pick<Manifest, 'apiVersion' | 'kind'>): string {
  return `${groupOf(manifest)}/${manifest.kind}`;
}

/**
 * Whether an object is in no namespace.
 * @param further - kinds that are in none, besides the usual ones
 */
export function isClusterScoped(
  manifest: Pick<Manifest, 'apiVersion' | 'kind'>,
  further: ReadonlySet<string> = NONE,
): boolean {
  const kind = groupKindOf(manifest);
  return CLUSTER_SCOPED.has(kind) || further.has(kind);
}

const NONE: ReadonlySet<string> = new Set();

/** Kinds that CustomResourceDefinitions say are in no namespace. */
export function clusterScopedBy(manifests: Iterable<{ readonly kind: string; readonly spec?: unknown }>): string[] {
  return Array.from(manifests).flatMap(({ kind, spec }) => {
    if (kind !== 'CustomResourceDefinition') return [];
    const { group, names, scope } = (spec ?? {}) as {
      readonly group?: unknown;
      readonly names?: { readonly kind?: unknown };
      readonly scope?: unknown;
    };
    return scope === 'Cluster' ? [`${String(group)}/${String(names?.kind)}`] : [];
  });
}
