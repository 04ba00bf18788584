import { readdirSync, realpathSync, statSync, type Dirent, type Stats } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { reasonOf } from '../../yaml/reason';
import { UsageError } from '../io';

/** The files that a command was asked to read. */
export interface FoundFiles {
  /** As they are told: relative to the working folder, with `/`; each once, sorted within what was asked for. */
  readonly files: readonly string[];
  /** Folders and files that were passed over, with the reason, for when nothing was found. */
  readonly skipped: readonly string[];
  /** Folders and links that could not be followed. */
  readonly unreadable: readonly { readonly file: string; readonly message: string }[];
}

/** What a configuration file is called. */
export const CONFIG_FILE = 'cdk8s-strimzi.yaml';
/** Standard input, as a path. */
export const STANDARD_INPUT = '-';

const MANIFEST = /\.(ya?ml|json)$/i;

/**
 * The manifests below paths: of a folder all `.yaml`, `.yml` and `.json` files but those in `node_modules` and in hidden
 * folders; a file that is named itself, whatever its name.
 *
 * @throws UsageError for a path that leads nowhere
 */
export function findFiles(paths: readonly string[], cwd: string): FoundFiles {
  const walk = new Walk(cwd);
  for (const path of paths) walk.start(path);
  return walk;
}

class Walk implements FoundFiles {
  readonly files: string[] = [];
  readonly skipped: string[] = [];
  readonly unreadable: { file: string; message: string }[] = [];
  private readonly known = new Set<string>();
  /** Folders by the path without links, so that a link to a folder above ends the walk. */
  private readonly visited = new Set<string>();

  constructor(private readonly cwd: string) {}

  start(path: string): void {
    if (path === STANDARD_INPUT) {
      this.files.push(path);
      return;
    }
    if (path === '') throw new UsageError('a path is empty: is a variable of the shell not set?');
    const full = resolve(this.cwd, path);
    const stats = statsOf(full, path);
    if (stats.isDirectory()) this.enter(full);
    else this.add(full);
  }

  private enter(folder: string): void {
    try {
      const real = realpathSync(folder);
      if (this.visited.has(real)) return;
      this.visited.add(real);
      const entries = readdirSync(folder, { withFileTypes: true });
      for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) this.take(folder, entry);
    } catch (error) {
      this.unreadable.push({ file: toldPath(folder, this.cwd), message: reasonOf(error) });
    }
  }

  private take(folder: string, entry: Dirent): void {
    const full = join(folder, entry.name);
    const { isFolder, isFile } = entry.isSymbolicLink() ? kindBehind(full) : kindOf(entry);
    if (isFolder && !isPassedOver(entry.name)) this.enter(full);
    else if (isFile && MANIFEST.test(entry.name) && !isPassedOver(entry.name)) this.add(full);
    else this.skipped.push(`${toldPath(full, this.cwd)}${isFolder ? '/' : ''}`);
  }

  private add(full: string): void {
    if (this.known.has(full)) return;
    this.known.add(full);
    this.files.push(toldPath(full, this.cwd));
  }
}

/** Packages, what is hidden, and the description of the sites. */
function isPassedOver(name: string): boolean {
  return name === 'node_modules' || name.startsWith('.') || name === CONFIG_FILE;
}

function statsOf(full: string, path: string): Stats {
  try {
    return statSync(full);
  } catch (error) {
    const isNowhere = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UsageError(
      isNowhere ? `there is no file or folder ${path}` : `${path} cannot be read: ${reasonOf(error)}`,
    );
  }
}

interface EntryKind {
  readonly isFolder: boolean;
  /** Pipes and devices are none: nobody may ever write to them, or stop. */
  readonly isFile: boolean;
}

function kindOf(entry: Dirent | Stats): EntryKind {
  return { isFolder: entry.isDirectory(), isFile: entry.isFile() };
}

/** A link in a circle, or to nothing, is taken for a file: reading it tells why it cannot be read. */
function kindBehind(link: string): EntryKind {
  try {
    return kindOf(statSync(link));
  } catch {
    return { isFolder: false, isFile: true };
  }
}

function toldPath(full: string, cwd: string): string {
  const path = relative(cwd, full);
  return (path === '' ? '.' : path).split(sep).join('/');
}
