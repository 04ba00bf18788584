import { consequencesOf } from './consequences';
import { EXPLAINS, isByRule, type Told } from './told';

/**
 * Each cause once: of what several tell of one field of one object, what the one says that explains most, in the order in
 * which they were told. A warning never takes the place of an error. What is said of an object as a whole stands by itself.
 * What an object lacks is not told where its construct says what it could not find out, nor what an operator would make of a
 * field that its API does not have, or of an object that nobody serves: no operator comes to see it. What has no value, or is
 * no map, has no fields that somebody could miss.
 */
export function eachOnce<S>(told: readonly Told<S>[]): readonly Told<S>[] {
  const objectOf = objectNames<S>();
  const blamed = new Set(told.filter(isConstructError).map(objectOf));
  const best = new Map<string, number>();
  const note = (key: string, rank: number): void => void best.set(key, Math.min(best.get(key) ?? rank, rank));
  const placeOf = (each: Told<S>, field = ''): string => `${objectOf(each)}\0${field}`;
  const causeOf = (each: Told<S>): string => placeOf(each, each.finding.field);
  const errorOf = (each: Told<S>): string => `${causeOf(each)}\0error`;
  const unknown = new Set(
    told
      .filter(({ code }) => code === 'unknown-field')
      .flatMap((each) => [causeOf(each), placeOf(each, each.meant ?? each.finding.field)]),
  );
  const unserved = new Set(told.filter(({ finding }) => finding.rule === 'served-by-release').map(objectOf));
  const consequences = consequencesOf(told, objectOf);
  const left = told.filter((each) => {
    if (each.code === 'required' && blamed.has(objectOf(each))) return false;
    if (consequences.has(each)) return false;
    return !(isOfOperator(each) && (unknown.has(causeOf(each)) || unserved.has(objectOf(each))));
  });
  for (const each of left) {
    if (each.finding.field === undefined) continue;
    note(causeOf(each), EXPLAINS[each.by]);
    if (each.finding.severity === 'error') note(errorOf(each), EXPLAINS[each.by]);
  }
  return left.filter((each) => {
    if (each.finding.field === undefined) return true;
    if (each.finding.severity === 'error') return best.get(errorOf(each)) === EXPLAINS[each.by];
    // What a release cannot say at all, nobody needs to be warned of.
    return best.get(causeOf(each)) === EXPLAINS[each.by] && best.get(errorOf(each)) !== EXPLAINS.loss;
  });
}

/** Tells objects apart: two sites may have objects of one path. */
function objectNames<S>(): (each: Told<S>) => string {
  const sites = new Map<S | undefined, number>();
  return ({ site, finding: { path } }) => {
    const number = sites.get(site) ?? sites.size;
    sites.set(site, number);
    return `${number}\0${path}`;
  };
}

/** Whether a rule says what an operator makes of a field that does no harm. */
function isOfOperator(told: Told<unknown>): boolean {
  const { severity, effect } = told.finding;
  return isByRule(told) && severity === 'warning' && effect !== 'unlooked';
}

function isConstructError({ finding, by }: Told<unknown>): boolean {
  return by === 'construct' && finding.severity === 'error';
}
