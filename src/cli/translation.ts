import { Case } from '../check/case';
import { faultFinding, type Finding } from '../check/finding';
import { soundManifest } from '../check/object';
import type { Told } from '../check/told';
import type { JudgedSite } from '../check/site';
import { isTold, type Translated } from '../check/translated';
import type { SourceObject } from './files/objects';

/** What keeps objects from being read: they would be left as they are without a word. */
export function malformedFindings(objects: readonly SourceObject[]): Finding[] {
  const told: Told<JudgedSite>[] = [];
  for (const { path, manifest } of objects) {
    if (isTold(manifest)) soundManifest(manifest, new Case({ path }, undefined, told));
  }
  return told.map(({ finding }) => finding);
}

const LOSS = 'release-says-field';

/** Whether a finding tells of a loss. */
export function isLoss({ rule }: Finding): boolean {
  return rule === LOSS;
}

/** What is lost of an object, as findings about it. */
export function lossFindings({ object, losses }: Translated<SourceObject>, areAllowed: boolean): Finding[] {
  return losses.map(({ field, given, allowed, message, since, remedy }) =>
    faultFinding({
      rule: LOSS,
      effect: areAllowed ? 'ignored' : 'refused',
      path: object.path,
      ...(field !== '' && { field }),
      ...(given !== undefined && { given }),
      ...(allowed !== undefined && { allowed }),
      message,
      ...((remedy ?? since) !== undefined && { remedy: remedy ?? `Name a release that can say it: ${since ?? ''}.` }),
    }),
  );
}
