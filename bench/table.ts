import { isFailure, median, type Outcome } from './measure';

const DIGITS = 3;

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n').concat('\n');
}

/** The median of runs, or why there is none. */
export function seconds(outcomes: readonly Outcome[]): string {
  return told(
    outcomes,
    ({ seconds: each }) => each,
    (middle) => `${middle.toPrecision(DIGITS)} s`,
  );
}

/** The median peak memory of runs. */
export function mebibytes(outcomes: readonly Outcome[]): string {
  return told(
    outcomes,
    ({ mebibytes: each }) => each,
    (middle) => `${middle.toFixed(0)} MiB`,
  );
}

/** The median of the ratios of two commands, round by round. */
export function ratio(
  ours: readonly Outcome[],
  theirs: readonly Outcome[],
  of: 'seconds' | 'mebibytes' = 'seconds',
): string {
  const ratios = ours.flatMap((mine, round) => {
    const other = theirs[round];
    return !other || isFailure(mine) || isFailure(other) ? [] : [mine[of] / other[of]];
  });
  return ratios.length === 0 ? '–' : median(ratios).toFixed(2);
}

function told(
  outcomes: readonly Outcome[],
  of: (sample: { readonly seconds: number; readonly mebibytes: number }) => number,
  print: (middle: number) => string,
): string {
  const failed = outcomes.find(isFailure);
  return failed ? failed.failure : print(median(outcomes.flatMap((each) => (isFailure(each) ? [] : [of(each)]))));
}
