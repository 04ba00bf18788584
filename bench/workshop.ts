import * as path from 'node:path';
import { ROOT } from '../scripts/project';
import { countEqualObjects } from './equal';
import { interleave, runOnce, type Contestant } from './measure';
import { ratio, seconds, table } from './table';
import type { Workspace } from './workspace';

const NODE = process.execPath;
const TSX = require.resolve('tsx/cjs');

/** The workshop, from the start of the command to its end; only this library validates. */
export function workshop(workspace: Workspace, rounds: number): string {
  const plainFolder = path.dirname(workspace.source('plain', 'workshop'));
  const ours = (...args: string[]): Contestant => ({ command: NODE, args, outdir: workspace.outdir('ours') });
  const plain = (command: string, ...args: string[]): Contestant => ({
    command,
    args,
    cwd: plainFolder,
    outdir: workspace.outdir('plain'),
  });
  const tool = (name: string): string => path.join(ROOT, 'node_modules', '.bin', name);

  const contestants = [
    ours('--require', TSX, workspace.source('ours', 'workshop')),
    plain(tool('cdk8s'), 'synth', '--no-check-upgrade', '--output', workspace.outdir('plain')),
    plain(NODE, tool('ts-node'), 'workshop.ts'),
    plain(NODE, tool('ts-node'), '--transpile-only', 'workshop.ts'),
    plain(NODE, '--require', TSX, 'workshop.ts'),
    ours(workspace.compiled('ours', 'workshop')),
    plain(NODE, workspace.compiled('plain', 'workshop')),
    { command: NODE, args: ['--eval', '0'], outdir: workspace.outdir('ours') },
  ];
  const [source, synth, checked, transpiled, tsx, compiled, plainCompiled, node] = interleave(contestants, rounds);
  // Node doing nothing has emptied the folder.
  runOnce(ours(workspace.compiled('ours', 'workshop')));
  const objects = countEqualObjects(workspace.outdir('ours'), workspace.outdir('plain'));

  const row = (what: string, mine = source, theirs = synth, aim = ''): string[] => [
    what,
    seconds(mine ?? []),
    seconds(theirs ?? []),
    ratio(mine ?? [], theirs ?? []),
    aim,
  ];
  return [
    `## The workshop (${objects} equal objects), whole process, ours validated\n`,
    table(
      ['this library beside', 'this library', 'the other', 'ratio', 'aim'],
      [
        row('from source: `cdk8s synth` with `npx ts-node`', source, synth, '0.10'),
        row('from source: `ts-node`', source, checked),
        row('from source: `ts-node --transpile-only`', source, transpiled, '0.50'),
        row('from source: `tsx`', source, tsx),
        row('compiled: plain cdk8s', compiled, plainCompiled, '1.00'),
        row('compiled: Node doing nothing', compiled, node, '1.60'),
      ],
    ),
  ].join('\n');
}
