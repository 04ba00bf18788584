/** A way from one place to another. */
interface Way {
  readonly from: string;
  readonly to: string;
}

/**
 * The groups of ways that lead back to where they began, in time linear in ways. A way from a place to itself is none.
 */
export function ringsOf<W extends Way>(ways: readonly W[]): readonly (readonly W[])[] {
  const forward = grouped(ways, (way) => way.from);
  const backward = grouped(ways, (way) => way.to);
  const group = new Map<string, string>();
  for (const start of finished(forward).reverse()) spread(start, backward, group);
  const rings = grouped(
    ways.filter(({ from, to }) => from !== to && group.get(from) === group.get(to)),
    ({ from }) => group.get(from) ?? from,
  );
  return [...rings.values()];
}

/** Places in the order in which all that can be reached from them was seen. */
function finished<W extends Way>(forward: ReadonlyMap<string, readonly W[]>): string[] {
  const order: string[] = [];
  const seen = new Set<string>();
  for (const start of forward.keys()) {
    const open = [{ place: start, next: 0 }];
    if (seen.has(start)) continue;
    seen.add(start);
    for (let step = open.at(-1); step; step = open.at(-1)) {
      const way = forward.get(step.place)?.[step.next++];
      if (way === undefined) order.push(open.pop()?.place ?? start);
      else if (!seen.has(way.to)) {
        seen.add(way.to);
        open.push({ place: way.to, next: 0 });
      }
    }
  }
  return order;
}

/** Puts all places that lead to the start, and are in no group yet, into its group. */
function spread<W extends Way>(
  start: string,
  backward: ReadonlyMap<string, readonly W[]>,
  group: Map<string, string>,
): void {
  const open = [start];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (group.has(place)) continue;
    group.set(place, start);
    for (const { from } of backward.get(place) ?? []) open.push(from);
  }
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
