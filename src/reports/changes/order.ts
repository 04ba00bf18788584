import type { Manifest } from '../../dialects/common/codec';
import { equal } from '../../dialects/common/values';
import { fieldPath } from '../../model/field';
import { list, map, valueAt } from '../../model/guarded';
import type { ChangeEffect } from '../change';

/** What comes of another order of volumes of nodes. */
export const REORDERED = {
  class: 'restarts-pods',
  message: 'Volumes of pods are in another order: the nodes restart one by one.',
} as const;

type Pair = readonly [was: Manifest, is: Manifest];

/**
 * What comes of another order of items that stay in a list, where an operator goes by it and records do not.
 * @param at - the list
 * @param keyOf - what an item is known by
 */
export function orderEffects(
  manifests: Pair,
  at: string,
  keyOf: (item: unknown) => unknown,
  outcome: Pick<ChangeEffect, 'class' | 'message'>,
): readonly ChangeEffect[] {
  const [was, is] = manifests.map((manifest) => keysAt(manifest, at, keyOf)) as [unknown[], unknown[]];
  const [before, after] = [new Set(was), new Set(is)];
  const isAsBefore = equal(
    was.filter((key) => after.has(key)),
    is.filter((key) => before.has(key)),
  );
  return isAsBefore ? [] : [{ field: at, ...outcome }];
}

/** The same of volumes of pods, where `at` has their template: operators compare pods word for word. */
export function volumesOrder(
  manifests: Pair,
  at: string,
  outcome: Pick<ChangeEffect, 'class' | 'message'>,
): readonly ChangeEffect[] {
  return orderEffects(manifests, `${at}.template.pod.volumes`, (volume) => map(volume)['name'], outcome);
}

function keysAt(manifest: Manifest, at: string, keyOf: (item: unknown) => unknown): unknown[] {
  return list(valueAt(manifest, fieldPath(at))).map(keyOf);
}
