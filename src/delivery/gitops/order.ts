import type { IConstruct } from 'constructs';
import { faultFinding, type Finding } from '../../check/finding';
import { dependenciesOf, type DependencyEdges } from './dependencies';
import { needsOf } from './needs';
import { OPERATORS, waveOfKind } from './stages';
import type { Cargo, Unit, UnitFinding } from './unit';
import { wavesOf, type WaveNode } from './waves';

/** In which wave each object comes. */
export interface UnitOrder {
  /** By the index of the unit, and that of the object in it. */
  readonly waves: readonly (readonly number[])[];
  /** Dependencies that lead from one unit to another. */
  readonly across: DependencyEdges['across'];
  readonly findings: readonly UnitFinding[];
}

/**
 * Puts the objects of each unit in waves.
 * @param chosenOf - the wave that somebody chose for an object
 */
export function orderUnits(
  units: readonly Unit[],
  constructs: readonly IConstruct[],
  chosenOf: (cargo: Cargo) => number | undefined,
): UnitOrder {
  const dependencies = dependenciesOf(units, constructs);
  const all = units.flatMap((unit) => unit.cargo.map((cargo) => ({ cargo, unit })));
  const { objects, marks, operators } = needsOf(units, dependencies);
  const nodes: readonly WaveNode[] = [
    ...objects.map((needs, number): WaveNode => {
      const cargo = all[number]?.cargo;
      const base = !cargo ? 0 : operators.has(number) ? OPERATORS : waveOfKind(cargo.manifest);
      return { needs, base, chosen: cargo && chosenOf(cargo) };
    }),
    ...marks.map((needs) => ({ needs })),
  ];
  const { waves, circles } = wavesOf(nodes);
  const findings = [
    ...circles.flatMap((circle) => circleFinding(circle.flatMap((number) => all[number] ?? []))),
    ...nodes.flatMap((node, number) => chosenFinding(node, number, { nodes, waves, all })),
  ];
  let first = 0;
  const byUnit = units.map(({ cargo }) => waves.slice(first, (first += cargo.length)));
  return { waves: byUnit, across: dependencies.across, findings };
}

interface Owned {
  readonly cargo: Cargo;
  readonly unit: Unit;
}

/** A Kafka cluster and its node pools need each other, and are meant to. */
function circleFinding(circle: readonly Owned[]): UnitFinding[] {
  const [first] = circle;
  const isCluster = circle.filter(({ cargo }) => cargo.manifest.kind === 'Kafka').length === 1;
  const others = circle.filter(({ cargo }) => !isCluster || !['Kafka', 'KafkaNodePool'].includes(cargo.manifest.kind));
  if (!first || others.length === 0) return [];
  const paths = circle.map(({ cargo }) => cargo.construct.node.path).sort();
  const finding = faultFinding({
    rule: 'needs-in-circle',
    path: paths[0] ?? '',
    message: `These objects need each other, and come in one wave: ${paths.join(', ')}.`,
    remedy: 'Take one of the references or dependencies away.',
  });
  return [{ finding, unit: first.unit }];
}

/** A wave that somebody chose, and that comes before what the object needs. */
function chosenFinding(
  { chosen, needs }: WaveNode,
  number: number,
  known: { readonly nodes: readonly WaveNode[]; readonly waves: readonly number[]; readonly all: readonly Owned[] },
): UnitFinding[] {
  const own = known.all[number];
  if (chosen === undefined || !own) return [];
  const late = latest(needs, known);
  if (!late || late.wave < chosen || (late.wave === chosen && isBound(own, late.owned))) return [];
  const finding: Finding = faultFinding({
    rule: 'wave-after-needs',
    path: own.cargo.construct.node.path,
    field: 'metadata.annotations["argocd.argoproj.io/sync-wave"]',
    given: String(chosen),
    allowed: `${isBound(own, late.owned) ? late.wave : late.wave + 1} or later`,
    message: `This comes before ${late.owned.cargo.construct.node.path}, which it needs and which comes in wave ${late.wave}.`,
    remedy: 'Choose a later wave, or leave it out: it is computed.',
  });
  return [{ finding, unit: own.unit }];
}

/** Whether two objects belong in one wave. */
function isBound(one: Owned, other: Owned): boolean {
  const kinds = [one.cargo.manifest.kind, other.cargo.manifest.kind];
  return kinds.every((kind) => kind === 'Kafka' || kind === 'KafkaNodePool');
}

/** The object in the latest wave among those that are needed, through marks as well. */
function latest(
  needs: Iterable<number>,
  {
    nodes,
    waves,
    all,
  }: { readonly nodes: readonly WaveNode[]; readonly waves: readonly number[]; readonly all: readonly Owned[] },
): { readonly owned: Owned; readonly wave: number } | undefined {
  let last: { readonly owned: Owned; readonly wave: number } | undefined;
  for (const need of [...needs].flatMap((number) => (all[number] ? [number] : [...(nodes[number]?.needs ?? [])]))) {
    const owned = all[need];
    const wave = waves[need];
    if (owned && wave !== undefined && (!last || wave > last.wave)) last = { owned, wave };
  }
  return last;
}
