import type { FieldPath } from '../model/field';
import { settingUnit } from '../model/setting-unit';
import { fieldsOf } from './fields';
import { isLate } from './kinds';
import type { NumberShape, Shape } from './shape';
import { instanceOf, parametersOf } from './table';

/** How a program makes what other packages have. */
const EXAMPLES: Readonly<Record<string, string>> = {
  Duration: 'Duration.hours(12)',
  Size: 'Size.gibibytes(20)',
  JsonPatch: "JsonPatch.add('/spec/…', value)",
};

const PLAIN: Readonly<Record<Extract<Shape, string>, string>> = {
  text: 'a text',
  number: 'a number',
  boolean: 'true or false',
  json: 'JSON',
  function: 'a function',
  iterable: 'a list',
  anything: 'anything',
};

/** What a shape asks for. */
export function shapeText(shape: Shape): string {
  if (typeof shape === 'string') return PLAIN[shape];
  if ('least' in shape) return numberText(shape);
  if ('literals' in shape) return orText(shape.literals.map((literal) => JSON.stringify(literal)));
  if ('union' in shape) return orText([...new Set(shape.union.map(shapeText))]);
  if ('list' in shape) return `a list, each item ${shapeText(shape.list)}`;
  if ('map' in shape) return `an object, each value ${shapeText(shape.map)}`;
  if ('instance' in shape) return withArticle(shape.instance.replace(/^I(?=[A-Z])/, ''));
  return `an object with ${propNames(shape.props)}`;
}

/** Of what settings in general take, what one of them does, by its name: a time, bytes, or neither. */
export function ofSetting(shapes: readonly Shape[], path: FieldPath): readonly Shape[] {
  const [times, sizes] = ['Duration', 'Size'].map((name) =>
    shapes.find((each) => typeof each === 'object' && 'instance' in each && each.instance === name),
  );
  if (!times || !sizes) return shapes;
  const unit = settingUnit(String(path.at(-1)));
  if (unit === undefined) return shapes.filter((each) => each !== times && each !== sizes);
  return ['number', 'text', unit === 'bytes' ? sizes : times];
}

function numberText({ least, most, fractions = false }: NumberShape): string {
  return `a ${fractions ? '' : 'whole '}number from ${least}${most === undefined ? '' : ` to ${most}`}`;
}

/** How a program makes the instances that a shape asks for, of a text where one was given; absent: it asks for none, or a number will do. */
export function makersText(shape: Shape, value?: unknown): string | undefined {
  if (typeof shape === 'object' && 'union' in shape && shape.union.includes('number')) return undefined;
  const makers = instancesIn(shape).flatMap((name) => EXAMPLES[name] ?? instanceOf(name).makers ?? []);
  if (typeof value === 'string') return orText(makers.map((maker) => madeOf(maker, value))) || undefined;
  return makers.length === 0 ? undefined : orText(makers);
}

function madeOf(maker: string, text: string): string {
  const call = maker.replace('(...)', '');
  return parametersOf(call)[0]?.[1] === 'text' ? `${call}(${JSON.stringify(text)})` : maker;
}

/** The props of the name in the table; those that have to be given come first. */
export function propNames(props: string): string {
  const { all } = fieldsOf(props);
  return [...all.filter(({ isOptional }) => !isOptional), ...all.filter(({ isOptional }) => isOptional)]
    .map(({ name }) => name)
    .join(', ');
}

/** What was given, as it can be shown to anybody: no secret, and nothing that may hold one. */
export function givenText(value: unknown, isSecret: boolean): unknown {
  return value === null || (!isSecret && isShort(value)) ? value : kindText(value);
}

/** What is given where a value is told when the app is synthesized only. */
export const LATE = 'a value that is known at last';

/** What kind of value was given. */
export function kindText(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (isLate(value)) return LATE;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value !== 'object' || value === null) return withArticle(typeof value);
  const made = classOf(value);
  if (made !== undefined) return withArticle(made);
  const names = Object.keys(value);
  return names.length === 0 ? 'an object' : `an object with ${names.slice(0, MOST_NAMES).join(', ')}`;
}

const MOST_NAMES = 8;

/** The class that made an object, as a program calls it; absent: it is a plain one. A bundler may put a line before a name. */
function classOf(value: object): string | undefined {
  const prototype = Object.getPrototypeOf(value) as { readonly constructor?: unknown } | null;
  const maker = prototype?.constructor;
  const name = typeof maker === 'function' ? maker.name.replace(/^_/, '') : '';
  return name === '' || name === 'Object' ? undefined : name;
}

function isShort(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number';
}

/** Whether what a prop of the name holds is nobody's business. */
export function isSecretName(name: string): boolean {
  return /passw|passphrase|secret|token|credential|key|env|value|config|settings/i.test(name);
}

function instancesIn(shape: Shape): string[] {
  if (typeof shape === 'string') return [];
  if ('instance' in shape) return [shape.instance];
  if ('union' in shape) return shape.union.flatMap(instancesIn);
  return 'list' in shape ? instancesIn(shape.list) : [];
}

function orText(texts: readonly string[]): string {
  return joinedText(texts, 'or');
}

/** Several of something, all of them. */
export function andText(texts: readonly string[]): string {
  return joinedText(texts, 'and');
}

function joinedText(texts: readonly string[], last: 'or' | 'and'): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} ${last} ${texts.at(-1)}`;
}

/** A thing with the article that it has. */
export function withArticle(thing: string): string {
  return `${/^[aeiou]/i.test(thing) ? 'an' : 'a'} ${thing}`;
}
