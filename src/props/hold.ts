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
    if (given === undefined) return name.endsWith(OPTIONAL);
    return acceptsSafely(shape, given, passer) && !isLate(given);
  });
}

function sifted(call: string, args: readonly unknown[], passer: Passer): Held {
  const parameters = parametersOf(call);
  const faults: PropFault[] = [];
  const left = parameters.flatMap(([name, shape], at) => {
    if (name.endsWith(REST)) {
      const rest = sift(shape, args.slice(at), [name.slice(0, -REST.length)]);
      faults.push(...rest.faults);
      return rest.value ?? [];
    }
    const isOptional = name.endsWith(OPTIONAL);
    const path = pathOf(isOptional ? name.slice(0, -1) : name, shape);
    const given = args[at];
    if (given === undefined && isOptional) return [undefined];
    const found = given === undefined ? absent(shape, path) : siftArgument(shape, given, path, passer);
    faults.push(...found.faults);
    const taken = found.value ?? (isOptional ? undefined : standIn(shape));
    if (taken === undefined && !isOptional) throw new Error(`${call}: ${faultsText(faults)}`);
    return [taken];
  });
  return { args: left, faults };
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
    .map(({ path, message, allowed, remedy }) => {
      const place = fieldText(path) || 'props';
      return `${place}: ${message} ${allowed === undefined ? '' : `Allowed: ${allowed}. `}${remedy}`;
    })
    .join('\n');
}

/** Each prop that has to be given is one that is missing. */
function absent(shape: Shape, path: FieldPath): Sifted {
  if (typeof shape === 'object' && 'props' in shape) return sift(shape, {}, path);
  return { value: undefined, faults: [missingFault(shape, path)] };
}

/** Props are called by their own names. */
function pathOf(name: string, shape: Shape): FieldPath {
  return typeof shape === 'object' && 'props' in shape ? [] : [name];
}

const REST = '...';
const OPTIONAL = '?';
const NONE: readonly never[] = [];
