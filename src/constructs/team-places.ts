import type { FieldPath } from '../model/field';
import { list, map } from '../model/guarded';

/** What a file says in words of its own, by the setting that comes of it. */
const SAID_AS: Readonly<Record<string, string>> = { 'retention.ms': 'retention', 'segment.bytes': 'segmentSize' };

/** Tells, of what the file of a team says, which part a field of a manifest comes from. */
export class TeamPlaces {
  private readonly taken = new Map<string, number>();

  constructor(private readonly written: unknown) {}

  /**
   * The place of the next topic or user of a name. What was faulty has no construct, so that numbers do not tell.
   * @returns what finds the place of a field of its manifest
   */
  next(kind: 'topics' | 'users', name: string): (field: FieldPath) => FieldPath {
    const items = list(map(this.written)[kind]).map(map);
    const key = `${kind}/${name}`;
    const index = items.findIndex((item, at) => item['name'] === name && at >= (this.taken.get(key) ?? 0));
    this.taken.set(key, index + 1);
    return (field) => [kind, index, ...ownField(items[index] ?? {}, field)];
  }
}

function ownField(item: Readonly<Record<string, unknown>>, field: FieldPath): FieldPath {
  const own = field[0] === 'spec' || field[0] === 'metadata' ? field.slice(1) : field;
  const [name, setting = ''] = own;
  if (name === 'authorization') return [item['grants'] === undefined ? 'acls' : 'grants'];
  const said = name === 'config' && !Object.hasOwn(map(item['config']), setting) ? SAID_AS[setting] : undefined;
  return said === undefined ? own : [said];
}
