import { Construct, type IConstruct } from 'constructs';
import { fieldText } from '../model/field';
import { faultsText, hold } from '../props/hold';
import { keepCauses, type PropFault } from '../props/kept';
import { callsOf } from '../props/table';
import { doubt } from './doubts';
import { noteFault, type Fault } from './faults';
import { freeId } from './ids';

/** Bears what is wrong with props from where they are held to the construct that tells it. */
const FAULTS = Symbol('cdk8s-strimzi.faults');

interface Faulty {
  readonly [FAULTS]?: readonly PropFault[];
}

/**
 * Scope, id and props of a new construct, held to what its class takes. What is faulty is left out or has a stand-in, and
 * is told by {@link tellFaults} as soon as there is a construct.
 * @throws where the scope is no construct: nobody could tell it.
 */
export function held<P extends object>(
  name: string,
  args: readonly [scope: Construct, id: string, props: P],
  isOurs: boolean,
): readonly [scope: Construct, id: string, props: P] {
  const [scope, id] = args;
  const { args: sound, faults } = hold(`new ${name}`, args, isOurs ? 'program' : 'subclass');
  const [, soundId, props] = sound as typeof args;
  if (faults.length === 0 && id !== '') return [scope, id, props];
  const told = [...faultsIn(args[2]), ...faults, ...(id === '' ? [NO_ID] : [])];
  const soundProps = { ...props, [FAULTS]: told };
  return [scope, soundId === '' ? freeId(scope, UNNAMED) : soundId, soundProps];
}

/** Props of an app, held to what its class takes. */
export function heldProps<P extends object>(name: string, props: P, isOurs: boolean): P {
  const { args, faults } = hold(`new ${name}`, [props], isOurs ? 'program' : 'subclass');
  const sound = (args[0] ?? {}) as P;
  return faults.length === 0 ? sound : { ...sound, [FAULTS]: faults };
}

const UNNAMED = 'unnamed';
const NO_ID: PropFault = {
  rule: 'prop-value',
  path: ['id'],
  given: '',
  allowed: 'a text of one character at least',
  message: 'id cannot be empty.',
  remedy: 'Give the construct a name.',
};

/** Props of which something else was found to be wrong before they are handed over. */
export function withFaults<P extends object>(props: P, faults: readonly PropFault[]): P {
  return faults.length === 0 ? props : { ...props, [FAULTS]: faults };
}

/** What was found to be wrong with props. */
export function faultsIn(props: object | undefined): readonly PropFault[] {
  try {
    return (props as Faulty | undefined)?.[FAULTS] ?? NONE;
  } catch {
    return NONE; // what cannot be read bears nothing
  }
}

/** Tells what was wrong with the props of a construct. */
export function tellFaults(construct: IConstruct, props: object): void {
  notePropFaults(construct, faultsIn(props));
}

/** Tells faults of values that a construct takes. */
export function notePropFaults(construct: IConstruct, faults: readonly PropFault[]): void {
  for (const fault of faults) noteProp(construct, fault, fieldText(fault.path) || 'props');
}

const NONE: readonly PropFault[] = [];

function noteProp(construct: IConstruct, fault: PropFault, field: string): void {
  noteFault(construct, faultOf(fault, field));
  if (fault.isHarmless !== true) doubt(construct);
}

/** Tells faults of parts of props that become constructs of their own: these are in doubt, and not the one that tells it. */
export function notePartFaults(construct: IConstruct, faults: readonly PropFault[]): void {
  for (const fault of faults) noteFault(construct, faultOf(fault, fieldText(fault.path)));
}

function faultOf({ path: _, isHarmless = false, ...fault }: PropFault, field: string): Fault {
  return { ...fault, field, ...(isHarmless && { effect: 'ignored' as const }) };
}

type Call = (this: unknown, ...args: readonly unknown[]) => unknown;

/**
 * Holds what the factories and methods of a class are called with, those that the table of shapes has under the name. What
 * is wrong is told of the construct that comes of it, of one that has to do with it, or of whoever takes the value.
 */
export function holdCalls(marked: { readonly prototype: object }, name: string): void {
  for (const call of callsOf(name)) {
    const member = call.slice(name.length + 1);
    const owner = (call[name.length] === '#' ? marked.prototype : marked) as Record<string, Call>;
    const made = owner[member];
    if (made)
      Object.defineProperty(owner, member, { value: holding(call, member, made), writable: true, configurable: true });
  }
}

function holding(call: string, member: string, made: Call): Call {
  return function (this: unknown, ...args) {
    const { args: sound, faults } = hold(call, args);
    const result = made.call(this, ...sound);
    if (faults.length === 0) return result;
    if (isConstruct(result)) {
      notePropFaults(result, faults);
      return result;
    }
    const constructs = [this, ...args].filter(isConstruct);
    const host = constructs[0] ?? partOf(this);
    if (host) noteCall(host, faults, called(this, member));
    else if (typeof result === 'object' && result !== null) keepCauses(result, faults);
    else throw new Error(`${call}: ${faultsText(faults)}`);
    if (!faults.every(({ isHarmless }) => isHarmless)) for (const each of constructs) doubt(each);
    return result;
  };
}

function noteCall(host: IConstruct, faults: readonly PropFault[], method: string): void {
  for (const fault of faults) noteProp(host, fault, `${method}(${fieldText(fault.path)})`);
}

/** A method as a program calls it, with the topic that it is called on. */
function called(on: unknown, member: string): string {
  const { topicName } = (on ?? {}) as { readonly topicName?: unknown };
  return typeof topicName === 'string' && topicName !== '' && !Construct.isConstruct(on)
    ? `${topicName}.${member}`
    : member;
}

/** The construct that a value, such as a topic that is referred to, is of. */
function partOf(value: unknown): IConstruct | undefined {
  const { cluster, user } = (value ?? {}) as { readonly cluster?: unknown; readonly user?: unknown };
  return [cluster, user].find(isConstruct);
}

function isConstruct(value: unknown): value is IConstruct {
  try {
    return Construct.isConstruct(value);
  } catch {
    return false; // what cannot be read is none
  }
}
