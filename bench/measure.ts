import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

/** A command to be measured. */
export interface Contestant {
  readonly command: string;
  readonly args: readonly string[];
  /** @default - this process's */
  readonly cwd?: string;
  /** Where it writes; emptied before each run, unless it is to find what the one before it wrote. */
  readonly outdir: string;
  readonly keepsOutput?: boolean;
}

/** What one run of a command took. */
export interface Sample {
  readonly seconds: number;
  /** Peak resident memory of the process; of commands that start others, of the last of these to end. */
  readonly mebibytes: number;
}

/** A run that did not end in time, or failed, and how. */
export interface Failure {
  readonly failure: string;
}

export type Outcome = Sample | Failure;

export function isFailure(outcome: Outcome): outcome is Failure {
  return 'failure' in outcome;
}

const LIMIT_SECONDS = 60;
const NANOSECONDS = 1e9;
const REPORT = path.join(os.tmpdir(), `bench-memory-${process.pid}`);
const PRELOAD = path.join(os.tmpdir(), `bench-preload-${process.pid}.js`);

/** Runs a command once, from its start to its end. */
export function runOnce({ command, args, cwd, outdir, keepsOutput }: Contestant, limit = LIMIT_SECONDS): Outcome {
  if (keepsOutput !== true) empty(outdir);
  fs.writeFileSync(PRELOAD, reportMemoryTo(REPORT));
  const env = { ...process.env, CDK8S_OUTDIR: outdir, NODE_OPTIONS: `--require ${PRELOAD}` };
  const start = process.hrtime.bigint();
  const { status, stderr, signal } = spawnSync(command, args, {
    cwd,
    env,
    // What tells of 50,000 topics is more than what is kept of an output, and a run is ended that has more.
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    timeout: limit * 1000,
  });
  const seconds = Number(process.hrtime.bigint() - start) / NANOSECONDS;
  if (signal) return { failure: `over ${limit} s` };
  if (status !== 0) return { failure: reasonOf(stderr) };
  return { seconds, mebibytes: Number(fs.readFileSync(REPORT, 'utf8')) / 1024 };
}

/** Runs all contestants in turn, as often as asked: a slow minute of the machine then hits them alike. */
export function interleave(contestants: readonly Contestant[], rounds: number): Outcome[][] {
  const outcomes: Outcome[][] = contestants.map(() => []);
  for (let round = 0; round < rounds; round++) {
    contestants.forEach((contestant, index) => {
      const mine = outcomes[index] ?? [];
      const last = mine.at(-1);
      // What has failed once is not waited for again.
      mine.push(last && isFailure(last) ? last : runOnce(contestant));
    });
  }
  return outcomes;
}

/** The middle of numbers; the mean of the two middle ones where their count is even. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
}

/** Folders that runs wrote to before, until all runs are over. */
const emptied: string[] = [];

/**
 * Puts a folder aside. It is removed when all runs are over: ext4 gives no inode away anew for the first minutes, and whoever makes many
 * files meanwhile pays for its search: 55,000 files took 45 s of the kernel's time in place of 1.5 s.
 */
function empty(folder: string): void {
  if (!fs.existsSync(folder)) return;
  const aside = `${folder}-${emptied.length}`;
  fs.renameSync(folder, aside);
  emptied.push(aside);
}

process.on('exit', () => {
  for (const folder of emptied) fs.rmSync(folder, { recursive: true });
});

function reportMemoryTo(file: string): string {
  return `process.on('exit', () => require('fs').writeFileSync(${JSON.stringify(file)}, String(process.resourceUsage().maxRSS)));`;
}

function reasonOf(stderr: string): string {
  if (/stack size exceeded/.test(stderr)) return 'stack overflow';
  process.stderr.write(stderr);
  return 'failed';
}
