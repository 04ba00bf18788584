import type { Diff } from './change';
import { comparison } from './load';
import { Side } from './side';

/** Says what a change of manifests does to Kafka and to those who use it. */
export function diff(before: Iterable<unknown>, after: Iterable<unknown>): Diff {
  return comparison().compareSides(sideOf(before), sideOf(after));
}

function sideOf(manifests: Iterable<unknown>): Side {
  const side = new Side();
  let number = 0;
  for (const manifest of manifests) side.take(manifest, `manifest ${++number}`);
  return side;
}
