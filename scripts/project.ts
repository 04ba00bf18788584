import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';

/** The project's folder. */
export const ROOT = resolve(__dirname, '..');

/** What a command said, and how it ended. */
export interface Outcome {
  readonly ok: boolean;
  /** The exit code; null where a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a command is run. */
export interface RunOptions {
  /** @default the project's folder */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What the command reads on standard input. */
  readonly input?: string;
}

/** Runs a command to its end. Throws if there is no such command. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Outcome {
  const { cwd = ROOT, env = {}, input } = options;
  const { error, status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    ...(input !== undefined && { input }),
  });
  if (error) throw error;
  return { ok: status === 0, status, stdout, stderr };
}

/** Runs a command of a package that the project has, by its name in `node_modules/.bin`. */
export function runTool(tool: string, args: readonly string[], options: RunOptions = {}): Outcome {
  return run(join(ROOT, 'node_modules', '.bin', tool), args, options);
}

/** The arguments with which Node runs a TypeScript file of the project from any folder. */
export function fromSource(file: string): string[] {
  return ['--require', require.resolve('tsx/cjs'), join(ROOT, file)];
}

/** Calls with a new folder, which is removed afterwards. */
export function withTemporaryFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-strimzi-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All files below a folder as sorted relative paths with `/`. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
