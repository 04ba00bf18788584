import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { VARIABLES, type AppReport } from '../../delivery/run-settings';
import type { Io } from '../io';
import type { Project } from './project';

/** What a program has done. */
export interface ProgramRun {
  /** Its exit code; null where a signal ended it. */
  readonly code: number | null;
  /** What each of its apps says. */
  readonly reports: readonly AppReport[];
  /** Where apps that are none of ours wrote to, if the output is only compared. */
  readonly scratch: string;
  /** Whether no app of it gave anything: perhaps it calls no `synth`. */
  readonly gaveNothing: boolean;
}

/** How a program is run. */
export interface ProgramOptions {
  /** Whether output is only compared. */
  readonly compares: boolean;
  readonly overwritesEdited: boolean;
}

/** Runs a program, and calls with what it did while all that it wrote besides is there. */
export async function runProgram<T>(
  { app, output }: Project,
  { compares, overwritesEdited }: ProgramOptions,
  io: Io,
  use: (run: ProgramRun) => T,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-strimzi-'));
  try {
    const report = join(folder, 'report');
    const scratch = join(folder, 'out');
    const outdir = resolve(io.cwd, output);
    const env = {
      ...io.env,
      CDK8S_OUTDIR: compares ? scratch : outdir,
      [VARIABLES.report]: report,
      ...(compares && { [VARIABLES.compare]: outdir }),
      ...(overwritesEdited && { [VARIABLES.edited]: 'overwrite' }),
    };
    const started = Date.now();
    // What a program prints would be taken for differences.
    const code = await io.shell(app, env, compares ? io.stderr : io.stdout);
    const reports = readReports(report);
    const gaveNothing = reports.length === 0 && !hasFileSince(compares ? scratch : outdir, started);
    return use({ code, reports, scratch, gaveNothing });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** File systems have clocks that are a little late. */
const LATENESS = 100;

/** Whether a file of a folder was written since: apps on cdk8s alone do not say what they wrote. */
function hasFileSince(folder: string, time: number): boolean {
  if (!existsSync(folder)) return false;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .some((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs >= time - LATENESS);
}

function readReports(file: string): AppReport[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as AppReport);
}
