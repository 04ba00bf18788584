import { below, isAlive, type History } from './history';
import type { Identities } from './identities';

/** Places whose histories agree in every release that has them both, as one history. */
interface Group {
  readonly history: History[number][];
  readonly ids: number[];
}

/**
 * The types of a line: objects that say the same in different places are one type, whichever releases have which place.
 * Learn all places first, then ask.
 */
export class Groups {
  /** The groups that have a schema in a release, by `release:identity`. */
  private readonly having = new Map<string, Group[]>();
  private readonly learnt = new Set<string>();

  public constructor(private readonly identities: Identities) {}

  /** Groups the objects of a place and below it. */
  public learn(history: History): void {
    const ids = this.identities.ofHistory(history);
    const key = ids.join();
    if (this.learnt.has(key)) return;
    this.learnt.add(key);
    const group = isObject(history) ? this.joined(history, ids) : undefined;
    const { properties, items, values } = below(history);
    for (const part of [...properties.values(), items, values]) if (isAlive(part)) this.learn(part);
    // What is below the whole group are places too.
    if (group) this.learn(group.history);
  }

  /** The history of the type that a place is of: that of the place itself where it is of none. */
  public whole(history: History): History {
    const ids = this.identities.ofHistory(history);
    const covers = (group: Group) => ids.every((id, at) => id === 0 || group.ids[at] === id);
    return this.candidates(ids).find(covers)?.history ?? history;
  }

  private joined(history: History, ids: readonly number[]): Group {
    const agrees = (group: Group) => ids.every((id, at) => id === 0 || group.ids[at] === 0 || group.ids[at] === id);
    const group = this.candidates(ids).find(agrees) ?? { history: history.map(() => undefined), ids: ids.map(() => 0) };
    ids.forEach((id, at) => {
      if (id === 0 || group.ids[at] === id) return;
      group.ids[at] = id;
      group.history[at] = history[at];
      const having = this.having.get(`${at}:${id}`) ?? [];
      this.having.set(`${at}:${id}`, [...having, group]);
    });
    return group;
  }

  private candidates(ids: readonly number[]): Group[] {
    return [...new Set(ids.flatMap((id, at) => (id === 0 ? [] : (this.having.get(`${at}:${id}`) ?? []))))];
  }
}

const isObject = (history: History): boolean => history.some((schema) => schema?.properties !== undefined);
