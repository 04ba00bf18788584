import type { ClientSettings } from '../model/client';
import type { EnvVar } from '../model/env';
import type { SecretKey } from '../model/user';
import { isLate, isPlainObject } from '../props/kinds';
import type { Shape } from '../props/shape';
import { typeFault } from '../props/prop-faults';
import { sift } from '../props/sift';
import { EARLY } from '../props/terms';
import type { Fault } from './faults';
import type { KafkaClientProps } from './kafka-client-props';

/** A function of the team's own that names variables. */
export type NamesVariables = Extract<KafkaClientProps['contract'], (settings: never) => unknown>;

/** What such a function answers: the variables that are sound, and what is wrong with the others. */
export interface NamedVariables {
  readonly env: readonly EnvVar[];
  readonly faults: readonly Fault[];
}

const VARIABLE: Shape = { union: ['text', { props: 'SecretKey' }] };
const VARIABLES: Shape = { map: VARIABLE };
const CALL = 'contract()';

/** Asks a function for the variables of an application. What it does is not ours: it may throw, or answer with anything. */
export function namedVariables(contract: NamesVariables, settings: ClientSettings): NamedVariables {
  let answer: unknown;
  try {
    answer = contract(settings);
  } catch (error) {
    return { env: [], faults: [thrown(error)] };
  }
  // Nobody waits for it: that it ends in an error must not end the run.
  if (answer instanceof Promise) answer.catch(() => undefined);
  if (!isPlainObject(answer) || isLate(answer))
    return { env: [], faults: [faultOf(typeFault(VARIABLES, [CALL], answer))] };
  const found = Object.entries(answer).map(([name, value]) => variable(name, value));
  return { env: found.flatMap(({ env }) => env), faults: found.flatMap(({ faults }) => faults) };
}

function variable(name: string, value: unknown): NamedVariables {
  const path = [CALL, name];
  const { faults } = sift(VARIABLE, value, path, EARLY);
  if (faults.length > 0) return { env: [], faults: faults.map(faultOf) };
  return { env: [typeof value === 'string' ? { name, value } : { name, secret: value as SecretKey }], faults: [] };
}

function faultOf({ path, isHarmless: _, ...fault }: ReturnType<typeof typeFault>): Fault {
  const [call, ...within] = path;
  return { ...fault, field: `${String(call)}${within.map((part) => `[${JSON.stringify(part)}]`).join('')}` };
}

function thrown(error: unknown): Fault {
  return {
    rule: 'client-contract',
    field: CALL,
    allowed: 'variables, whatever it is told',
    message: `The function ended with: ${error instanceof Error ? error.message : String(error)}`,
    remedy: 'Mend the function: settings that the listener or the user does not have are absent.',
  };
}
