import { clusterKey, type ClusterIdentity, type TopicIdentity } from './identity';
import type { MirrorPlan, MirrorSource, MirrorStrategy } from './mirror';
import { remoteName } from './mirror-names';
import { NameFinder, type NameMatch } from './name-matches';

/** What copies topics from one cluster to another. */
interface Way {
  readonly to: string;
  /** What a topic is called at the other end; absent: it is not copied. */
  readonly nameOf: (topic: string) => string | undefined;
}

/** A mirror, as far as it names topics. */
interface Naming {
  readonly strategy: Pick<MirrorStrategy, 'policyOf'>;
  readonly plan: MirrorPlan;
}

/** The ways of topics through all mirrors. */
export class Routes {
  private readonly known = new Map<string, string | undefined>();
  private leaving: ReadonlyMap<string, readonly Way[]> | undefined;

  constructor(private readonly mirrors: readonly Naming[]) {}

  /**
   * What a topic is called at another cluster, by the way with the fewest mirrors; absent: none brings it there. A mirror
   * whose own topics depend on the answer does not count.
   */
  nameAt({ topicName, cluster }: TopicIdentity, to: ClusterIdentity): string | undefined {
    const key = `${clusterKey(cluster)}\0${topicName}\0${clusterKey(to)}`;
    if (this.known.has(key)) return this.known.get(key);
    this.known.set(key, undefined);
    const name = this.follow(topicName, clusterKey(cluster), clusterKey(to));
    this.known.set(key, name);
    return name;
  }

  private follow(topic: string, from: string, to: string): string | undefined {
    const seen = new Set([from]);
    const open = [{ at: from, topic }];
    for (let next = 0; next < open.length; next++) {
      const here = open[next];
      if (!here) break;
      if (here.at === to) return here.topic;
      for (const way of this.waysFrom(here.at)) {
        const name = seen.has(way.to) ? undefined : way.nameOf(here.topic);
        if (name === undefined) continue;
        seen.add(way.to);
        open.push({ at: way.to, topic: name });
      }
    }
    return undefined;
  }

  private waysFrom(key: string): readonly Way[] {
    this.leaving ??= waysOf(this.mirrors);
    return this.leaving.get(key) ?? [];
  }
}

function waysOf(mirrors: readonly Naming[]): ReadonlyMap<string, readonly Way[]> {
  const leaving = new Map<string, Way[]>();
  for (const naming of mirrors) {
    for (const source of naming.plan.sources) {
      const from = clusterKey(source.cluster);
      const way = wayOf(naming, source);
      const known = leaving.get(from);
      if (known) known.push(way);
      else leaving.set(from, [way]);
    }
  }
  return leaving;
}

function wayOf({ strategy, plan }: Naming, source: MirrorSource): Way {
  const policy = strategy.policyOf(plan, source);
  const { topicsPattern, alias, excludedTopics } = source;
  const wanted = (): readonly NameMatch[] =>
    topicsPattern === undefined ? source.topics : [{ pattern: topicsPattern }];
  let finder: NameFinder | undefined;
  return {
    to: clusterKey(plan.target.cluster),
    nameOf: (topic) => {
      finder ??= new NameFinder(wanted(), excludedTopics);
      return finder.finds(topic) ? remoteName(topic, alias, policy) : undefined;
    },
  };
}
