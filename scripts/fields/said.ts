import type { Observation, Trials } from './trials';

/** A prop by the innermost call that takes it; without a name, it is the choice of that call. */
export interface Place {
  readonly owner: string;
  readonly prop: string;
}

/** What says a field: its props, or those that it follows from. */
export interface Said {
  readonly how: 'value' | 'follows' | 'written';
  readonly places: readonly Place[];
}

/** How many props a row names. */
const MOST_NAMED = 4;

/** Of how many factories of a class a prop stands for all of them. */
const SOME_FACTORIES = 3;

/** What says a field; undefined: nothing but `overrides`. */
export function saidOf(kind: string, path: string, trials: Trials): Said | undefined {
  const all = trials.of(kind, path);
  const values = all.filter(({ isValue }) => isValue);
  if (values.length > 0) return { how: 'value', places: placesOf(values) };
  if (all.length > 0) return { how: 'follows', places: placesOf(all) };
  return trials.isWritten(kind, path) ? { how: 'written', places: [] } : undefined;
}

/** What says all that a field holds, where that is props of the same names; `tails`: what it holds, as props are named. */
export function saidTogether(parts: readonly (Said | undefined)[], tails: readonly string[]): Said | undefined {
  const [first, ...others] = parts.map((said, at) => headsOf(said, tails[at] ?? ''));
  if (!first || others.length === 0) return undefined;
  const texts = first.map(textOf);
  const isSame = others.every((heads) => heads?.map(textOf).join() === texts.join());
  return isSame ? { how: 'value', places: first } : undefined;
}

function headsOf(said: Said | undefined, tail: string): Place[] | undefined {
  if (said?.how !== 'value') return undefined;
  const heads = said.places.map(({ owner, prop }) =>
    prop.endsWith(`.${tail}`) ? [{ owner, prop: `${prop.slice(0, -tail.length - 1)}…` }] : [],
  );
  return heads.every(({ length }) => length > 0) ? heads.flat() : undefined;
}

/** The cell that tells it. */
export function saidText(said: Said | undefined): string {
  if (!said) return '`overrides`';
  if (said.how === 'written') return 'the library';
  const texts = [...new Set(said.places.map((place) => labelOf(place, said.places)))];
  const named = texts.slice(0, MOST_NAMED).join(', ') + (texts.length > MOST_NAMED ? ' and others' : '');
  return said.how === 'value' ? named : `follows from ${named}`;
}

/** The most special ones first. */
function placesOf(observations: readonly Observation[]): Place[] {
  const ranked = observations.toSorted((one, other) => one.reach - other.reach).map(placeOf);
  return [...new Map(ranked.map((place) => [textOf(place), place])).values()];
}

function placeOf({ call, steps }: Observation): Place {
  const at = steps.findLastIndex((step) => 'call' in step);
  const last = steps[at];
  const owner = last && 'call' in last ? last.call : call.replace('new ', '').replace('#', '.');
  const names = steps.slice(at + 1).map((step) => ('prop' in step ? step.prop : ''));
  return { owner, prop: names.join('.') };
}

function textOf({ owner, prop }: Place): string {
  return `${owner}: ${prop}`;
}

function labelOf({ owner, prop }: Place, all: readonly Place[]): string {
  if (prop === '') return `\`${owner}()\``;
  const [made = '', factory] = owner.split('.');
  const alike = all.filter((other) => other.prop === prop && other.owner.startsWith(`${made}.`));
  const isOfMany = factory !== undefined && new Set(alike.map((place) => place.owner)).size >= SOME_FACTORIES;
  return `\`${isOfMany ? `${made}.*` : owner}\`: \`${prop}\``;
}
