/**
 * `npm run bench`: this library beside plain cdk8s with the classes of `cdk8s import`, on the same objects, in one run.
 * Prints Markdown tables of medians; ratios are taken round by round. With `--before REVISION` the other is an earlier
 * state of this library.
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../scripts/project';
import { before } from './before';
import { fleet } from './fleet';
import { scale } from './scale';
import { large } from './large';
import { shapes } from './shape-table';
import { workshop } from './workshop';
import { makeWorkspace, type Workspace } from './workspace';

/** A part of the benchmark: what it prints. */
type Part = (workspace: Workspace, rounds: number) => string;

const PARTS: Readonly<Record<string, Part>> = { workshop, fleet, shapes, large, scale };

const { values } = parseArgs({
  options: {
    crds: { type: 'string', default: path.join(ROOT, '..', 'shared', 'crds') },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', multiple: true, default: Object.keys(PARTS) },
    before: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  say(`npm run bench -- [--rounds 5] [--only ${Object.keys(PARTS).join('|')}]... [--crds FOLDER]`);
  say('npm run bench -- [--rounds 5] --before REVISION');
} else if (values.before !== undefined) {
  say(before(values.before, Number(values.rounds)));
} else if (!fs.existsSync(values.crds)) {
  say(`${values.crds} is not there: plain cdk8s imports its classes from CRDs. Name their folder with --crds.`);
  process.exitCode = 1;
} else {
  say(`Node ${process.version}, ${values.rounds} rounds, medians\n`);
  const workspace = makeWorkspace(values.crds);
  for (const name of values.only) say(PARTS[name]?.(workspace, Number(values.rounds)) ?? `no part ${name}`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
