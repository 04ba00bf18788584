import { StrimziRelease } from '../../dialects/releases';
import type { Place } from '../../check/formats/located';
import type { FieldPath } from '../../model/field';
import type { PlatformName } from '../../model/platform';
import type { PolicyRecord } from '../../model/policy';

/** What a Kubernetes cluster can be. */
export const PLATFORMS: readonly PlatformName[] = ['kubernetes', 'openshift'];

/** A site, and the files that describe what is there. */
export interface FileSite {
  /** What the configuration calls it; empty for the one that options describe. */
  readonly name: string;
  readonly release: StrimziRelease;
  readonly platform: PlatformName;
  /** Sites with one name are in one Kubernetes cluster. */
  readonly kubernetesCluster?: string;
  /** Where objects are that name no namespace. */
  readonly namespace?: string;
  /** Findings that were weighed and taken, by rule, each with the reason. */
  readonly waivers: Readonly<Record<string, string>>;
  /** What the organisation asks of topics and users there; absent: nothing. */
  readonly policies?: readonly PolicyRecord[];
  /** Where the configuration describes a field of the site; absent: options do. */
  readonly placeOf?: (field: FieldPath) => Place;
  /** Whether a file, told relative to the working folder, is for the site. */
  readonly holds: (file: string) => boolean;
  /** Of each path of the configuration that leads to nothing, where it stands and what it is; absent: there is none. */
  readonly absent?: readonly string[];
}

/** The release of a name, or what is wrong with the name. */
export function releaseOf(name: string): StrimziRelease | string {
  try {
    return StrimziRelease.of(name);
  } catch (error) {
    return (error as Error).message;
  }
}
