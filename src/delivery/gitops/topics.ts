import { consumptionOf, productionOf } from '../../model/client-role';
import { finds, isEverything } from '../../model/topic-pattern';
import { clientsBeside, type Described } from '../../dialects/read';
import type { Registry } from './registry';
import type { Cargo } from './unit';

/** Makes a mark for some objects. @returns its number */
export type Mark = (stands: readonly number[]) => number;

/** The topics that programs read and write. */
export class Topics {
  /** Marks for all topics of a cluster. */
  private readonly all = new Map<number, number>();

  constructor(
    private readonly registry: Registry,
    private readonly mark: Mark,
  ) {}

  /** Numbers of topics, and of marks for all topics of a cluster. */
  neededBy(cargo: Cargo): number[] {
    const { says, manifest } = cargo;
    if (!says) return [];
    const beside = clientsBeside(manifest, says).map((record): Described => ({ noun: 'client', record }));
    return [says, ...beside].flatMap(usesOf).flatMap(([servers, topics]) => this.found(servers, topics, cargo));
  }

  private found(servers: string, topics: Wanted, cargo: Cargo): number[] {
    return this.registry.behind(servers, cargo).flatMap((cluster) => {
      const known = this.registry.topicsOf(cluster);
      if (known.size === 0) return [];
      if (typeof topics !== 'string') return topics.flatMap((name) => known.get(name) ?? []);
      if (isEverything(topics)) return [this.everyTopic(cluster, known)];
      return [...known].flatMap(([name, number]) => (finds(topics, name) ? [number] : []));
    });
  }

  private everyTopic(cluster: number, known: ReadonlyMap<string, number>): number {
    const mark = this.all.get(cluster) ?? this.mark([...known.values()]);
    this.all.set(cluster, mark);
    return mark;
  }
}

/** Names of topics, or a pattern. */
type Wanted = readonly string[] | string;

/** Where a program finds its topics, and which. */
function usesOf(says: Described): (readonly [string, Wanted])[] {
  switch (says.noun) {
    case 'client': {
      const { role, endpoint } = says.record;
      const topics = [...(consumptionOf(role)?.topics ?? []), ...productionOf(role)];
      return topics.length === 0 ? [] : [[endpoint.bootstrapServers, topics]];
    }
    case 'mirrorMaker': {
      const { source, target, include } = says.record;
      return [source, target].map(({ bootstrapServers }) => [bootstrapServers, include]);
    }
    case 'mirrorMaker2': {
      const { target, mirrors } = says.record;
      return mirrors.flatMap(({ source, topicsPattern = '.*' }) =>
        [source, target].map(({ bootstrapServers }) => [bootstrapServers, topicsPattern] as const),
      );
    }
    default:
      return [];
  }
}
