import type { IConstruct } from 'constructs';
import type { Dependency } from '../graph';
import type { Unit } from './unit';

/** Objects that come after others, because somebody said so. */
export interface DependencyEdges {
  /** By the numbers of the objects; those of one edge are of one unit. */
  readonly within: readonly { readonly sources: readonly number[]; readonly targets: readonly number[] }[];
  /** Dependencies that lead from one unit to another, with the indexes of these. */
  readonly across: readonly (Dependency & { readonly from: number; readonly to: number })[];
}

/**
 * The dependencies of constructs, as edges between the objects beneath them. What depends on the scope that it is in comes
 * after all else there, and a scope that depends on something in it comes after that.
 */
export function dependenciesOf(units: readonly Unit[], constructs: readonly IConstruct[]): DependencyEdges {
  const dependencies = constructs.flatMap((source) =>
    [...new Set(source.node.dependencies)].flatMap((target) => (source === target ? [] : [{ source, target }])),
  );
  const within: DependencyEdges['within'][number][] = [];
  const across: DependencyEdges['across'][number][] = [];
  if (dependencies.length === 0) return { within, across };
  const beneath = objectsBeneath(units, dependencies);
  for (const { source, target } of dependencies) {
    const { sources, targets } = apart({ source, target }, beneath);
    for (const [from, numbers] of sources) {
      const own = targets.get(from);
      if (own) within.push({ sources: numbers, targets: own });
      const others = [...targets.keys()].filter((to) => to !== from);
      across.push(...others.map((to) => ({ source, target, from, to })));
    }
  }
  return { within, across };
}

/** Numbers of objects, by the index of their unit. */
type Objects = ReadonlyMap<number, readonly number[]>;

/** The objects that a construct is and has beneath it. */
interface Beneath {
  readonly objects: Map<number, number[]>;
  /** Where the construct is an object. */
  itself: Objects;
}

function objectsBeneath(units: readonly Unit[], dependencies: readonly Dependency[]): Map<IConstruct, Beneath> {
  const found = new Map<IConstruct, Beneath>();
  for (const each of dependencies.flatMap(({ source, target }) => [source, target])) {
    found.set(each, { objects: new Map(), itself: NONE });
  }
  const all = units.flatMap(({ cargo }, unit) => cargo.map(({ construct }) => ({ construct, unit })));
  for (const [number, { construct, unit }] of all.entries()) {
    const own = found.get(construct);
    if (own) own.itself = new Map([[unit, [number]]]);
    for (const scope of construct.node.scopes) {
      const objects = found.get(scope)?.objects;
      const known = objects?.get(unit);
      if (known) known.push(number);
      else objects?.set(unit, [number]);
    }
  }
  return found;
}

/** The objects of either end that are no part of the other. */
function apart(
  { source, target }: Dependency,
  beneath: ReadonlyMap<IConstruct, Beneath>,
): { readonly sources: Objects; readonly targets: Objects } {
  const { objects: sources = NONE } = beneath.get(source) ?? {};
  const { objects: targets = NONE, itself = NONE } = beneath.get(target) ?? {};
  if (isWithin(target, source)) return { sources: without(sources, targets), targets };
  if (!isWithin(source, target)) return { sources, targets };
  // What depends on an object that it is beneath comes after that object alone.
  return { sources, targets: itself.size > 0 ? itself : without(targets, sources) };
}

const NONE: Objects = new Map();

function without(objects: Objects, others: Objects): Objects {
  return new Map(
    Array.from(objects, ([unit, numbers]) => {
      const gone = new Set(others.get(unit));
      return [unit, numbers.filter((number) => !gone.has(number))];
    }),
  );
}

function isWithin(construct: IConstruct, scope: IConstruct): boolean {
  return construct !== scope && construct.node.scopes.includes(scope);
}
