/** What a value has to be. */
export type Shape =
  | 'text'
  | 'number'
  | 'boolean'
  | 'json'
  | 'function'
  | 'iterable'
  | 'anything'
  | NumberShape
  | { readonly literals: readonly (string | number | boolean | null)[] }
  | { readonly union: readonly Shape[] }
  | { readonly list: Shape }
  /** Values by names of the program's own; with gaps: some names may have none. */
  | { readonly map: Shape; readonly gaps?: boolean }
  /** An object with props, by its name in the table. */
  | { readonly props: string }
  /** An instance of a class, or what does what an interface says, by its name in the table. */
  | { readonly instance: string };

/** A number within bounds, which are its own; a whole one, unless fractions are taken. */
export interface NumberShape {
  readonly least: number;
  readonly most?: number;
  readonly fractions?: boolean;
}

/** What an instance is known by, whichever copy of a package it comes from. */
export interface Instance {
  /** A class of the library that is no construct: its prototype bears its name. */
  readonly brand?: boolean;
  /** Whether it is a construct. */
  readonly construct?: boolean;
  /** What it has. */
  readonly members?: readonly string[];
  /** How a program gets one. */
  makers?: readonly string[];
}

/** A parameter: its name, with `?` where it may be left out and `...` where it takes all that follow. */
export type Parameter = readonly [name: string, shape: Shape];

/** All that programs hand to the library, each entry as JSON. */
export type ShapeTexts = Readonly<Record<'props' | 'instances' | 'calls', Readonly<Record<string, string>>>>;
