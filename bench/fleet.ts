import { countEqualObjects } from './equal';
import { interleave, isFailure, median, type Contestant, type Outcome } from './measure';
import { mebibytes, ratio, seconds, table } from './table';
import type { Side, Workspace } from './workspace';

const SIZES = [1_000, 10_000, 50_000];
const AIMS: Readonly<Record<number, string>> = { 10_000: '0.35', 50_000: '0.25' };
const MICROSECONDS = 1e6;

/** A cluster with n topics, n/10 users of six ACLs and n/100 producers, compiled; only this library validates. */
export function fleet(workspace: Workspace, rounds: number): string {
  const run = (side: Side, size: number): Contestant => ({
    command: process.execPath,
    args: [workspace.compiled(side, 'fleet'), String(size)],
    outdir: workspace.outdir(side),
  });
  const starts = interleave([run('ours', 0), run('plain', 0)], rounds);
  const measured = SIZES.map((size) => {
    const [ours = [], plain = []] = interleave([run('ours', size), run('plain', size)], rounds);
    const objects = countEqualObjects(workspace.outdir('ours'), workspace.outdir('plain'));
    return { size, objects, ours, plain };
  });

  const each = (outcomes: readonly Outcome[], start: readonly Outcome[] = [], objects = 1): number =>
    ((middle(outcomes) - middle(start)) / objects) * MICROSECONDS;
  const rows = measured.map(({ size, objects, ours, plain }) => [
    size.toLocaleString('en'),
    seconds(ours),
    seconds(plain),
    ratio(ours, plain),
    AIMS[size] ?? '',
    `${each(ours, starts[0], objects).toFixed(1)} µs`,
    `${each(plain, starts[1], objects).toFixed(1)} µs`,
    mebibytes(ours),
    mebibytes(plain),
    ratio(ours, plain, 'mebibytes'),
  ]);
  const [smallest, largest] = [measured[0], measured.at(-1)];
  const growth =
    each(largest?.ours ?? [], starts[0], largest?.objects) / each(smallest?.ours ?? [], starts[0], smallest?.objects);
  return [
    '## A fleet of n topics, n/10 users, n/100 Deployments, compiled, ours validated, objects equal\n',
    table(
      [
        'n',
        'this library',
        'plain cdk8s',
        'ratio',
        'aim',
        'ours per object',
        'plain per object',
        'our peak',
        'plain peak',
        'ratio (aim 0.70)',
      ],
      rows,
    ),
    `Time per object, largest beside smallest, less the time with no topic: ${growth.toFixed(2)} (aim 1.30)\n`,
  ].join('\n');
}

function middle(outcomes: readonly Outcome[]): number {
  return median(outcomes.flatMap((outcome) => (isFailure(outcome) ? [] : [outcome.seconds])));
}
