import type { FieldPath } from '../model/field';
import { list, map } from '../model/guarded';
import { isPlainObject } from '../props/kinds';

/** What a file says in words of its own, by the setting that comes of it. */
const SAID_AS: Readonly<Record<string, string>> = { 'retention.ms': 'retention', 'segment.bytes': 'segmentSize' };

/** What a team has. */
export type TeamList = 'topics' | 'users';

type Item = Readonly<Record<string, unknown>>;

/** Tells, of what the file of a team says, which part a field of a manifest comes from. */
export class TeamPlaces {
  private readonly known = new Map<TeamList, readonly number[]>();

  constructor(
    private readonly written: unknown,
    private readonly site: string,
  ) {}

  /**
   * Where the file says a field of a topic or user: for all sites, or for one.
   * @param nth - which it is of those that are items at all: others have been left out
   */
  placeOf(kind: TeamList, nth: number, field: FieldPath): FieldPath {
    const items = list(map(this.written)[kind]);
    const index = this.numbersOf(kind, items)[nth] ?? nth;
    const item = map(items[index]);
    const own = field[0] === 'spec' || field[0] === 'metadata' ? field.slice(1) : field;
    const here = fieldIn(map(map(item['at'])[this.site]), own);
    return here ? [kind, index, 'at', this.site, ...here] : [kind, index, ...(fieldIn(item, own) ?? own)];
  }

  private numbersOf(kind: TeamList, items: readonly unknown[]): readonly number[] {
    const known = this.known.get(kind) ?? items.flatMap((item, index) => (isPlainObject(item) ? [index] : []));
    this.known.set(kind, known);
    return known;
  }
}

/** The field of an item that says a field of a manifest; absent: it does not say it. */
function fieldIn(item: Item, own: FieldPath): FieldPath | undefined {
  const [name = '', setting = ''] = own;
  if (name === 'authorization') {
    const rules = ['grants', 'acls'].find((each) => Object.hasOwn(item, each));
    return rules === undefined ? undefined : [rules];
  }
  if (name === 'config' && !Object.hasOwn(map(item['config']), setting)) {
    const said = SAID_AS[setting];
    return said !== undefined && Object.hasOwn(item, said) ? [said] : undefined;
  }
  return Object.hasOwn(item, name) ? own : undefined;
}
