import { lstatSync, readFileSync, statSync } from 'node:fs';
import { join, win32 } from 'node:path';

/** Name of the index. It ends in nothing that Argo CD or `kubectl apply -f` reads in a folder. */
export const INDEX_FILE = '.cdk8s-strimzi';

/** What the index says of a file. */
export interface IndexEntry {
  /** The app that wrote it. */
  readonly app: string;
  /** Relative to the output folder, with `/`. */
  readonly file: string;
  /** SHA-256 of what was written, in hexadecimal. */
  readonly checksum: string;
}

const HEADER = [
  '# Which app of cdk8s-strimzi wrote which file, with the SHA-256 of its content. Commit it with the manifests:',
  '# an app removes what it no longer describes only if it is listed here and nobody changed it.',
];
const LINE = /^([0-9a-f]{64})\t([^\t]+)\t([^\t]+)$/;

/**
 * The index of an output folder: which app wrote which files.
 *
 * It is a text with a line a file, in the order of the files, so that it can be committed, compared and merged. A line that
 * is none of ours counts for nothing and is told.
 */
export class OutputIndex {
  /** By file in lower case: file systems of macOS and Windows do not tell it from upper case. */
  private readonly entries = new Map<string, IndexEntry>();
  /** Lines that are not understood, or contradict an earlier one. */
  readonly faults: string[] = [];

  private constructor(
    /** As it was read; empty without one. */
    readonly text: string,
  ) {
    this.parse(text);
  }

  /**
   * Reads the index of a folder. Without one, it is empty.
   * @throws if a folder has its name, or the folder is none
   */
  static read(folder: string): OutputIndex {
    refuseOther(folder);
    const file = join(folder, INDEX_FILE);
    const there = statSync(file, { throwIfNoEntry: false });
    if (there?.isDirectory()) throw new Error(`${file} is a folder; the index is to be written there. Move it away.`);
    return new OutputIndex(there ? readFileSync(file, 'utf8') : '');
  }

  /** What is said of a file, if anything. */
  of(file: string): IndexEntry | undefined {
    return this.entries.get(file.toLowerCase());
  }

  /** All files that are listed. */
  get files(): readonly string[] {
    return [...this.entries.values()].map(({ file }) => file);
  }

  /** The entries of an app, in the order of their files. */
  writtenBy(app: string | undefined): IndexEntry[] {
    return this.sorted().filter((entry) => entry.app === app);
  }

  /** The text of the index once an app's entries are replaced by others; empty if nothing is left to list. */
  textWith(app: string | undefined, entries: Iterable<IndexEntry>): string {
    const next = new OutputIndex('');
    for (const entry of this.entries.values()) if (entry.app !== app) next.add(entry);
    for (const entry of entries) next.add(entry);
    const lines = next.sorted().map(({ app: writer, file, checksum }) => `${checksum}\t${writer}\t${file}`);
    return lines.length === 0 ? '' : [...HEADER, ...lines, ''].join('\n');
  }

  private add(entry: IndexEntry): void {
    this.entries.set(entry.file.toLowerCase(), entry);
  }

  private sorted(): IndexEntry[] {
    return [...this.entries.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
  }

  private parse(text: string): void {
    for (const [at, line] of text.split(/\r?\n/).entries()) {
      if (line === '' || line.startsWith('#')) continue;
      const [, checksum = '', app = '', file = ''] = LINE.exec(line) ?? [];
      if (isInside(file) && !this.entries.has(file.toLowerCase())) this.add({ app, file, checksum });
      else this.faults.push(`line ${at + 1}: ${JSON.stringify(line)}`);
    }
  }
}

function refuseOther(folder: string): void {
  if (!lstatSync(folder, { throwIfNoEntry: false })) return;
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there?.isDirectory()) return;
  const what = there ? 'is a file' : 'is a link that leads to nothing';
  throw new Error(`${folder} ${what}; the output folder is to be there. Move it away, or name another folder.`);
}

/** Whether a name is that of a file within the folder, on any operating system. */
export function isInside(file: string): boolean {
  const isRelative = win32.parse(file).root === '' && !file.includes('\\');
  return isRelative && file.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
