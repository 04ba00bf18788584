import { fieldText, type FieldPath } from '../model/field';
import { acceptsSafely } from './accepts';
import { isLate } from './kinds';
import type { PropFault } from './kept';
import type { Parameter, Shape } from './shape';
import { missingFault, sift, typeFault, type Sifted } from './sift';
import { standIn } from './stand-ins';
import { parametersOf } from './table';
import type { Passer } from './strangers';

/** Arguments of a call, without what is faulty in them. */
export interface Held {
  readonly args: readonly unknown[];
  readonly faults: readonly PropFault[];
}

/**
 * Holds arguments to what the call takes: a constructor (`new Class`), a factory (`Class.name`) or a method (`Class#name`).
 * @throws where an argument is faulty for which there is no stand-in, such as the scope of a construct.
 */
export function hold(call: string, args: readonly unknown[], passer: Passer = 'program'): Held {
  const parameters = parametersOf(call);
  return areSound(parameters, args, passer) ? { args, faults: NONE } : sifted(call, args, passer);
}

function areSound(parameters: readonly Parameter[], args: readonly unknown[], passer: Passer): boolean {
  return parameters.every(([name, shape], at) => {
    const given = name.endsWith(REST) ? args.slice(at) : args[at];
    if (given === undefined) return name.endsWith(OPTIONAL) || shape === 'anything';
    return acceptsSafely(shape, given, passer) && !isLate(given);
  });
}

function sifted(call: string, args: readonly unknown[], passer: Passer): Held {
  const faults: PropFault[] = [];
  const left = parametersOf(call).flatMap((parameter, at) => {
    const [name, shape] = parameter;
    const found = siftAt(parameter, argumentAt(parameter, at, args), pathOf(parameter), passer);
    faults.push(...found.faults);
    if (name.endsWith(REST)) return found.value ?? [];
    const isOptional = name.endsWith(OPTIONAL);
    const taken = found.value ?? (isOptional ? undefined : standIn(shape));
    if (taken === undefined && !isOptional) throw new Error(`${call}: ${faultsText(faults)}`);
    return [taken];
  });
  return { args: left, faults };
}

/**
 * Holds arguments to what a function takes that cannot do with less.
 * @throws Error that tells all that is wrong with all of them.
 */
export function demand(call: string, args: readonly unknown[]): void {
  const parameters = parametersOf(call);
  if (areSound(parameters, args, 'program')) return;
  const faults = parameters.flatMap((parameter, at) => {
    const path = [bareName(parameter)];
    return siftAt(parameter, argumentAt(parameter, at, args), path, 'program').faults;
  });
  const grave = faults.filter((fault) => fault.isHarmless !== true && !isOfRecord(fault));
  if (grave.length > 0) throw new Error(`${call}: ${faultsText(grave)}`);
}

/** Records say what was read: whether an operator takes a number is for the judge to tell. */
function isOfRecord({ rule, given }: PropFault): boolean {
  return rule === 'prop-value' && typeof given === 'number';
}

function argumentAt([name]: Parameter, at: number, args: readonly unknown[]): unknown {
  return name.endsWith(REST) ? args.slice(at) : args[at];
}

function siftAt([name, shape]: Parameter, given: unknown, path: FieldPath, passer: Passer): Sifted {
  if (name.endsWith(REST)) return sift(shape, given, path);
  if (given !== undefined || shape === 'anything') return siftArgument(shape, given, path, passer);
  return name.endsWith(OPTIONAL) ? { value: undefined, faults: NONE } : absent(shape, path);
}

/** An argument is needed at once. */
function siftArgument(shape: Shape, value: unknown, path: FieldPath, passer: Passer): Sifted {
  const sifted = sift(shape, value, path, passer);
  const isSound = sifted.faults.length === 0 && isLate(value);
  return isSound ? { value: undefined, faults: [typeFault(shape, path, value)] } : sifted;
}

/** Faults as one text, where no construct can tell them. */
export function faultsText(faults: readonly PropFault[]): string {
  return faults
    .map(({ path, message, given, allowed, remedy }) => {
      const place = fieldText(path) || 'props';
      return [
        message.startsWith(`${place} `) ? message : `${place}: ${message}`,
        ...(given === undefined ? [] : [`Given: ${shortText(given)}.`]),
        ...(allowed === undefined ? [] : [`Allowed: ${allowed}.`]),
        remedy,
      ].join(' ');
    })
    .join('\n');
}

function shortText(given: unknown): string {
  const text = typeof given === 'number' ? String(given) : JSON.stringify(given);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** Each prop that has to be given is one that is missing. */
function absent(shape: Shape, path: FieldPath): Sifted {
  if (typeof shape === 'object' && 'props' in shape) return sift(shape, {}, path);
  return { value: undefined, faults: [missingFault(shape, path)] };
}

/** Props are called by their own names. */
function pathOf(parameter: Parameter): FieldPath {
  const [, shape] = parameter;
  return isProps(shape) ? [] : [bareName(parameter)];
}

function isProps(shape: Shape): boolean {
  if (typeof shape !== 'object') return false;
  return 'props' in shape || ('union' in shape && shape.union.every(isProps));
}

function bareName([name]: Parameter): string {
  return name.replace(/(\?|\.\.\.)$/, '');
}

const LONGEST = 120;
const REST = '...';
const OPTIONAL = '?';
const NONE: readonly never[] = [];
