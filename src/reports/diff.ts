import type { Diff } from './change';
import { comparison } from './load';
import { Side } from './side';

/**
 * Says what a change of manifests does to Kafka and to those who use it. Objects are told apart by the group of their API,
 * kind, namespace and name, so both sides may be of other releases: what is said in other words has no effect.
 *
 * @param before - the objects as they are applied now, whoever wrote them
 * @param after - the objects as they are to be applied
 *
 * @example
 * diff(Testing.synth(before), Testing.synth(after)).changes.filter((change) => change.class === 'destroys-data')
 */
export function diff(before: Iterable<unknown>, after: Iterable<unknown>): Diff {
  return comparison().compareSides(sideOf(before), sideOf(after));
}

function sideOf(manifests: Iterable<unknown>): Side {
  const side = new Side();
  let number = 0;
  for (const manifest of manifests) side.take(manifest, `manifest ${++number}`);
  return side;
}
