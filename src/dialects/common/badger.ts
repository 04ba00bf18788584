import type { BadgerTraces } from '../../model/tracing';
import { SECRET_VOLUME, VOLUME_MOUNT } from './secret-files';
import type { Fitting, Shape } from './shape';

/** Directories of a badger store; they are on the volume, where there is one. */
export const BADGER = { mount: '/badger', keys: '/badger/keys', values: '/badger/values', volume: 'badger' };

/** User and group of Jaeger's images. */
const JAEGER_GROUP = 10001;

/** What readers take the volumes of a Jaeger's pods for. */
export const VOLUMES_SHAPE = {
  volumes: [{ ...SECRET_VOLUME, emptyDir: 'map', persistentVolumeClaim: { claimName: 'text' } }],
  volumeMounts: [VOLUME_MOUNT],
} as const satisfies Shape;

/** Volumes of a pod: those of a badger store, and Secrets. */
export type WireVolumes = Fitting<typeof VOLUMES_SHAPE>;

/** Whether the store is on a claimed volume, and not lost with its pod. */
export function isClaimed({ size, claim }: BadgerTraces): boolean {
  return size !== undefined || claim !== undefined;
}

/** Whether the store has files at all. */
export function isOnDisk(store: BadgerTraces): boolean {
  return isClaimed(store) || store.ephemeral === false;
}

/** Volume and mount of a store on disk; the volume is left out where the pods' owner claims one for each of them. */
export function writeBadgerVolume(store: BadgerTraces): WireVolumes {
  if (!isOnDisk(store)) return {};
  const { mount, volume: name } = BADGER;
  const volumeMounts = [{ name, mountPath: mount }];
  if (store.size !== undefined) return { volumeMounts };
  const source = store.claim === undefined ? { emptyDir: {} } : { persistentVolumeClaim: { claimName: store.claim } };
  return { volumes: [{ name, ...source }], volumeMounts };
}

/** Name of the claim that the store's volume is taken from. */
export function readBadgerClaim({ volumes }: WireVolumes): string | undefined {
  return volumes?.find(({ name }) => name === BADGER.volume)?.persistentVolumeClaim?.claimName;
}

/** Group that may write to the store's volume; one that is not claimed is anybody's. */
export function writeBadgerGroup(store: BadgerTraces): number | undefined {
  if (!isClaimed(store) || store.fsGroup === 'platform') return undefined;
  return store.fsGroup ?? JAEGER_GROUP;
}

/** Reads the group of a claimed volume. */
export function readBadgerGroup(group: number | undefined): BadgerTraces['fsGroup'] {
  if (group === undefined) return 'platform';
  return group === JAEGER_GROUP ? undefined : group;
}
