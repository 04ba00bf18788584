import type { ClientRecord } from '../../model/client';
import { CLIENT_ANNOTATION } from '../../model/client-annotation';
import { sorted, type Manifest } from '../common/codec';
import { templatePlace } from '../common/pod-place';
import { writeEnv } from '../common/pods';
import { writeSecretMount, writeSecretVolume, type MountedSecret } from '../common/secret-files';
import { type JsonMap } from '../common/values';
import { isMap } from '../../model/guarded';
import { describeClient, mountedSecrets, withoutLoginOf, writeClientEnvironment } from './contracts';

/**
 * Somebody's object with the variables, the volumes and the annotation of an application in one of its containers. What the
 * container has stays as it is.
 * @param annotation - the one of this application; an object may have others
 */
export function wireWorkload(manifest: Manifest, record: ClientRecord, annotation = CLIENT_ANNOTATION): Manifest {
  const found = findContainer(manifest, record);
  if (!found) return manifest;
  const client = withoutLoginOf(record, namesIn(found.container['env']));
  const { pod, container, at } = found;
  const mounts = withFreeNames(mountsFor(container, client), volumesIn(manifest, pod));
  const wiredContainer = joined(container, {
    env: [...variablesFor(container, client), ...listIn(container['env'])],
    volumeMounts: [...listIn(container['volumeMounts']), ...mounts.map(writeSecretMount)],
  });
  const wiredPod = joined(pod, {
    containers: listIn(pod['containers']).map((each, index) => (index === at ? wiredContainer : each)),
    volumes: [...listIn(pod['volumes']), ...mounts.map(writeSecretVolume)],
  });
  return annotated(replaced(manifest, found.place, wiredPod) as Manifest, {
    annotation,
    description: describeClient(withContainer(client, container)),
  });
}

/** A container of somebody's object. */
export interface FoundContainer {
  /** Where the pod stands in the object. */
  readonly place: readonly string[];
  readonly pod: JsonMap;
  readonly container: JsonMap;
  readonly at: number;
}

/** The container of the application's name, or the first one. */
export function findContainer(manifest: Manifest, { container: name }: ClientRecord): FoundContainer | undefined {
  const pod = podIn(manifest);
  const containers = listIn(pod?.['containers']);
  const at = name === undefined ? 0 : containers.findIndex((each) => isMap(each) && each['name'] === name);
  const container = containers[at];
  return pod && isMap(container) ? { place: podPlace(manifest), pod, container, at } : undefined;
}

/** Where the pod stands in an object. */
export function podPlace({ kind }: Manifest): readonly string[] {
  return [...templatePlace(kind), 'spec'];
}

/** The pod in an object; absent: there is none. */
export function podIn(manifest: Manifest): JsonMap | undefined {
  let part: unknown = manifest;
  for (const field of podPlace(manifest)) part = isMap(part) ? part[field] : undefined;
  return isMap(part) ? part : undefined;
}

/** The variables of the application that its container does not set itself. */
function variablesFor(container: JsonMap, client: ClientRecord): readonly unknown[] {
  const own = namesIn(container['env']);
  return writeEnv(writeClientEnvironment(client).filter(({ name }) => !own.has(name))) ?? [];
}

/** The Secrets of the application at whose paths its container mounts nothing itself. */
function mountsFor(container: JsonMap, client: ClientRecord): readonly MountedSecret[] {
  const own = new Set(listIn(container['volumeMounts']).map(mountPathOf));
  return mountedSecrets(client).filter(({ path }) => !own.has(path));
}

/** Where a container mounts a volume; one folder has one spelling. */
export function mountPathOf(mount: unknown): string | undefined {
  const path = isMap(mount) ? mount['mountPath'] : undefined;
  return typeof path === 'string' ? path.replace(/\/+$/, '') : undefined;
}

/** Volumes whose names nobody has. */
function withFreeNames(mounts: readonly MountedSecret[], taken: ReadonlySet<string>): readonly MountedSecret[] {
  return mounts.map((mounted) => ({ ...mounted, volume: freeName(mounted.volume, taken) }));
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  return taken.has(name) ? freeName(`kafka-${name}`, taken) : name;
}

/** The volumes of a pod, with those that a StatefulSet claims for it: they take the place of others of their names. */
function volumesIn({ spec }: Manifest, pod: JsonMap): ReadonlySet<string> {
  const claims = isMap(spec) ? listIn(spec['volumeClaimTemplates']) : [];
  return new Set([...namesIn(pod['volumes']), ...namesIn(claims.map((each) => isMap(each) && each['metadata']))]);
}

/** The application with the name of its container, where that is another one. */
function withContainer({ container: _, ...client }: ClientRecord, { name }: JsonMap): ClientRecord {
  return typeof name === 'string' && name !== client.name ? { ...client, container: name } : client;
}

function annotated(
  manifest: Manifest,
  { annotation, description }: { readonly annotation: string; readonly description: string | undefined },
): Manifest {
  if (description === undefined) return manifest;
  const { annotations, ...metadata } = manifest.metadata;
  const all = sorted({ ...annotations, [annotation]: description });
  return { ...manifest, metadata: sorted({ ...metadata, annotations: all }) as Manifest['metadata'] };
}

/** An object with another part at a place. */
function replaced(object: JsonMap, [field, ...within]: readonly string[], part: JsonMap): JsonMap {
  if (field === undefined) return part;
  const inner = object[field];
  return { ...object, [field]: replaced(isMap(inner) ? inner : {}, within, part) };
}

/** A map with other lists, those that have any items. */
function joined(map: JsonMap, lists: Readonly<Record<string, readonly unknown[]>>): JsonMap {
  const filled = Object.entries(lists).filter(([, items]) => items.length > 0);
  return sorted({ ...map, ...Object.fromEntries(filled) }) ?? {};
}

/** The value as a list where it is one. */
export function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The names of the items of a list. */
export function namesIn(list: unknown): ReadonlySet<string> {
  return new Set(
    listIn(list).flatMap((each) => (isMap(each) && typeof each['name'] === 'string' ? [each['name']] : [])),
  );
}
