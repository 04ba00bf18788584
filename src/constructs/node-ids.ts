import type { IConstruct } from 'constructs';
import { noteFault } from './faults';

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

/** What is said of it, and nothing else. */
export function nodeIdsOf({ nextNodeIds, removeNodeIds }: NodeIdProps): NodeIdProps {
  return { ...(nextNodeIds && { nextNodeIds }), ...(removeNodeIds && { removeNodeIds }) };
}

/** Notes of a cluster without pools that its nodes are numbered from 0. */
export function noteNodeIds(cluster: IConstruct, props: NodeIdProps): void {
  for (const field of Object.keys(nodeIdsOf(props))) {
    noteFault(cluster, {
      rule: 'prop-value',
      effect: 'ignored',
      field,
      allowed: `no ${field}`,
      message: 'The nodes are in no pool: the operator numbers them from 0.',
      remedy: 'Leave it out, or name a release with node pools.',
    });
  }
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
