import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
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
    // What a program prints would be taken for differences.
    const code = await io.shell(app, env, compares ? io.stderr : io.stdout);
    return use({ code, reports: readReports(report), scratch });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReports(file: string): AppReport[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as AppReport);
}
