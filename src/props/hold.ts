import { fieldText, type FieldPath } from '../model/field';
import { acceptsSafely } from './accepts';
import { argumentsOf, type Argument } from './arguments';
import type { PropFault } from './kept';
import type { Shape } from './shape';
import { missingFault } from './prop-faults';
import { sift, type Sifted } from './sift';
import { standIn } from './stand-ins';
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
  const wanted = argumentsOf(call);
  const termsOf = (argument: Argument): Terms => (argument.hasParts ? PASSED[passer] : EARLY);
  return areSound(wanted, args, termsOf) ? { args, faults: NONE } : sifted(call, args, termsOf);
}

/** The terms on which an argument is taken. */
type TermsOf = (argument: Argument) => Terms;

function areSound(wanted: readonly Argument[], args: readonly unknown[], termsOf: TermsOf): boolean {
  return wanted.every((argument, at) => {
    const given = givenFor(argument, at, args);
    if (given === undefined) return argument.isOptional || argument.shape === 'anything';
    return acceptsSafely(argument.shape, given, termsOf(argument));
  });
}

function sifted(call: string, args: readonly unknown[], termsOf: TermsOf): Held {
  const faults: PropFault[] = [];
  const left = argumentsOf(call).flatMap((argument, at) => {
    const { name, shape, isRest, isOptional } = argument;
    const found = siftAt(argument, givenFor(argument, at, args), argument.isProps ? [] : [name], termsOf);
    faults.push(...found.faults);
    if (isRest) return found.value ?? [];
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
  const wanted = argumentsOf(call);
  if (areSound(wanted, args, AT_ONCE)) return;
  const faults = wanted.flatMap(
    (argument, at) => siftAt(argument, givenFor(argument, at, args), [argument.name], AT_ONCE).faults,
  );
  const grave = faults.filter((fault) => fault.isHarmless !== true && !isOfRecord(fault));
  if (grave.length > 0) throw new Error(`${call}: ${faultsText(grave)}`);
}

const AT_ONCE: TermsOf = () => EARLY;

/** Records say what was read: whether an operator takes a number is for the judge to tell. */
function isOfRecord({ rule, given }: PropFault): boolean {
  return rule === 'prop-value' && typeof given === 'number';
}

function givenFor({ isRest }: Argument, at: number, args: readonly unknown[]): unknown {
  return isRest ? args.slice(at) : args[at];
}

function siftAt(argument: Argument, given: unknown, path: FieldPath, termsOf: TermsOf): Sifted {
  const { shape, isRest, isOptional } = argument;
  if (isRest || given !== undefined || shape === 'anything') return sift(shape, given, path, termsOf(argument));
  return isOptional ? { value: undefined, faults: NONE } : absent(shape, path);
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

const LONGEST = 120;
const NONE: readonly never[] = [];
