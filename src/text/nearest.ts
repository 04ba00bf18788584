/** The known names that an unknown one may have been meant for, the nearest first; at most three. */
export function nearestNames(name: string, known: readonly string[]): string[] {
  return known
    .filter((each) => Math.abs(each.length - name.length) <= reach(name, each))
    .map((each) => ({ each, far: distance(name.toLowerCase(), each.toLowerCase()) }))
    .filter(({ each, far }) => far <= reach(name, each))
    .sort((left, right) => left.far - right.far)
    .map(({ each }) => each)
    .slice(0, 3);
}

/** How far apart two names may be for the one to be taken for the other. */
function reach(name: string, other: string): number {
  return Math.max(2, Math.floor(Math.max(name.length, other.length) / 3));
}

/** How many characters have to be added, dropped or changed to get from one text to the other. */
export function distance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const changed = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      current[column] = Math.min(changed, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}

/**
 * Whether a name is another one with a slip: in case, in one letter, or in the order of two; of a long name in two letters.
 */
export function isSlip(name: string, meant: string): boolean {
  const [given, wanted] = [name.toLowerCase(), meant.toLowerCase()];
  const isLong = given.length >= LONG;
  return distance(given, wanted) <= (isLong || lettersOf(given) === lettersOf(wanted) ? 2 : 1);
}

const LONG = 8;

function lettersOf(name: string): string {
  return [...name].sort().join('');
}
