import type { EnvVar } from './env';
import type { JsonObject } from './json';

/** What a container has besides what its operator gives it. */
export interface ContainerRecord {
  /** Environment variables. */
  readonly env?: readonly EnvVar[];
  /** Volumes of its pod, and where their files are. */
  readonly volumes?: readonly MountedVolume[];
}

/** A volume, and the folder that it is mounted at: a Secret, a ConfigMap, a claim that is there, or another source in Kubernetes' own words. */
export type MountedVolume =
  | { readonly name: string; readonly path: string; readonly secret: string }
  | { readonly name: string; readonly path: string; readonly configMap: string }
  | { readonly name: string; readonly path: string; readonly claim: string }
  | { readonly name: string; readonly path: string; readonly source: JsonObject };
