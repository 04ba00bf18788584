import type { Limit, Manifest as KubernetesObject } from '../dialects/common/codec';
import type { StrimziRelease } from '../dialects/releases';
import { limitsOf, readManifest, writeRecord } from '../dialects/translate';
import type { Manifest } from './files/left-out';
import type { SourceObject } from './files/objects';
import { faultFinding, type Finding } from '../check/finding';

/** What an object is told anew with, and what is lost on the way. */
export interface Translated {
  readonly object: SourceObject;
  /** The object in the words of the release; what has more than one object there, several. */
  readonly manifests: readonly Manifest[];
  readonly losses: readonly Limit[];
}

/** Tells an object anew in the words of a release. Absent: it is none that releases tell differently. */
export function translated(object: SourceObject, release: StrimziRelease): Translated | undefined {
  const manifest = object.manifest as unknown as KubernetesObject;
  const described = readManifest(manifest);
  if (!described) return undefined;
  try {
    const reader = { release };
    return { object, manifests: [writeRecord(described, reader)], losses: limitsOf(described, reader) };
  } catch (error) {
    const loss = { field: '', message: (error as Error).message };
    return { object, manifests: [object.manifest], losses: [loss] };
  }
}

const LOSS = 'release-says-field';

/** Whether a finding tells of a loss. */
export function isLoss({ rule }: Finding): boolean {
  return rule === LOSS;
}

/** What is lost of an object, as findings about it. */
export function lossFindings({ object, losses }: Translated, areAllowed: boolean): Finding[] {
  return losses.map(({ field, given, allowed, message, since }) =>
    faultFinding({
      rule: LOSS,
      effect: areAllowed ? 'ignored' : 'refused',
      path: object.path,
      field,
      ...(given !== undefined && { given }),
      ...(allowed !== undefined && { allowed }),
      message,
      ...(since !== undefined && { remedy: `${since} can say it.` }),
    }),
  );
}
