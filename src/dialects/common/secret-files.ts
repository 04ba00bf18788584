import type { SecretKey } from '../../model/user';
import type { Fitting, Shape } from './shape';

/** A Secret as a folder of a container: a file for each key. */
export interface MountedSecret {
  /** Name of the volume. */
  readonly volume: string;
  readonly secret: string;
  readonly path: string;
}

/** What readers take the volumes that Secrets are mounted by for. */
export const SECRET_VOLUME = { name: 'text', secret: { secretName: 'text', items: ['map'] } } as const satisfies Shape;
/** What readers take the places of volumes in a container for. */
export const VOLUME_MOUNT = {
  name: 'text',
  mountPath: 'text',
  readOnly: 'flag',
  subPath: 'text',
} as const satisfies Shape;

type WireVolume = Fitting<typeof SECRET_VOLUME>;
type WireMount = Fitting<typeof VOLUME_MOUNT>;

/** The path of the file that a key of a Secret is; absent: the Secret is not mounted. */
export function pathOf({ secret, key }: SecretKey, mounts: readonly MountedSecret[]): string | undefined {
  const folder = mounts.find((mounted) => mounted.secret === secret);
  return folder && `${folder.path}/${key}`;
}

/** The key of a Secret that a path leads to; the inverse of `pathOf`. */
export function keyAt(path: string, mounts: readonly MountedSecret[]): SecretKey | undefined {
  for (const { path: folder, secret } of mounts) {
    const key = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : '';
    if (key !== '' && !key.includes('/')) return { secret, key };
  }
  return undefined;
}

/** The volume of a Secret. */
export function writeSecretVolume({ volume, secret }: MountedSecret): WireVolume {
  return { name: volume, secret: { secretName: secret } };
}

/** The place of a Secret in a container. */
export function writeSecretMount({ volume, path }: MountedSecret): WireMount {
  return { name: volume, mountPath: path, readOnly: true };
}

/** The Secrets that a container has as whole folders. */
export function readSecretMounts(
  volumes: readonly WireVolume[] = [],
  volumeMounts: readonly WireMount[] = [],
): MountedSecret[] {
  return volumeMounts.flatMap(({ name, mountPath, subPath }) => {
    if (name === undefined || mountPath === undefined) return [];
    const secret = volumes.find((volume) => volume.name === name)?.secret;
    if (secret?.secretName === undefined || secret.items !== undefined || subPath !== undefined) return [];
    return [{ volume: name, secret: secret.secretName, path: mountPath }];
  });
}
