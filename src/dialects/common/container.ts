import type { ContainerRecord, MountedVolume } from '../../model/container';
import type { JsonObject } from '../../model/json';
import { defined, present } from './codec';
import { POD_TEMPLATE } from './pod-template';
import { POD_SHAPES, readEnv, writeEnv } from './pods';
import type { Fitting, Shape } from './shape';
import { copied, equal } from './values';
import { isMap } from '../../model/guarded';

/** What readers take a container of a template for. */
export const CONTAINER_SHAPE = {
  env: POD_SHAPES.env,
  volumeMounts: [{ name: 'text', mountPath: 'text' }],
} as const satisfies Shape;

/** What readers take a template of pods for, whose containers may have volumes of their own. */
export const POD_WITH_VOLUMES = { ...POD_TEMPLATE, volumes: ['map'] } as const satisfies Shape;

/** Later words, which early APIs lack, of containers at their places. */
export type LateContainerWords<Place extends string> = `${Place}.${'env.valueFrom' | 'volumeMounts'}`;

/** The address of a node, which no API knows as a variable of containers at their places. */
export type NodeAddressWords<Place extends string> = `${Place}.env.valueFrom.fieldRef`;

type WireContainer = Fitting<typeof CONTAINER_SHAPE>;
type WirePod = Fitting<typeof POD_WITH_VOLUMES>;
type Containers<N extends string> = { readonly [Name in N]?: WireContainer };
interface WithPod {
  readonly pod?: WirePod;
}

/** Spells a template with variables and files of its containers, by their names; absent where nothing is said. */
export function withContainers<T extends WithPod, N extends string>(
  template: T | undefined,
  containers: Readonly<Record<N, ContainerRecord | undefined>>,
): (T & Containers<N>) | undefined {
  const said = (Object.entries(containers) as [N, ContainerRecord | undefined][]).flatMap(([name, record = {}]) => {
    const container = writeContainer(record);
    return container ? [[name, container] as const] : [];
  });
  if (said.length === 0) return template as (T & Containers<N>) | undefined;
  const volumes = volumesOf(Object.values<ContainerRecord | undefined>(containers));
  const pod = present({ ...template?.pod, volumes: volumes.length > 0 ? volumes : undefined });
  return defined({ ...template, pod, ...Object.fromEntries(said) }) as T & Containers<N>;
}

/** Reads a container of a template. Volumes that it does not mount are kept by the codec. */
export function readContainer<N extends string>(
  template: (WithPod & Containers<N>) | undefined,
  name: N,
): ContainerRecord {
  const container: WireContainer | undefined = template?.[name];
  if (!container) return {};
  const byName = new Map((template?.pod?.volumes ?? []).map((wire) => [wire['name'], wire]));
  const volumes = (container.volumeMounts ?? []).flatMap(({ name: volume, mountPath }) => {
    const wire = byName.get(volume);
    return volume === undefined || mountPath === undefined || !wire ? [] : [readVolume(volume, mountPath, wire)];
  });
  return defined({ env: readEnv(container.env), volumes: volumes.length > 0 ? volumes : undefined });
}

function writeContainer({ env, volumes = [] }: ContainerRecord): WireContainer | undefined {
  const volumeMounts = volumes.map(({ name, path }) => ({ name, mountPath: path }));
  return present({ env: writeEnv(env), volumeMounts: volumeMounts.length > 0 ? volumeMounts : undefined });
}

/** The volumes of a pod; one that several containers mount, or one of them at several places, is one. */
function volumesOf(containers: readonly (ContainerRecord | undefined)[]): readonly JsonObject[] {
  const wires = containers.flatMap((container) => container?.volumes ?? []).map(writeVolume);
  return wires.filter((wire, index) => wires.findIndex((each) => equal(each, wire)) === index);
}

function writeVolume(volume: MountedVolume): JsonObject {
  const { name } = volume;
  if ('secret' in volume) return { name, secret: { secretName: volume.secret } };
  if ('configMap' in volume) return { name, configMap: { name: volume.configMap } };
  if ('claim' in volume) return { name, persistentVolumeClaim: { claimName: volume.claim } };
  return { name, ...copied(volume.source) };
}

function readVolume(name: string, path: string, { name: _, ...source }: JsonObject): MountedVolume {
  return plainVolume({ name, path, source: copied(source) });
}

/** A volume in the shortest words. */
export function plainVolume(volume: MountedVolume): MountedVolume {
  if (!('source' in volume)) return volume;
  const { name, path, source } = volume;
  const short: readonly MountedVolume[] = [
    { name, path, secret: textAt(source, 'secret', 'secretName') },
    { name, path, configMap: textAt(source, 'configMap', 'name') },
    { name, path, claim: textAt(source, 'persistentVolumeClaim', 'claimName') },
  ];
  return short.find((each) => equal(writeVolume(each), { name, ...source })) ?? volume;
}

function textAt(source: JsonObject, kind: string, field: string): string {
  const holder = source[kind];
  const value = isMap(holder) ? holder[field] : undefined;
  return typeof value === 'string' ? value : '';
}
