import type { Ground } from './ground';

/** A value that a program hands over. */
export interface Value {
  readonly make: (ground: Ground) => unknown;
  /** Any form that it may have in a manifest; absent: it has none of its own. */
  readonly marks?: readonly Mark[];
}

export type Mark = string | number | boolean;

/** A part of the way to a prop: its name, or the call that makes its value. */
export type Step = { readonly prop: string } | { readonly call: string };

/** Two values that differ in one thing: what differs in the manifests comes of it. */
export interface Choice {
  /** The way to what differs, from the outside. */
  readonly steps: readonly Step[];
  readonly before: Value;
  readonly after: Value;
}

/** What a shape leaves to a program. */
export interface Options {
  /** Values that differ in kind, each with as little in it as it takes; there is one at least. */
  readonly kinds: readonly Kind[];
  /** What differs within one of these. */
  readonly choices: readonly Choice[];
}

export interface Kind {
  readonly steps: readonly Step[];
  readonly value: Value;
}

/** A value that is not given. */
export const ABSENT: Value = { make: () => undefined };

/** A value that stands in a manifest as it is. */
export function known(value: Mark | null): Value {
  return { make: () => value, ...(value !== null && { marks: [value] }) };
}

/** A whole is not known by one of its parts. */
export function unmarked({ make }: Value): Value {
  return { make };
}

/** Values that differ in kind, and have nothing else to choose in them. */
export function kindsOf(values: readonly Value[]): Options {
  return { kinds: values.map((value) => ({ steps: [], value })), choices: [] };
}

/** One kind of value, of which there are many. */
export function varying(next: () => Value): Options {
  const value = next();
  return { kinds: [{ steps: [], value }], choices: [{ steps: [], before: value, after: next() }] };
}

/** The kind that is taken where nothing else is said. */
export function firstOf({ kinds }: Options): Kind {
  const [first] = kinds;
  if (!first) throw new Error('a shape without a value');
  return first;
}

/**
 * What a part leaves open of a whole.
 * @param without - the whole without the part; absent: it has to have it
 * @param put - the whole with the part
 */
export function choicesIn(
  { kinds, choices }: Options,
  without: Value | undefined,
  put: (part: Value) => Value,
): Choice[] {
  const [first, ...others] = kinds;
  const before = without ?? put(first?.value ?? ABSENT);
  const taken = without ? kinds : others;
  return [
    ...taken.map(({ steps, value }) => ({ steps, before, after: put(value) })),
    ...choices.filter(({ steps }) => !without || steps.length > 0).map((choice) => moved(choice, put)),
  ];
}

/** A choice within a whole. */
export function moved(
  { steps, before, after }: Choice,
  put: (part: Value) => Value,
  way: readonly Step[] = [],
): Choice {
  return { steps: [...way, ...steps], before: put(before), after: put(after) };
}

/** Options of what is made of each value. */
export function mapped({ kinds, choices }: Options, map: (value: unknown) => unknown): Options {
  const put = memo((value: Value): Value => ({ ...value, make: (ground) => map(value.make(ground)) }));
  return {
    kinds: kinds.map(({ steps, value }) => ({ steps, value: put(value) })),
    choices: choices.map((choice) => moved(choice, put)),
  };
}

/** Puts values into a prop of an object. */
export function withProp(base: Value, name: string, beside: object = {}): (part: Value) => Value {
  return memo((part) => ({
    ...part,
    make: (ground) => ({ ...(base.make(ground) as object), ...beside, [name]: part.make(ground) }),
  }));
}

/** Puts values into a place of a list of arguments. */
export function argument(base: Value, at: number, isRest: boolean): (part: Value) => Value {
  return memo((part) => ({
    ...part,
    make: (ground) => {
      const args = [...(base.make(ground) as readonly unknown[])];
      const made = part.make(ground);
      if (isRest) args.splice(at, args.length, ...(made as readonly unknown[]));
      else args[at] = made;
      return args;
    },
  }));
}

/** One value for each value: so that a program is tried once, however many others it is compared with. */
export function memo(make: (value: Value) => Value): (value: Value) => Value {
  const known = new Map<Value, Value>();
  return (value) => {
    const made = known.get(value) ?? make(value);
    known.set(value, made);
    return made;
  };
}
