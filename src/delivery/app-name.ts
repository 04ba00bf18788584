import { existsSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';
import { realFolder } from './real-folder';

const UNFIT = /[\p{Cc}\p{Cs}]/u;

/** How many apps without a name each output folder has in this process. */
const counts = new Map<string, number>();

/**
 * The name that an app has in the index of its output folder.
 *
 * Without a name of its own it is called after the program. What a program is run with does not show in it: `main.ts` and
 * `main.js` are `main`. Where no program is known there is no name, since any two such apps would share it.
 *
 * @throws if the name is empty, or has control characters
 */
export function appName(name: string | undefined, outdir: string): string | undefined {
  if (name !== undefined) return checked(name);
  const folder = realFolder(outdir);
  const program = programName(folder);
  if (program === undefined) return undefined;
  const count = (counts.get(folder) ?? 0) + 1;
  counts.set(folder, count);
  return count === 1 ? program : `${program}#${count}`;
}

/**
 * Whether two apps without a name of their own are of one program. They may be one app that is made anew, as tests and
 * watchers do, so each may write what the other wrote.
 */
export function areOfOneProgram(one: string, other: string): boolean {
  return programOf(one) === programOf(other);
}

function programOf(app: string): string {
  return app.replace(/#\d+$/, '');
}

function checked(name: string): string {
  if (name !== '' && !UNFIT.test(name)) return name;
  throw new Error(`${JSON.stringify(name)} cannot be the name of an app; allowed: a line of text without tabs`);
}

/** The file that the process runs, as seen from the output folder, so that it is the same wherever both are checked out. */
function programName(folder: string): string | undefined {
  const entry = require.main?.filename ?? process.argv[1];
  if (entry === undefined || !existsSync(entry)) return undefined;
  const file = relative(folder, realpathSync(entry)).split(sep).join('/');
  // The program of a package is one that runs others, which it does not tell.
  if (file.split('/').includes('node_modules') || isAbsolute(file)) return undefined;
  return file.replace(/\.[cm]?[jt]sx?$/, '').replace(new RegExp(UNFIT, 'gu'), '_');
}
