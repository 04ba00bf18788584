/** Which numbers nodes of a pool get and lose. */
export interface NodeIdProps {
  /**
   * Numbers that the next nodes get, in this order: numbers, and ranges as text: `[0, '4-7']`; known at once.
   * @default - the lowest that are free in the cluster
   */
  readonly nextNodeIds?: readonly (number | string)[];
  /**
   * Numbers of nodes that go first where there are fewer: numbers, and ranges as text: `['7-4', 0]`; known at once.
   * @default - the highest
   */
  readonly removeNodeIds?: readonly (number | string)[];
}

/** Annotations that say it. */
export function nodeIdAnnotations({ nextNodeIds, removeNodeIds }: NodeIdProps): Readonly<Record<string, string>> {
  return {
    ...(nextNodeIds && { 'strimzi.io/next-node-ids': rangeText(nextNodeIds) }),
    ...(removeNodeIds && { 'strimzi.io/remove-node-ids': rangeText(removeNodeIds) }),
  };
}

function rangeText(ids: readonly (number | string)[]): string {
  return `[${ids.join(', ')}]`;
}
