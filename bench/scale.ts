import { countEqualObjects } from './equal';
import { interleave, type Contestant } from './measure';
import { mebibytes, ratio, seconds, table } from './table';
import type { Workspace } from './workspace';

const SIZES = [10_000, 50_000];

/** The fleet with one file an object, beside plain cdk8s that writes a single file: a first run, one that changes nothing, and what reads it. */
export function scale(workspace: Workspace, rounds: number): string {
  const program = (side: 'ours' | 'plain', size: number, ...layout: string[]): Contestant => ({
    command: process.execPath,
    args: [workspace.compiled(side, 'fleet'), String(size), ...layout],
    outdir: workspace.outdir(side),
  });
  const rows = SIZES.flatMap((size) => {
    const first = program('ours', size, 'filePerObject');
    const command = `${process.execPath} ${first.args.join(' ')}`;
    const read = (...args: string[]): Contestant => ({
      ...first,
      args: [workspace.commandLine, ...args],
      keepsOutput: true,
    });
    const [written = [], again = [], compared = [], differed = [], reported = [], plain = []] = interleave(
      [
        first,
        { ...first, keepsOutput: true },
        read('synth', '--check', '--app', command, '--output', first.outdir),
        read('diff', first.outdir, first.outdir),
        read('report', 'inventory', first.outdir, '--release', '0.45.2'),
        program('plain', size),
      ],
      rounds,
    );
    const objects = countEqualObjects(workspace.outdir('ours'), workspace.outdir('plain'));
    const row = (what: string, ours: typeof written): string[] => [
      objects.toLocaleString('en'),
      what,
      seconds(ours),
      seconds(plain),
      ratio(ours, plain),
    ];
    const memory = (ours: typeof written): string[] => [
      mebibytes(ours),
      mebibytes(plain),
      ratio(ours, plain, 'mebibytes'),
    ];
    return [
      [...row('written', written), ...memory(written)],
      [...row('written again, unchanged', again), ...memory(again)],
      // Of the two processes only one is measured.
      [...row('synth --check', compared), '', '', ''],
      [...row('diff of as many on each side', differed), ...memory(differed)],
      [...row('report inventory', reported), ...memory(reported)],
    ];
  });
  const head = ['files', 'what', 'one file an object', 'plain, one file', 'ratio', 'our peak', 'plain peak', 'ratio'];
  return ['## One file an object, beside plain cdk8s with one file, compiled\n', table(head, rows)].join('\n');
}
