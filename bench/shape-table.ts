import { countEqualObjects } from './equal';
import { interleave, isFailure, type Outcome } from './measure';
import { seconds, table, ratio } from './table';
import type { Side, Workspace } from './workspace';

/** Shapes of `shapes.ts` in growing sizes. */
const SIZES: readonly (readonly [shape: string, what: string, sizes: readonly number[]])[] = [
  ['charts', 'charts of one object', [400, 1_600, 3_200]],
  ['chain', 'charts of ten objects, each chart on the one before', [6, 8, 12, 100]],
  ['layers', 'layers of four objects, each on all four before', [10, 12, 14, 200]],
  ['line', 'objects of one chart, each on the one before', [1_000, 4_000, 8_000, 50_000]],
];
/** A machine's slow minute does not hide what takes a hundred times as long. */
const ROUNDS = 3;

/** Many charts and deep dependencies, compiled, the same objects made by the same lines. */
export function shapes(workspace: Workspace, rounds: number): string {
  const rows = SIZES.flatMap(([shape, what, sizes]) => {
    let plainEnds = true;
    return sizes.map((size) => {
      const sides: readonly Side[] = plainEnds ? ['ours', 'plain'] : ['ours'];
      const [ours = [], plain] = measure(workspace, shape, size, sides, Math.min(rounds, ROUNDS));
      plainEnds &&= plain?.every((outcome) => !isFailure(outcome)) ?? false;
      return [
        size.toLocaleString('en'),
        what,
        seconds(ours),
        plain ? seconds(plain) : 'not tried',
        ratio(ours, plain ?? []),
      ];
    });
  });
  const head = ['n', 'shape', 'this library', 'plain cdk8s', 'ratio'];
  return ['## Many charts and deep dependencies, compiled\n', table(head, rows)].join('\n');
}

function measure(
  workspace: Workspace,
  shape: string,
  size: number,
  sides: readonly Side[],
  rounds: number,
): readonly (readonly Outcome[])[] {
  const contestants = sides.map((side) => ({
    command: process.execPath,
    args: [workspace.compiled(side, 'shape'), shape, String(size)],
    outdir: workspace.outdir(side),
  }));
  const outcomes = interleave(contestants, rounds);
  const allEnded = sides.length === 2 && !outcomes.flat().some(isFailure);
  if (allEnded) countEqualObjects(workspace.outdir('ours'), workspace.outdir('plain'));
  return outcomes;
}
