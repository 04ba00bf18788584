import { CLUSTER_LABEL } from '../../dialects/common/cluster-label';
import type { DependencyEdges } from './dependencies';
import { operatorsOf, type Operators } from './operators';
import { Registry } from './registry';
import { isClusterScoped } from './scope';
import { Topics, type Mark } from './topics';
import { groupOf } from '../../reports/object-id';
import { isBuiltIn, type Cargo, type Unit } from './unit';

/** What each object needs before it comes. */
export interface Needs {
  /** By the number of the object: objects, and marks from the number of objects on. */
  readonly objects: readonly Set<number>[];
  /** What each mark stands for. */
  readonly marks: readonly (readonly number[])[];
  /** Programs that others need to run before they come. */
  readonly operators: ReadonlySet<number>;
}

/** Nouns that are bound to the Kafka cluster, or the Connect cluster, that their label names. */
const LABELLED: Readonly<Record<string, string>> = {
  KafkaConnector: 'KafkaConnect',
  KafkaNodePool: 'Kafka',
  KafkaRebalance: 'Kafka',
  KafkaTopic: 'Kafka',
  KafkaUser: 'Kafka',
};

/** What each object of some units needs: what it names, and what else its kind cannot do without. */
export function needsOf(units: readonly Unit[], dependencies: DependencyEdges): Needs {
  const objects: Set<number>[] = [];
  const marks: number[][] = [];
  const count = units.reduce((sum, { cargo }) => sum + cargo.length, 0);
  const mark = (stands: readonly number[]): number => count + marks.push([...stands]) - 1;
  const operators = new Set<number>();
  for (const unit of units) {
    const found = operatorsOf(unit, objects.length);
    for (const number of found.deployments) operators.add(number);
    for (const needs of needsWithin({ unit, first: objects.length, operators: found }, mark)) objects.push(needs);
  }
  const marked = new Map<readonly number[], number>();
  for (const { sources, targets } of dependencies.within) {
    const before = marked.get(targets) ?? mark(targets);
    marked.set(targets, before);
    for (const source of sources) objects[source]?.add(before);
  }
  return { objects, marks, operators };
}

/** A unit, the number of its first object, and what makes operators run there. */
interface Numbered {
  readonly unit: Unit;
  readonly first: number;
  readonly operators: Operators;
}

function needsWithin({ unit, first, operators }: Numbered, mark: Mark): Set<number>[] {
  const registry = new Registry(unit);
  unit.cargo.forEach((cargo, index) => registry.add(cargo, first + index));
  unit.cargo.forEach((cargo, index) => registry.addMember(cargo, first + index));
  const subscribed = markOf(operators.subscriptions, mark);
  const deployed = markOf(operators.deployments, mark);
  const topics = new Topics(registry, mark);
  const needs = unit.cargo.map((cargo, index) => {
    const found = registry.named(cargo);
    for (const namespace of namespacesFor(cargo, registry)) found.add(namespace);
    const { kind } = cargo.manifest;
    const owner = Object.hasOwn(LABELLED, kind) ? LABELLED[kind] : undefined;
    for (const number of owner === undefined ? [] : registry.labelled(cargo, owner)) found.add(number);
    for (const number of topics.neededBy(cargo)) found.add(number);
    const group = groupOf(cargo.manifest);
    for (const number of [
      operators.definitions.get(`${group}/${kind}`),
      isBuiltIn(group) ? undefined : subscribed,
      operators.groups.has(group) ? deployed : undefined,
    ]) {
      if (number !== undefined) found.add(number);
    }
    found.delete(first + index);
    return found;
  });
  bindPools(unit, first, registry, needs);
  return needs;
}

/** A Kafka cluster is not ready without its node pools, nor are they without it. */
function bindPools({ cargo }: Unit, first: number, registry: Registry, needs: readonly Set<number>[]): void {
  cargo.forEach((pool, index) => {
    if (pool.manifest.kind !== 'KafkaNodePool' || !pool.manifest.metadata.labels?.[CLUSTER_LABEL]) return;
    for (const kafka of registry.labelled(pool, 'Kafka')) needs[kafka - first]?.add(first + index);
  });
}

function namespacesFor(cargo: Cargo, registry: Registry): readonly number[] {
  if (isClusterScoped(cargo.manifest)) return [];
  const name = registry.namespaceOf(cargo);
  return NAMESPACES.flatMap((kind) => registry.clusterScoped(kind, name));
}

const NAMESPACES = ['Namespace', 'Project', 'ProjectRequest'] as const;

/** A mark for some objects; absent: there is none. */
function markOf(numbers: readonly number[], mark: Mark): number | undefined {
  return numbers.length === 0 ? undefined : mark(numbers);
}
