import { fieldText, type FieldPath } from '../model/field';
import { acceptsSafely } from './accepts';
import type { PropFault } from './kept';
import type { Parameter, Shape } from './shape';
import { missingFault } from './prop-faults';
import { sift, type Sifted } from './sift';
import { standIn } from './stand-ins';
import { parametersOf } from './table';
import type { Passer } from './strangers';
import { EARLY, PASSED, type Terms } from './terms';

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
  const termsOf = (shape: Shape): Terms => (hasParts(shape) ? PASSED[passer] : EARLY);
  return areSound(parametersOf(call), args, termsOf) ? { args, faults: NONE } : sifted(call, args, termsOf);
}

/** An argument is needed at once; of what has parts, the parts say so themselves. */
function hasParts(shape: Shape): boolean {
  return isProps(shape) || (typeof shape === 'object' && ('list' in shape || 'map' in shape));
}

/** The terms on which an argument of the shape is taken. */
type TermsOf = (shape: Shape) => Terms;

function areSound(parameters: readonly Parameter[], args: readonly unknown[], termsOf: TermsOf): boolean {
  return parameters.every(([name, shape], at) => {
    const given = name.endsWith(REST) ? args.slice(at) : args[at];
    if (given === undefined) return name.endsWith(OPTIONAL) || shape === 'anything';
    return acceptsSafely(shape, given, termsOf(shape));
  });
}

function sifted(call: string, args: readonly unknown[], termsOf: TermsOf): Held {
  const faults: PropFault[] = [];
  const left = parametersOf(call).flatMap((parameter, at) => {
    const [name, shape] = parameter;
    const found = siftAt(parameter, argumentAt(parameter, at, args), pathOf(parameter), termsOf);
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
 * Holds arguments to what a function takes that cannot do with less: it is done before any app is synthesized.
 * @throws Error that tells all that is wrong with all of them.
 */
export function demand(call: string, args: readonly unknown[]): void {
  const parameters = parametersOf(call);
  if (areSound(parameters, args, AT_ONCE)) return;
  const faults = parameters.flatMap((parameter, at) => {
    const path = [bareName(parameter)];
    return siftAt(parameter, argumentAt(parameter, at, args), path, AT_ONCE).faults;
  });
  const grave = faults.filter((fault) => fault.isHarmless !== true && !isOfRecord(fault));
  if (grave.length > 0) throw new Error(`${call}: ${faultsText(grave)}`);
}

const AT_ONCE: TermsOf = () => EARLY;

/** Records say what was read: whether an operator takes a number is for the judge to tell. */
function isOfRecord({ rule, given }: PropFault): boolean {
  return rule === 'prop-value' && typeof given === 'number';
}

function argumentAt([name]: Parameter, at: number, args: readonly unknown[]): unknown {
  return name.endsWith(REST) ? args.slice(at) : args[at];
}

function siftAt([name, shape]: Parameter, given: unknown, path: FieldPath, termsOf: TermsOf): Sifted {
  if (name.endsWith(REST)) return sift(shape, given, path, termsOf(shape));
  if (given !== undefined || shape === 'anything') return sift(shape, given, path, termsOf(shape));
  return name.endsWith(OPTIONAL) ? { value: undefined, faults: NONE } : absent(shape, path);
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
