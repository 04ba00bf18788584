import type { Manifest } from '../../dialects/common/codec';
import type { ChangeEffect } from '../change';
import type { KeptRow } from '../kept';
import type { Scene } from '../scene';

/** What comes of changes of a kind that the model has no noun for. */
export interface ForeignChanges {
  readonly added: ChangeEffect;
  readonly removed: (was: Manifest, scene: Scene) => ChangeEffect;
  /** What comes of the object as a whole; what of its fields is told beside it. */
  readonly whole?: (was: Manifest, is: Manifest) => readonly ChangeEffect[];
  /** What comes of fields; the first row that a field meets is told. The last one is about all fields. */
  readonly rows: (is: Manifest) => readonly KeptRow[];
}
