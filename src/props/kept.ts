import type { FieldPath } from '../model/field';

/** Ids of what can be wrong with what a program hands over. */
export type PropRule = 'prop-unknown' | 'prop-missing' | 'prop-type' | 'prop-value';

/** What is wrong with a value that a program hands over. */
export interface PropFault {
  readonly rule: PropRule;
  /** Where it is, from the value on. */
  readonly path: FieldPath;
  /** What was given there, in words where the value is none to print. */
  readonly given?: unknown;
  readonly allowed?: string;
  readonly message: string;
  readonly remedy: string;
  /** What it comes from, where several constructs take a value that was made of faulty props. */
  readonly cause?: object;
  /** Whether it may be meant so: nothing reads it, and nothing is changed by it. */
  readonly isHarmless?: boolean;
}

const KEPT = new WeakMap<object, readonly PropFault[]>();
let keepsAny = false;

/** Keeps what is wrong with a value that no construct has taken yet: who takes it tells it. */
export function keepFaults(value: object, faults: readonly PropFault[]): void {
  if (faults.length === 0) return;
  KEPT.set(value, [...keptFaults(value), ...faults]);
  keepsAny = true;
}

/**
 * Keeps what was wrong with the arguments that a value was made of. What the value itself told of their stand-ins, which
 * are empty texts, follows from it.
 */
export function keepCauses(value: object, causes: readonly PropFault[]): void {
  const parents = new Set(causes.map(parentOf));
  const own = keptFaults(value).filter((fault) => fault.given !== '' || !parents.has(parentOf(fault)));
  KEPT.set(value, own);
  keepFaults(value, causes);
}

function parentOf({ path }: PropFault): string {
  return JSON.stringify(path.slice(0, -1));
}

/** The value, made of what has a fault. */
export function withFault<T extends object>(value: T, fault: Omit<PropFault, 'rule'>): T {
  keepFaults(value, [{ rule: 'prop-value', ...fault }]);
  return value;
}

/** What is wrong with a value that was made of faulty props. */
export function keptFaults(value: object): readonly PropFault[] {
  return KEPT.get(value) ?? NONE;
}

/** Whether a value was made of faulty props. */
export function hasFaults(value: object): boolean {
  return keepsAny && KEPT.has(value);
}

const NONE: readonly PropFault[] = [];
