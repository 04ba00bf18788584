import type { Kinds } from './shape';

/** The version and kind of an object. */
export interface Named {
  readonly apiVersion: string;
  readonly kind: string;
}

/** The version of the API that a generated type is of; nothing will do where no type is named. */
export type VersionOf<T extends Named> = string extends T['apiVersion'] ? never : T['apiVersion'];

/**
 * What the generated type of an object must be for a codec to speak it: it has each field of the shape, but for those that
 * the API lacks and the codec names. What a codec writes to those is refused by the schema, and told as a loss.
 *
 * `T extends Wire<T, S>` says so; where a field is gone, the compiler names it. Kubernetes' own kinds have no generated
 * type, and pass as `Named`.
 */
export type Wire<T, S, Lacks extends string = never> = Named &
  (Named extends T ? unknown : Agreement<Lacking<T, S>, Lacks>);

type Agreement<Found extends string, Told extends string> = [Found, Told] extends [Told, Found]
  ? unknown
  : { readonly lacks: Exclude<Found, Told>; readonly hasNow: Exclude<Told, Found> };

/** The fields of a shape that a type has not, or has as something else: `spec.kafka.replicas`. */
export type Lacking<T, S, At extends string = ''> = S extends keyof Kinds
  ? Extract<T, S extends 'map' ? object : Kinds[S]> extends never
    ? At
    : never
  : S extends readonly [infer Item, infer InPlace]
    ? Lacking<ItemOf<T>, Item, At> | Lacking<Exclude<T, readonly unknown[]>, InPlace, At>
    : S extends readonly [infer Item]
      ? Lacking<ItemOf<T>, Item, At>
      : { [F in keyof S & string]: LackingField<FieldOf<T, F>, S[F], Below<At, F>> }[keyof S & string];

type LackingField<T, S, At extends string> = [T] extends [never] ? At : Lacking<T, S, At>;

type Below<At extends string, F extends string> = At extends '' ? F : `${At}.${F}`;

/** A field of any of the variants of a type. */
type FieldOf<T, F extends string> = T extends object
  ? F extends '*'
    ? T[keyof T]
    : F extends keyof T
      ? NonNullable<T[F]>
      : never
  : never;

type ItemOf<T> = T extends readonly (infer Item)[] ? Item : never;
