import type { NodePoolRecord } from '../../model/node-pool';
import type { KafkaNode } from './kafka';

/** Annotation that says which numbers the next nodes of a pool get. */
const NEXT_IDS = 'strimzi.io/next-node-ids';

/** Annotation that says which nodes of a pool go first. */
const REMOVED_IDS = 'strimzi.io/remove-node-ids';

/** A pool, and the numbers that its nodes have already. */
export interface NumberedPool {
  readonly pool: NodePoolRecord;
  /** What its status says; empty: it is new. */
  readonly ids: readonly number[];
}

/**
 * The nodes of pools. Those that are there keep their numbers, and the highest go where there are too many; each new one
 * takes the lowest number that is free, or one that it was told to, pool by pool in the order in which the API server lists
 * them.
 * @see NodeIdAssignor of Strimzi 0.36.0 to 1.2.0
 */
export function poolNodes(cluster: string, pools: readonly NumberedPool[]): readonly KafkaNode[] {
  const inUse = new Set(pools.flatMap(({ ids }) => ids));
  const sorted = [...pools].sort((one, other) => (one.pool.name < other.pool.name ? -1 : 1));
  return sorted.flatMap(({ pool: { name, replicas, roles, storage, annotations }, ids }) => {
    const wanted = idsIn(annotations?.[NEXT_IDS] ?? '');
    const left = leftOf(ids, replicas, idsIn(annotations?.[REMOVED_IDS] ?? ''));
    const added = Array.from({ length: Math.max(0, replicas - left.length) }, () => {
      const id = wanted.find((each) => !inUse.has(each)) ?? lowestFree(inUse);
      inUse.add(id);
      return id;
    });
    const isBroker = roles.includes('broker');
    return [...left, ...added].map((id): KafkaNode => ({ id, set: `${cluster}-${name}`, isBroker, storage }));
  });
}

/** The nodes of a pool that stay when it has so many. */
function leftOf(ids: readonly number[], replicas: number, goFirst: readonly number[]): readonly number[] {
  const sorted = [...ids].sort((one, other) => one - other);
  const going = [
    ...goFirst.filter((id) => ids.includes(id)),
    ...sorted.filter((id) => !goFirst.includes(id)).reverse(),
  ];
  const gone = new Set(going.slice(0, Math.max(0, ids.length - replicas)));
  return sorted.filter((id) => !gone.has(id));
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
