import { join } from 'node:path';
import { Duration, Size } from 'cdk8s';
import type { Login } from '../../src';
import { fieldsOf } from '../../src/props/fields';
import type { NumberShape, Shape } from '../../src/props/shape';
import { allCalls, parametersOf } from '../../src/props/table';
import { ROOT } from '../project';
import {
  ABSENT,
  argument,
  choicesIn,
  firstOf,
  kindsOf,
  known,
  mapped,
  memo,
  moved,
  unmarked,
  varying,
  withProp,
  type Mark,
  type Options,
  type Value,
} from './choices';
import { callIn, type Ground } from './ground';

/** What a program says in the words of the API, which is any field. */
const IN_WORDS_OF_API = new Set(['AnyOverrides', 'Overrides']);

/** Props of a constructor that may be left out, and have to be given where nothing else says the same. */
const GIVEN = new Set(['cluster', 'connect', 'source', 'groups']);

/** Props that say something beside others alone. */
const BESIDE: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  password: { authentication: 'scram-sha-512' },
};

/** What is read before it is written, by the names of props. */
const EXAMPLES: Readonly<Record<string, readonly Mark[]>> = {
  address: ['one.example:443', 'other.example:443'],
  file: [join(ROOT, 'package.json'), join(ROOT, 'tsconfig.json')],
  ratio: [0.25, 0.75],
};

/** Makes values of all shapes that programs hand to the library. */
export class Values {
  private count = 100;

  /** @param given - props that the constructor has in all trials */
  constructor(private readonly given: Readonly<Record<string, unknown>> = {}) {}

  /** What the arguments of a call leave open: a value is a list of them. */
  ofCall(
    call: string,
    fixed: Readonly<Record<string, (ground: Ground) => unknown>> = {},
    within: readonly string[] = [],
  ): Options {
    let base: Value = { make: () => [] };
    const rows = parametersOf(call).map(([label, shape]) => {
      const name = label.replace(/\?$|\.\.\.$/, '');
      const make = fixed[name];
      const options = make ? { kinds: [{ steps: [], value: { make } }], choices: [] } : this.of(shape, within, name);
      const steps = name === 'props' ? [] : [{ prop: name }];
      return { steps, options, isOptional: label.endsWith('?') && name !== 'props', isRest: label.endsWith('...') };
    });
    rows.forEach(({ options, isOptional, isRest }, at) => {
      if (!isOptional) base = unmarked(argument(base, at, isRest)(firstOf(options).value));
    });
    const choices = rows.flatMap(({ options, isOptional, isRest, steps }, at) =>
      choicesIn(options, isOptional ? base : undefined, argument(base, at, isRest)).map((choice) => ({
        ...choice,
        steps: [...steps, ...choice.steps],
      })),
    );
    return { kinds: [{ steps: [], value: base }], choices };
  }

  /** @param within - the calls that make what this is a part of */
  private of(shape: Shape, within: readonly string[], name: string): Options {
    const examples = EXAMPLES[name]?.map(known);
    if (examples && (shape === 'text' || shape === 'number')) return varying(() => examples.shift() ?? ABSENT);
    if (typeof shape === 'string') return this.plain(shape);
    if ('least' in shape) return varying(() => this.number(shape));
    if ('literals' in shape) return kindsOf(shape.literals.map((literal) => known(literal)));
    if ('union' in shape) return this.union(shape.union, within, name);
    if ('list' in shape) return mapped(this.of(shape.list, within, name), (value) => [value]);
    if ('map' in shape) return mapped(this.of(shape.map, within, name), (value) => ({ name: value }));
    return 'instance' in shape ? this.instance(shape.instance, within) : this.props(shape.props, within, new Set());
  }

  private plain(shape: Extract<Shape, string>): Options {
    switch (shape) {
      case 'boolean':
        return kindsOf([known(false), known(true)]);
      case 'number':
        return varying(() => this.number({ least: 0 }));
      case 'function':
      case 'iterable':
        return kindsOf([ABSENT]);
      default:
        return varying(() => known(`mark-${String((this.count += 1))}`));
    }
  }

  private number({ least, most = Infinity, fractions = false }: NumberShape): Value {
    this.count += 1;
    if (most - least > 1000) return known(least + this.count);
    const part = (this.count % 97) / 97;
    const number = least + (most - least) * part;
    return known(fractions ? number : Math.round(number));
  }

  private union(union: readonly Shape[], within: readonly string[], name: string): Options {
    const seen = new Set<string>();
    const all = union.map((shape) =>
      isProps(shape) ? this.props(shape.props, within, seen) : this.of(shape, within, name),
    );
    return { kinds: all.flatMap(({ kinds }) => kinds), choices: all.flatMap(({ choices }) => choices) };
  }

  /** @param seen - props of the alternatives before, of which enough is known */
  private props(props: string, within: readonly string[], seen: Set<string>): Options {
    const isOutermost = within.length === 0 && seen.size === 0;
    const fields = fieldsOf(props)
      .all.filter(({ shape }) => !(isProps(shape) && IN_WORDS_OF_API.has(shape.props)))
      .map(({ name, shape, isOptional }) => ({
        name,
        isOptional: isOptional && !(isOutermost && GIVEN.has(name)),
        options: this.of(shape, within, name),
      }));
    const given = isOutermost ? this.given : {};
    const base = fields
      .filter(({ isOptional }) => !isOptional)
      .reduce<Value>((value, { name, options }) => unmarked(withProp(value, name)(firstOf(options).value)), {
        make: () => ({ ...given }),
      });
    const choices = fields
      .filter(({ name }) => !seen.has(name))
      .flatMap(({ name, isOptional, options }) =>
        choicesIn(options, isOptional ? base : undefined, withProp(base, name, besideIn(props, name))).map(
          (choice) => ({
            ...choice,
            steps: [{ prop: name }, ...choice.steps],
          }),
        ),
      );
    for (const { name } of fields) seen.add(name);
    return { kinds: [{ steps: [], value: base }], choices };
  }

  private instance(name: string, within: readonly string[]): Options {
    const given = this.inGround(name, within);
    const owner = `${name.replace(/^I(?=[A-Z])/, '')}.`;
    // What holds others of its class, as a JBOD does, holds none that hold others.
    const factories = allCalls().filter(
      (call) => call.startsWith(owner) && !call.includes('.from') && !within.includes(call),
    );
    const made = factories.map((call) => {
      const options = this.ofCall(call, {}, [...within, call]);
      const of = memo((args: Value): Value => madeBy(call, args));
      return {
        kinds: options.kinds.map(({ value }) => ({ steps: [{ call }], value: of(value) })),
        choices: options.choices.map((choice) => moved(choice, of, [{ call }])),
      };
    });
    const all = [...given, ...made];
    if (all.length === 0) return kindsOf([ABSENT]);
    return { kinds: all.flatMap(({ kinds }) => kinds), choices: all.flatMap(({ choices }) => choices) };
  }

  private usersWithLogin(within: readonly string[]): Options {
    const put = memo((login) => ({
      ...login,
      make: (ground) => ground.userNamed('user-three', { login: login.make(ground) as Login }),
    }));
    const { kinds, choices } = this.instance('Login', within);
    return {
      kinds: kinds.map(({ steps, value }) => ({ steps, value: put(value) })),
      choices: choices.map((choice) => moved(choice, put)),
    };
  }

  /** What is in the ground, or of another package. */
  private inGround(name: string, within: readonly string[]): readonly Options[] {
    const number = (this.count += 1);
    const two = (make: (ground: Ground, name: string) => unknown): Options[] => [
      varying(() => {
        const mark = `mark-${String((this.count += 1))}`;
        return { make: (ground) => make(ground, mark), marks: [mark] };
      }),
    ];
    switch (name) {
      case 'IKafkaCluster':
        return two((ground, mark) => ground.clusterNamed(mark));
      case 'IKafkaTopic':
        return two((ground, mark) => ground.topicNamed(mark));
      case 'IKafkaConnect':
        return two((ground, mark) => ground.connectNamed(mark));
      case 'IKafkaUser':
        return [
          kindsOf([{ make: ({ user }) => user, marks: ['user-one'] }]),
          ...two((ground, mark) => ground.userNamed(mark)),
          kindsOf([{ make: (ground) => ground.userNamed('user-two', { authentication: 'scram-sha-512' }) }]),
          this.usersWithLogin(within),
        ];
      case 'ITracing':
        return [kindsOf([{ make: (ground) => ground.jaeger() }])];
      case 'Size':
        return [kindsOf([{ make: () => Size.gibibytes(number), marks: [`${String(number)}Gi`, number * 2 ** 30] }])];
      case 'Duration':
        return [kindsOf([{ make: () => Duration.minutes(number), marks: [number * 60, number * 60_000] }])];
      case 'Construct':
      case 'IConstruct':
        return [kindsOf([{ make: ({ site }) => site }])];
      default:
        return [];
    }
  }
}

function besideIn(props: string, name: string): object {
  const beside = BESIDE[name] ?? {};
  return Object.keys(beside).every((other) => fieldsOf(props).byName.has(other)) ? beside : {};
}

function madeBy(call: string, args: Value): Value {
  return { ...args, make: (ground) => callIn(ground, call, args.make(ground) as readonly unknown[]) };
}

function isProps(shape: Shape): shape is { readonly props: string } {
  return typeof shape === 'object' && 'props' in shape;
}
