import type { Manifest } from '../dialects/common/codec';
import { changeOf, type Change, type ChangeEffect, type ObjectName } from './change';

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
      const becomes = { name, ...(namespace !== undefined && { namespace }) };
      const { class: _, effects, ...object } = change;
      return { ...changeOf(object, [...effects, ...takenEffects(change)]), becomes };
    });
  }
}

/** What the object of the other name does not take over, where the removal of this one does not tell it. */
function takenEffects({ kind }: Change): readonly ChangeEffect[] {
  if (kind !== 'KafkaConnector') return [];
  const message = 'Offsets are kept by the name of a connector: that of the other name begins anew.';
  return [{ class: 'manual-step', message, remedy: 'Take the offsets along: list them here, and alter them there.' }];
}

function keyOf({ kind, namespace = '', name }: ObjectName): string {
  return JSON.stringify([kind, namespace, name]);
}
