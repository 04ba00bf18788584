import type { IConstruct } from 'constructs';

/** An order that somebody asked for: the source comes after the target. */
export interface Dependency {
  readonly source: IConstruct;
  readonly target: IConstruct;
}

/** Dependencies that lead back to where they began. */
export class DependencyCycle {
  /** @param path the constructs on the way round; the last is the first again */
  constructor(readonly path: readonly IConstruct[]) {}
}

interface Step {
  readonly node: number;
  next: number;
}

interface Label {
  readonly node: number;
  readonly before: number;
  readonly dependency: Dependency;
}

/** A graph of numbered nodes that is put in order in time linear in nodes and edges, however deep it is. */
export class OrderGraph {
  private readonly before: (number[] | undefined)[] = [];
  private readonly labels: Label[] = [];

  get size(): number {
    return this.before.length;
  }

  addNode(): number {
    return this.before.push(undefined) - 1;
  }

  /** `node` comes after `before`; the dependency is why, unless it follows from the tree. */
  addEdge(node: number, before: number, dependency?: Dependency): void {
    (this.before[node] ??= []).push(before);
    if (dependency) this.labels.push({ node, before, dependency });
  }

  /**
   * All nodes, each after those that it comes after, and otherwise in the order of `wanted`, then of their numbers.
   * Instead of it the first cycle, if there is one.
   */
  order(wanted: Iterable<number>): readonly number[] | DependencyCycle {
    const ordered: number[] = [];
    const state = new Uint8Array(this.size);
    for (const start of chain(wanted, this.size)) {
      const cycle = this.visit(start, state, ordered);
      if (cycle) return cycle;
    }
    return ordered;
  }

  private visit(start: number, state: Uint8Array, ordered: number[]): DependencyCycle | undefined {
    if (state[start] !== NEW) return undefined;
    state[start] = OPEN;
    const way: Step[] = [{ node: start, next: 0 }];
    for (let step = way.at(-1); step; step = way.at(-1)) {
      const before = this.before[step.node]?.[step.next++];
      if (before === undefined) {
        state[step.node] = DONE;
        ordered.push(step.node);
        way.pop();
      } else if (state[before] === OPEN) {
        return this.cycle(way, before);
      } else if (state[before] === NEW) {
        state[before] = OPEN;
        way.push({ node: before, next: 0 });
      }
    }
    return undefined;
  }

  private cycle(way: readonly Step[], back: number): DependencyCycle {
    const nodes = way.slice(way.findIndex(({ node }) => node === back)).map(({ node }) => node);
    const follower = new Map(nodes.map((node, index) => [node, nodes[index + 1] ?? back]));
    const taken = new Map(
      this.labels.filter(({ node, before }) => follower.get(node) === before).map((label) => [label.node, label]),
    );
    const path = nodes.flatMap((node) => {
      const label = taken.get(node);
      return label ? [label.dependency.source, label.dependency.target] : [];
    });
    return cycleOf(path);
  }
}

/** A cycle over these constructs; neighbours that are one are told once. */
export function cycleOf(path: readonly IConstruct[]): DependencyCycle {
  const way = path.filter((construct, index) => construct !== path[index - 1]);
  if (way.length > 1 && way.at(-1) === way[0]) way.pop();
  return new DependencyCycle([...way, ...way.slice(0, 1)]);
}

const NEW = 0;
const OPEN = 1;
const DONE = 2;

function* chain(wanted: Iterable<number>, size: number): Generator<number> {
  yield* wanted;
  for (let node = 0; node < size; node++) yield node;
}
