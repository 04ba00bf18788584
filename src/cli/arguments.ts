import { parseArgs } from 'node:util';
import { nearestNames } from '../text/nearest';
import { UsageError } from './io';

/** An option of a command. */
export interface Option {
  /** Without the dashes. */
  readonly name: string;
  /** One letter that stands for it. */
  readonly short?: string;
  /** What its value is called in the help; absent: the option takes no value. */
  readonly value?: string;
  /** The values that it takes. */
  readonly choices?: readonly string[];
  /** Whether it may be given several times, each time with another value. */
  readonly isMany?: boolean;
  /** What it does, for the help. */
  readonly about: string;
}

/** What a command was called with. */
export class Arguments {
  constructor(
    readonly positionals: readonly string[],
    private readonly values: ReadonlyMap<string, readonly (string | true)[]>,
  ) {}

  /** The value of an option. */
  text(name: string): string | undefined {
    return this.texts(name).at(-1);
  }

  /** All values of an option that may be given several times. */
  texts(name: string): readonly string[] {
    return (this.values.get(name) ?? []).filter((value) => value !== true);
  }

  /** Whether an option was given. */
  has(name: string): boolean {
    return this.values.has(name);
  }

  /**
   * The value of an option as a whole number.
   * @throws UsageError where it is none
   */
  count(name: string): number | undefined {
    const text = this.text(name);
    if (text === undefined || /^\d{1,15}$/.test(text)) return text === undefined ? undefined : Number(text);
    throw new UsageError(`--${name} takes a whole number, not "${text}"`);
  }
}

/**
 * Reads the arguments of a command.
 * @throws UsageError for an option that it does not have, for values that an option does not take, and for two where it
 * takes one
 */
export function readArguments(argv: readonly string[], options: readonly Option[]): Arguments {
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      options.map(({ name, short, value }) => [
        name,
        {
          type: value === undefined ? ('boolean' as const) : ('string' as const),
          ...(short !== undefined && { short }),
        },
      ]),
    ),
    strict: false,
    tokens: true,
  });
  const positionals: string[] = [];
  const values = new Map<string, (string | true)[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    else if (token.kind === 'option') {
      const option = options.find(({ name }) => name === token.name);
      if (!option) throw unknownOption(token.rawName, options);
      const value = valueOf(option, token.rawName, token.value, token.inlineValue === true);
      const known = values.get(option.name) ?? [];
      const [first = value] = known;
      if (!option.isMany && first !== value)
        throw new UsageError(`${token.rawName} is given twice, as ${first} and as ${value}: give one of them`);
      values.set(option.name, [...known, value]);
    }
  }
  return new Arguments(positionals, values);
}

function valueOf(option: Option, rawName: string, value: string | undefined, isInline: boolean): string | true {
  if (option.value === undefined) {
    if (value !== undefined) throw new UsageError(`${rawName} takes no value`);
    return true;
  }
  const isMissing = value === undefined || (!isInline && value.length > 1 && value.startsWith('-'));
  if (isMissing) throw new UsageError(`${rawName} needs a value: ${rawName} ${option.value}`);
  if (value === '') throw new UsageError(`${rawName} is empty: is a variable of the shell not set?`);
  if (option.choices && !option.choices.includes(value)) {
    throw new UsageError(`${rawName} takes ${option.choices.join(', ')}, not "${value}"`);
  }
  return value;
}

function unknownOption(rawName: string, options: readonly Option[]): UsageError {
  const names = options.map(({ name }) => `--${name}`);
  const [nearest] = nearestNames(rawName, names);
  return new UsageError(`there is no option ${rawName}${nearest === undefined ? '' : `; did you mean ${nearest}?`}`);
}
