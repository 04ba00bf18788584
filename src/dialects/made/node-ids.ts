import type { NodePoolRecord } from '../../model/node-pool';
import type { KafkaNode } from './kafka';

/** Annotation that says which numbers the next nodes of a pool get. */
const NEXT_IDS = 'strimzi.io/next-node-ids';

/**
 * The nodes of pools that are all new: each takes the lowest number that is free, or one that it was told to, pool by pool
 * in the order in which the API server lists them.
 * @see NodeIdAssignor of Strimzi 0.36.0 to 1.2.0
 */
export function poolNodes(cluster: string, pools: readonly NodePoolRecord[]): readonly KafkaNode[] {
  const inUse = new Set<number>();
  const sorted = [...pools].sort((one, other) => (one.name < other.name ? -1 : 1));
  return sorted.flatMap(({ name, replicas, roles, storage, annotations }) => {
    const wanted = idsIn(annotations?.[NEXT_IDS] ?? '');
    return Array.from({ length: replicas }, (): KafkaNode => {
      const id = wanted.find((each) => !inUse.has(each)) ?? lowestFree(inUse);
      inUse.add(id);
      return { id, set: `${cluster}-${name}`, isBroker: roles.includes('broker'), storage };
    });
  });
}

function lowestFree(inUse: ReadonlySet<number>): number {
  let id = 0;
  while (inUse.has(id)) id += 1;
  return id;
}

/** More numbers than a cluster has nodes. */
const MOST = 1000;

/** The numbers of `[0, 2, 10-20]`, in their order; a range may go down. */
function idsIn(range: string): readonly number[] {
  return [...range.matchAll(/(\d+)(?:\s*-\s*(\d+))?/g)].flatMap(([, first = '', last = first]) => {
    const [from, to] = [Number(first), Number(last)];
    const step = from <= to ? 1 : -1;
    return Array.from({ length: Math.min(Math.abs(to - from) + 1, MOST) }, (_, at) => from + at * step);
  });
}
