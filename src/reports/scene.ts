import type { Manifest } from '../dialects/common/codec';
import type { ResourceRecord } from '../model/resource';
import type { ChangeEffect } from './change';
import type { KeptRow } from './kept';
import type { Side } from './side';

/** What stands around an object before and after. */
export interface Scene {
  readonly before: Side;
  readonly after: Side;
}

/** What comes of another value of a field; it is asked where the two are not the same. */
export type FieldChange<R, F extends keyof R> = (was: R[F], is: R[F], around: Around<R>) => readonly ChangeEffect[];

/** The records that a field is of, and what stands around them. */
export interface Around<R> extends Scene {
  readonly was: R;
  readonly is: R;
}

/** The fields of a record that are not its object's metadata. */
type OwnField<R extends ResourceRecord> = Exclude<keyof R, keyof ResourceRecord>;

/** What comes of labels that an operator gives to pods. */
export interface PassedOn extends Pick<ChangeEffect, 'class' | 'message'> {
  /** Labels that it gives to no pods; absent: those that Strimzi keeps to its objects. */
  readonly kept?: RegExp;
  /** Annotations that it gives to no pods, where it gives them others; absent: it gives them none. */
  readonly keptAnnotations?: RegExp;
}

/** What comes of changes of a noun. A field of the model that is forgotten does not compile. */
export interface NounChanges<R extends ResourceRecord> {
  readonly added: (record: R, scene: Scene) => readonly ChangeEffect[];
  readonly removed: (record: R, scene: Scene) => readonly ChangeEffect[];
  readonly fields: { readonly [F in OwnField<R>]-?: FieldChange<R, F> };
  /**
   * What comes of other labels, where the operator gives them to pods that it makes; absent: it does not.
   * @param apiVersion - that of the object
   */
  readonly labels?: (record: R, apiVersion: string | undefined) => PassedOn | undefined;
  /** What comes of what manifests say otherwise, where records are the same. */
  readonly manifests?: (was: Manifest, is: Manifest, around: Around<R>) => readonly ChangeEffect[];
  /** What comes of a change besides what is told of it: of restarts, where data goes with pods, and the like. */
  readonly besides?: (
    told: readonly ChangeEffect[],
    around: Around<R>,
    manifests: readonly [was: Manifest, is: Manifest],
  ) => readonly ChangeEffect[];
  /** What comes of fields that the model does not know; the first row that a field meets is told. */
  readonly kept: readonly KeptRow[];
  /** Why nothing comes of a change of the object's own fields, where nobody looks at it. */
  readonly unheeded?: (around: Around<R>) => string | undefined;
}
