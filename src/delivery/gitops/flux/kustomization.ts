import type { Manifest } from '../../../dialects/common/codec';
import type { FluxKustomizationsProps } from '../../flux';
import { groupKindOf } from '../scope';
import { clusterOf } from '../named-clusters';
import type { Part } from '../unit';
import { HEALTH_EXPRESSIONS, type HealthExpressions } from './health';

/** Of a Kustomization, what is written. */
interface KustomizationManifest {
  readonly apiVersion: 'kustomize.toolkit.fluxcd.io/v1';
  readonly kind: 'Kustomization';
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly spec: {
    readonly interval: string;
    readonly retryInterval: string;
    readonly timeout: string;
    readonly path: string;
    readonly prune: boolean;
    readonly wait: boolean;
    readonly sourceRef: { readonly kind: string; readonly name: string; readonly namespace?: string };
    readonly dependsOn?: readonly { readonly name: string }[];
    readonly kubeConfig?: { readonly secretRef: { readonly name: string } };
    readonly healthCheckExprs?: readonly HealthExpressions[];
  };
}

const INTERVAL = '10m';
const TIMEOUT = '15m';
/** What operators bring, such as CustomResourceDefinitions, may take a while to be there. */
const RETRY_INTERVAL = '1m';

/** The Kustomization of a part: it waits until all its objects are healthy. */
export function kustomization(
  settings: FluxKustomizationsProps,
  part: Part,
  { path, before }: { readonly path: string; readonly before: readonly string[] },
): Manifest {
  const { source, namespace = 'flux-system', interval, timeout, kubeConfigs } = settings;
  const secret = kubeConfigs?.[clusterOf(part.unit)];
  const checks = expressionsFor(part);
  const manifest: KustomizationManifest = {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: { name: part.name, namespace },
    spec: {
      interval: interval ? `${interval.toSeconds()}s` : INTERVAL,
      retryInterval: RETRY_INTERVAL,
      timeout: timeout ? `${timeout.toSeconds()}s` : TIMEOUT,
      path,
      prune: true,
      wait: true,
      sourceRef: {
        kind: source.kind ?? 'GitRepository',
        name: source.name,
        ...(source.namespace !== undefined && { namespace: source.namespace }),
      },
      ...(before.length > 0 && { dependsOn: before.map((name) => ({ name })) }),
      ...(secret !== undefined && { kubeConfig: { secretRef: { name: secret } } }),
      ...(checks.length > 0 && { healthCheckExprs: checks }),
    },
  };
  return manifest as unknown as Manifest;
}

/** How to tell the health of the kinds that are in a part. */
function expressionsFor({ cargo }: Part): HealthExpressions[] {
  const kinds = new Map(cargo.map(({ manifest }) => [groupKindOf(manifest), manifest.apiVersion]));
  return [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([kind, apiVersion]) => {
      const expressions = Object.hasOwn(HEALTH_EXPRESSIONS, kind) ? HEALTH_EXPRESSIONS[kind] : undefined;
      return expressions ? [{ apiVersion, kind: kind.replace(/.*\//, ''), ...expressions }] : [];
    });
}
