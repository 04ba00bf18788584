import type { StrimziRelease } from '../../dialects/releases';
import { objectTree, refusalsOf } from '../../migration/migration';
import type { MigrationRefusal } from '../../migration/stage';
import { isServedAt } from '../../schema';
import { UsageError } from '../io';
import type { Kubectl } from './kubectl';

/** The definition of a kind, as an API server tells it. */
interface Definition {
  readonly metadata: { readonly name: string };
  readonly spec: { readonly group: string; readonly names: { readonly kind: string } };
  readonly status?: { readonly storedVersions?: readonly string[] };
}

/**
 * What the operator of another release would refuse of what is there: of the manifests, and of what the cluster stores.
 * @throws UsageError where the cluster does not tell its definitions
 */
export function refusedNext(
  manifests: readonly unknown[],
  { from, to, kubectl }: { readonly from: StrimziRelease; readonly to: StrimziRelease; readonly kubectl: Kubectl },
): readonly MigrationRefusal[] {
  const { ok, stdout, stderr } = kubectl.call(['get', 'customresourcedefinition', '--output', 'json']);
  if (!ok) throw new UsageError(`the cluster does not tell its definitions: ${stderr.trim().split('\n').at(-1) ?? ''}`);
  const { items } = JSON.parse(stdout) as { readonly items: readonly Definition[] };
  return [...refusalsOf(objectTree(manifests), { from, to }), ...items.flatMap((each) => storedBeyond(each, to))];
}

/** A definition of a version less is not taken while objects may be stored in it. */
function storedBeyond({ metadata, spec, status }: Definition, to: StrimziRelease): readonly MigrationRefusal[] {
  if (spec.group !== 'kafka.strimzi.io') return [];
  const gone = (status?.storedVersions ?? []).filter(
    (version) => !isServedAt({ apiVersion: `${spec.group}/${version}`, kind: spec.names.kind }, to.facts.version),
  );
  return gone.map((version) => ({
    stage: 'api' as const,
    object: `CustomResourceDefinition ${metadata.name}`,
    message: `It stores ${version}, which ${to.name} does not serve: run crd-upgrade of the conversion tool.`,
    source: 'https://strimzi.io/docs/operators/0.51.0/deploying#proc-upgrade-crds-to-v1-str',
  }));
}
