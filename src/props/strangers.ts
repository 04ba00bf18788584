import type { FieldPath } from '../model/field';
import { nearestNames } from '../text/nearest';
import type { Fields } from './fields';
import { insteadOfFormer } from './former';
import type { PropFault } from './kept';
import { isPlainObject, type Fielded } from './kinds';
import { propNames } from './words';

/** Who passes props: a program, or the constructor of a team's own class, which may have props of its own among them. */
export type Passer = 'program' | 'subclass';

/** Whether a prop that the props lack is to be told. An instance of a class has what its class has. */
export function isStranger(name: string, value: Fielded, fields: Fields, passer: Passer): boolean {
  if (value[name] === undefined) return false;
  const mayBeMeant = passer === 'subclass' || fields.isOpen || !isPlainObject(value);
  return !mayBeMeant || slipOf(name, value, fields) !== undefined;
}

/** The props that a name may have been meant for, the nearest first: those that are not given themselves. */
export function meantFor(name: string, value: Fielded, { all }: Fields): string[] {
  return nearestNames(
    name,
    all.filter((field) => value[field.name] === undefined).map((field) => field.name),
  );
}

/** A prop that the props lack, as it was given. */
interface Stranger {
  readonly name: string;
  readonly value: Fielded;
  readonly fields: Fields;
  /** The name of the props. */
  readonly props: string;
}

/** Tells a prop that the props lack. Where nothing shows what was meant, it does no harm. */
export function strangerFault({ name, value, fields, props }: Stranger, path: FieldPath, passer: Passer): PropFault {
  const fault = { rule: 'prop-unknown', path: [...path, name], allowed: propNames(props) } as const;
  const instead = insteadOfFormer(props, name);
  if (instead !== undefined) return { ...fault, message: `There is no prop ${name} any more.`, remedy: instead };
  const [nearest] = meantFor(name, value, fields);
  if (nearest === undefined) {
    return {
      ...fault,
      message: `There is no prop ${name}: nobody reads it.`,
      remedy: 'Leave it out.',
      isHarmless: true,
    };
  }
  return {
    ...fault,
    message: `There is no prop ${name}; did you mean ${nearest}?`,
    remedy: `Write ${nearest}, or leave it out.`,
    ...(passer === 'subclass' && fields.byName.get(nearest)?.isOptional && { isHarmless: true }),
  };
}

/** The prop that a name is but a letter or the size of letters away from. */
function slipOf(name: string, value: Fielded, fields: Fields): string | undefined {
  return meantFor(name, value, fields).find((known) => isSlip(name.toLowerCase(), known.toLowerCase()));
}

function isSlip(name: string, known: string): boolean {
  const [short, long] = name.length < known.length ? [name, known] : [known, name];
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  const rest = (text: string, from: number): string => text.slice(same + from);
  if (short.length < long.length) return rest(short, 0) === rest(long, 1);
  return rest(short, 1) === rest(long, 1) || swapped(rest(short, 0)) === rest(long, 0);
}

function swapped([first = '', second = '', ...others]: string): string {
  return second + first + others.join('');
}
