import type { Manifest } from '../dialects/common/codec';
import { get, put, type JsonMap } from '../dialects/common/values';
import { isMap } from '../model/guarded';
import { shellWord } from '../text/shell-word';

/** An object of a tree. */
export interface Item {
  /** Which of the objects that were given it comes from, counted from 0. */
  readonly origin: number;
  readonly manifest: Manifest;
}

/** All objects that are applied together, in the order of those that were given. */
export type Tree = readonly Item[];

const STRIMZI = 'kafka.strimzi.io/';

/** The objects of a kind of the Kafka operator, in whatever version of its API. */
export function ofKind(tree: Tree, ...kinds: readonly string[]): readonly Item[] {
  return tree.filter(({ manifest }) => isStrimzi(manifest) && kinds.includes(manifest.kind));
}

/** Whether an object is one of the Kafka operator's. */
export function isStrimzi({ apiVersion }: Manifest): boolean {
  return apiVersion.startsWith(STRIMZI);
}

/** A tree with other objects in the place of each: none, one or several. The very item says that nothing changes. */
export function edited(tree: Tree, edit: (item: Item) => Manifest | readonly Manifest[]): Tree {
  return tree.flatMap((item) => {
    const made = edit(item);
    const manifests = Array.isArray(made) ? (made as readonly Manifest[]) : [made as Manifest];
    return manifests.map((manifest) => (manifest === item.manifest ? item : { origin: item.origin, manifest }));
  });
}

/** What stands at a place of an object; absent: nothing does. */
export function valueIn(manifest: Manifest, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, field) => (isMap(value) ? get(value, field) : undefined), manifest);
}

/** The text at a place of an object; absent: it is none. */
export function textIn(manifest: Manifest, ...path: readonly string[]): string | undefined {
  const value = valueIn(manifest, ...path);
  return typeof value === 'string' ? value : undefined;
}

/** An object with another value at a place; `undefined`: the field goes, and what is empty without it goes too. */
export function withValue(manifest: Manifest, path: readonly string[], value: unknown): Manifest {
  return changed(manifest, path, value) as Manifest;
}

function changed(map: JsonMap, [field = '', ...rest]: readonly string[], value: unknown): JsonMap {
  const next = rest.length === 0 ? value : changedWithin(get(map, field), rest, value);
  const entries = Object.entries(map).map(([key, each]) => [key, key === field ? next : each] as const);
  const result: JsonMap = {};
  for (const [key, each] of Object.hasOwn(map, field) ? entries : [...entries, [field, next] as const]) {
    if (key !== field || each !== undefined) put(result, key, each);
  }
  return result;
}

/** What stands below a field; absent: nothing is left there. */
function changedWithin(within: unknown, path: readonly string[], value: unknown): JsonMap | undefined {
  const next = changed(isMap(within) ? within : {}, path, value);
  return value === undefined && Object.keys(next).length === 0 ? undefined : next;
}

/** What people call an object: kind, namespace and name. */
export function nameOf({ kind, metadata }: Manifest): string {
  return [kind, metadata.namespace, metadata.name].filter((part) => part !== undefined).join(' ');
}

/** The namespace of an object; empty: it names none. */
export function namespaceOf({ metadata }: Manifest): string {
  return metadata.namespace ?? '';
}

/** A call of kubectl about an object: the verb, what it is about, and what follows as it is typed. */
export function kubectl(
  verb: string,
  { kind, metadata }: Pick<Manifest, 'kind' | 'metadata'>,
  ...more: readonly string[]
): string {
  const { name, namespace } = metadata;
  const within = namespace === undefined ? [] : ['-n', shellWord(namespace)];
  return ['kubectl', ...within, verb, kind.toLowerCase(), shellWord(name), ...more].join(' ');
}
