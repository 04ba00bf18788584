/** A thing that comes in a wave: an object, or a mark that stands for all objects that it needs. */
export interface WaveNode {
  /** The wave that its kind has; absent: it is a mark. */
  readonly base?: number;
  /** The wave that somebody chose for it. */
  readonly chosen?: number | undefined;
  /** Numbers of the nodes that it needs. */
  readonly needs: Iterable<number>;
}

/** In which wave each node comes. */
export interface Waves {
  /** By the number of the node. */
  readonly waves: readonly number[];
  /** Nodes that need each other, and so come in one wave. */
  readonly circles: readonly (readonly number[])[];
}

/**
 * Puts nodes in waves: each in that of its kind, or in the first after all that it needs, if that is later. What needs each
 * other comes in one wave. Linear in nodes and needs; nothing recurs, so depth is no bound.
 */
export function wavesOf(nodes: readonly WaveNode[]): Waves {
  const waves: number[] = nodes.map(() => NEVER);
  const circles = circlesOf(nodes);
  for (const circle of circles) {
    const objects = circle.filter((node) => nodes[node]?.base !== undefined);
    const first = firstWave(nodes, circle, waves);
    const wave = objects.reduce((latest, node) => Math.max(latest, nodes[node]?.base ?? NEVER), first);
    const chosen = objects.flatMap((node) => nodes[node]?.chosen ?? []);
    const common = chosen.length > 0 && circle.length > 1 ? Math.max(...chosen, first) : wave;
    for (const node of circle) waves[node] = nodes[node]?.chosen ?? common;
  }
  return { waves, circles: circles.filter(({ length }) => length > 1) };
}

/** Before all waves: a mark that stands for nothing. */
const NEVER = Number.NEGATIVE_INFINITY;

/** The first wave after all that the nodes of a circle need besides each other; of a mark, the last wave of those. */
function firstWave(nodes: readonly WaveNode[], circle: readonly number[], waves: readonly number[]): number {
  const own = new Set(circle);
  const step = circle.some((node) => nodes[node]?.base !== undefined) ? 1 : 0;
  let first = NEVER;
  for (const node of circle) {
    for (const need of nodes[node]?.needs ?? []) {
      if (!own.has(need)) first = Math.max(first, (waves[need] ?? NEVER) + step);
    }
  }
  return first;
}

/** A node whose needs are being looked at. */
interface Visit {
  readonly node: number;
  readonly needs: Iterator<number>;
}

/**
 * Nodes that need each other, and every other by itself, each after those that it needs.
 * @see Tarjan, Depth-first search and linear graph algorithms, 1972
 */
function circlesOf(nodes: readonly WaveNode[]): number[][] {
  const circles: number[][] = [];
  const met = new Map<number, number>();
  const low: number[] = [];
  const open: number[] = [];
  const isOpen = new Set<number>();
  const way: Visit[] = [];
  const enter = (node: number): void => {
    met.set(node, met.size);
    low[node] = met.size - 1;
    open.push(node);
    isOpen.add(node);
    way.push({ node, needs: (nodes[node]?.needs ?? [])[Symbol.iterator]() });
  };
  const lower = (node: number, to: number): void => void (low[node] = Math.min(low[node] ?? to, to));
  const leave = (node: number): void => {
    way.pop();
    const before = way.at(-1);
    if (before) lower(before.node, low[node] ?? 0);
    if (low[node] !== met.get(node)) return;
    const circle = open.splice(open.lastIndexOf(node));
    for (const each of circle) isOpen.delete(each);
    circles.push(circle);
  };
  for (const start of nodes.keys()) {
    if (!met.has(start)) enter(start);
    for (let visit = way.at(-1); visit; visit = way.at(-1)) {
      const next = visit.needs.next();
      if (next.done) leave(visit.node);
      else if (!met.has(next.value)) enter(next.value);
      else if (isOpen.has(next.value)) lower(visit.node, met.get(next.value) ?? 0);
    }
  }
  return circles;
}
