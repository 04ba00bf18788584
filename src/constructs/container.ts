import { defined, present } from '../dialects/common/codec';
import { plainVolume } from '../dialects/common/container';
import type { ContainerRecord, MountedVolume } from '../model/container';
import type { EnvVar } from '../model/env';
import type { JsonObject } from '../model/json';

/** Files of a container: of a Secret or a ConfigMap, of a claim that is there, or of another volume. */
export type MountedFiles = {
  /** Name of the volume, known at once: lower-case letters, digits and hyphens. */
  readonly name: string;
  /**
   * Folder of the files, below `/mnt`.
   * @default - the name, below `/mnt`
   */
  readonly path?: string;
} & FilesSource;

/** Where files come from. */
export type FilesSource =
  | {
      /** Name of a Secret, whose keys are files. */
      readonly secret: string;
    }
  | {
      /** Name of a ConfigMap, whose keys are files. */
      readonly configMap: string;
    }
  | {
      /** Name of a PersistentVolumeClaim. */
      readonly claim: string;
    }
  | {
      /** Another volume in Kubernetes' own words: `{ emptyDir: {} }`, `{ image: { reference: … } }`, `{ csi: … }`. */
      readonly source: JsonObject;
    };

/** What a container has besides what its operator gives it, in the same words for all of them. */
export interface ContainerProps {
  /**
   * Environment variables, from Secrets and ConfigMaps from Strimzi 0.44 on.
   * @default - none
   */
  readonly env?: readonly EnvVar[];
  /**
   * Files and other volumes (from Strimzi 0.43 on).
   * @default - none
   */
  readonly files?: readonly MountedFiles[];
}

/** What is said of a container, for a record; absent: nothing is. */
export function containerRecord({ env, files = [] }: ContainerProps): ContainerRecord | undefined {
  return present({ env, volumes: files.length > 0 ? files.map(volumeOf) : undefined });
}

/** What a container has where a part of a workload says some of its own: of one name that is taken before the usual one. */
export function mergedContainer(usual: ContainerRecord, own: ContainerRecord): ContainerRecord {
  return defined({ env: byName(usual.env, own.env), volumes: byName(usual.volumes, own.volumes) });
}

function volumeOf({ name, path = `/mnt/${name}`, ...source }: MountedFiles): MountedVolume {
  return plainVolume({ name, path, ...source });
}

function byName<T extends { readonly name: string }>(
  usual: readonly T[] = [],
  own: readonly T[] = [],
): readonly T[] | undefined {
  const names = new Set(own.map(({ name }) => name));
  const all = [...usual.filter(({ name }) => !names.has(name)), ...own];
  return all.length > 0 ? all : undefined;
}
