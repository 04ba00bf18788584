import type { Served } from './crd';
import { Groups } from './groups';
import { below, isAlive, mergedNames, type History } from './history';
import { Identities } from './identities';
import { keywordsOf, textOf, type Keywords } from './keywords';
import type { Form, LineKind, LineSchema, Member } from './line-schema';

/**
 * The kinds that releases serve in some API versions, each with one schema for all releases. Objects that say the same in
 * different places share one schema.
 */
export function lineOf(releases: readonly Served[], apiVersions: readonly string[]): LineKind[] {
  const merger = new Merger(releases.map(({ release }) => minorOf(release.version)));
  const kinds = historiesOf(releases, apiVersions);
  for (const { history } of kinds) merger.groups.learn(history);
  const always = releases.map(() => true);
  return kinds.map(({ history, ...kind }) => ({ ...kind, ...merger.member(history, always) }));
}

/** The minor of a version: `0.45` of `0.45.2`. */
export function minorOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

interface KindHistory {
  readonly apiVersion: string;
  readonly kind: string;
  readonly history: History;
}

/** In the order of the apiVersions, and of the releases' own. */
function historiesOf(releases: readonly Served[], apiVersions: readonly string[]): KindHistory[] {
  return apiVersions.flatMap((apiVersion) => {
    const served = releases.map(({ kinds }) => kinds.filter((each) => each.apiVersion === apiVersion));
    const names = mergedNames(served.map((kinds) => kinds.map(({ kind }) => kind)));
    return names.map((kind) => ({
      apiVersion,
      kind,
      history: served.map((kinds) => kinds.find((each) => each.kind === kind)?.schema),
    }));
  });
}

class Merger {
  public readonly groups: Groups;
  private readonly identities = new Identities();
  private readonly known = new Map<string, LineSchema>();

  public constructor(private readonly minors: readonly string[]) {
    this.groups = new Groups(this.identities);
  }

  /** A place as a part of one that is there in some releases. */
  public member(history: History, parent: readonly boolean[]): Member {
    const alive = history.map((schema) => schema !== undefined);
    const [first, last] = [alive.indexOf(true), alive.lastIndexOf(true)];
    const gap = alive.slice(first, last + 1).indexOf(false);
    if (gap >= 0) throw new Error(`${this.minors[first + gap]} lacks what releases before and after it have`);
    const [since, until] = [this.minors[first], this.minors[last]];
    return {
      ...(since !== undefined && first > parent.indexOf(true) && { since }),
      ...(until !== undefined && last < parent.lastIndexOf(true) && { until }),
      schema: this.schema(this.groups.whole(history)),
    };
  }

  private schema(history: History): LineSchema {
    const key = this.identities.ofHistory(history).join();
    const schema = this.known.get(key) ?? this.merged(history);
    this.known.set(key, schema);
    return schema;
  }

  private merged(history: History): LineSchema {
    const alive = history.map((schema) => schema !== undefined);
    const { properties, items, values } = below(history);
    const part = (each: History) => (isAlive(each) ? this.member(each, alive) : undefined);
    const [list, map] = [part(items), part(values)];
    return {
      ...this.forms(history),
      properties: new Map([...properties].map(([name, each]) => [name, this.member(each, alive)])),
      ...(list && { items: list }),
      ...(map && { values: map }),
    };
  }

  /** What the newest release says, and what earlier ones said. */
  private forms(history: History): Pick<LineSchema, 'keywords' | 'since' | 'was'> {
    const runs: { since: string; until: string; keywords: Keywords; text: string }[] = [];
    history.forEach((schema, at) => {
      const minor = this.minors[at];
      if (!schema || minor === undefined) return;
      const keywords = keywordsOf(schema);
      const text = textOf(keywords);
      const since = runs.at(-1)?.text === text ? (runs.pop()?.since ?? minor) : minor;
      runs.push({ since, until: minor, keywords, text });
    });
    const { keywords = {}, since = '' } = runs.pop() ?? {};
    return {
      keywords,
      since,
      was: runs.map((run) => ({
        since: run.since,
        until: run.until,
        keywords: difference(run.keywords, keywords),
      })),
    };
  }
}

/** The keywords that earlier ones have otherwise than later ones; null where they lack one. */
function difference(earlier: Keywords, later: Keywords): Form['keywords'] {
  const names = [...new Set([...Object.keys(earlier), ...Object.keys(later)])];
  const same = (name: string) => textOf({ [name]: earlier[name] ?? null }) === textOf({ [name]: later[name] ?? null });
  return Object.fromEntries(names.filter((name) => !same(name)).map((name) => [name, earlier[name] ?? null]));
}
