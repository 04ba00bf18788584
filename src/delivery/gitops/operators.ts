import type { Manifest } from '../../dialects/common/codec';
import { get } from '../../dialects/common/values';
import { isMap } from '../../model/guarded';
import { groupOf } from '../../reports/object-id';
import type { Unit } from './unit';

/** What of a unit makes the operators of others run. */
export interface Operators {
  /** Numbers of subscriptions: what they install runs for any kind. */
  readonly subscriptions: readonly number[];
  /** Numbers of Deployments of operators, for the kinds that are defined beside them. */
  readonly deployments: readonly number[];
  /** CustomResourceDefinitions by the group and kind that they define. */
  readonly definitions: ReadonlyMap<string, number>;
  /** Groups of these. */
  readonly groups: ReadonlySet<string>;
}

/**
 * Finds operators. A program is one that may talk to the API server, as somebody bound a role to its account, beside
 * definitions of kinds: nothing else tells it from others.
 */
export function operatorsOf({ cargo, namespace = '' }: Unit, first: number): Operators {
  const manifests = cargo.map(({ manifest }) => manifest);
  const definitions = new Map(manifests.flatMap((manifest, index) => definedBy(manifest, first + index)));
  const numbersOf = (isMeant: (manifest: Manifest) => boolean): number[] =>
    manifests.flatMap((manifest, index) => (isMeant(manifest) ? [first + index] : []));
  const bound = new Set(definitions.size === 0 ? [] : manifests.flatMap((manifest) => boundBy(manifest, namespace)));
  return {
    subscriptions: numbersOf((each) => each.kind === 'Subscription' && groupOf(each) === 'operators.coreos.com'),
    deployments: numbersOf((each) => each.kind === 'Deployment' && bound.has(accountOf(each, namespace))),
    definitions,
    groups: new Set([...definitions.keys()].map((key) => key.replace(/\/.*/, ''))),
  };
}

function definedBy({ kind, spec }: Manifest, number: number): (readonly [string, number])[] {
  if (kind !== 'CustomResourceDefinition') return [];
  return [[`${String(at(spec, 'group'))}/${String(at(spec, 'names', 'kind'))}`, number]];
}

/** The accounts that a role is bound to. */
function boundBy({ kind, metadata, subjects }: Manifest, namespace: string): string[] {
  if (!['RoleBinding', 'ClusterRoleBinding'].includes(kind) || !Array.isArray(subjects)) return [];
  return subjects.flatMap((subject: unknown) => {
    if (at(subject, 'kind') !== 'ServiceAccount') return [];
    return [account(at(subject, 'namespace') ?? metadata.namespace ?? namespace, at(subject, 'name'))];
  });
}

function accountOf({ metadata, spec }: Manifest, namespace: string): string {
  return account(metadata.namespace ?? namespace, at(spec, 'template', 'spec', 'serviceAccountName'));
}

function account(namespace: unknown, name: unknown): string {
  return `${String(namespace)}/${String(name)}`;
}

function at(value: unknown, ...way: readonly string[]): unknown {
  return way.reduce<unknown>((each, field) => (isMap(each) ? get(each, field) : undefined), value);
}
