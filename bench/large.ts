import { interleave, isFailure, median, type Contestant, type Outcome } from './measure';
import { mebibytes, seconds, table } from './table';
import type { Workspace } from './workspace';

const SIZES = [2_000, 8_000] as const;
const SHAPES: Readonly<Record<string, string>> = {
  mirrors: 'mirrors in one MirrorMaker 2',
  acls: 'rules in one user',
};

/** One object that holds much, compiled: checked, read, and translated to another release. */
export function large(workspace: Workspace, rounds: number): string {
  const run = (shape: string, size: number): Contestant => ({
    command: process.execPath,
    args: [workspace.compiled('ours', 'large'), shape, String(size)],
    outdir: workspace.outdir('ours'),
  });
  const rows = Object.entries(SHAPES).map(([shape, what]) => {
    const [empty = [], ...measured] = interleave([run(shape, 0), ...SIZES.map((size) => run(shape, size))], rounds);
    const [few = [], many = []] = measured;
    const growth = (middle(many) - middle(empty)) / (middle(few) - middle(empty));
    return [what, ...measured.map(seconds), growth.toFixed(1), mebibytes(many)];
  });
  const head = ['one object', ...SIZES.map((size) => size.toLocaleString('en')), 'growth (aim 4.0)', 'peak'];
  return `## One object that holds much, compiled: checked, read, translated\n\n${table(head, rows)}`;
}

function middle(outcomes: readonly Outcome[]): number {
  return median(outcomes.flatMap((outcome) => (isFailure(outcome) ? [] : [outcome.seconds])));
}
