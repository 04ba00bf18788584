import type { Manifest } from '../dialects/common/codec';
import type { Change, ObjectName } from './change';

type Noted = ObjectName & Pick<Change, 'what'>;

/** Objects that are gone, and those that say the same under another name or in another namespace. */
export class Renames {
  private readonly added = new Map<string, Noted>();
  private readonly contents = new Map<string, string>();

  note(object: Noted, { metadata, ...manifest }: Manifest): void {
    const { name: _, namespace: __, ...marks } = metadata;
    const content = JSON.stringify([manifest, marks]);
    if (object.what === 'added') this.added.set(content, object);
    else this.contents.set(keyOf(object), content);
  }

  /** The changes, those of objects that seem to be renamed with a word about it. */
  told(changes: readonly Change[]): Change[] {
    return changes.map((change) => {
      const content = change.what === 'removed' ? this.contents.get(keyOf(change)) : undefined;
      const other = content === undefined ? undefined : this.added.get(content);
      if (!other) return change;
      const { name, namespace } = other;
      return { ...change, becomes: { name, ...(namespace !== undefined && { namespace }) } };
    });
  }
}

function keyOf({ kind, namespace = '', name }: ObjectName): string {
  return JSON.stringify([kind, namespace, name]);
}
