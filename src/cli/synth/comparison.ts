import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { INDEX_FILE, OutputIndex } from '../../delivery/output-index';
import { realFolder } from '../../delivery/real-folder';
import type { AppReport } from '../../delivery/run-settings';
import type { ProgramRun } from './program';

/** A file that is not what the program gives. Paths are absolute. */
export interface Difference {
  readonly file: string;
  /** `changed`, `missing`: other than what is given, or not there. The others say why a file should not be there. */
  readonly what: 'changed' | 'missing' | 'edited' | 'stale' | 'stale and edited' | 'unknown';
  /** A file with what the program gives, if it gives anything. */
  readonly given?: string;
}

/** An output folder beside what the program gives. */
export interface Comparison {
  readonly differences: readonly Difference[];
  /** Files that are none of the program's, and may stay. */
  readonly others: readonly string[];
  readonly files: number;
  /** Folders in which a run was killed while it wrote. */
  readonly interrupted: readonly string[];
}

/** Compares an output folder with what a program gave that was run to be compared. */
export function compare(output: string, { reports, scratch }: ProgramRun): Comparison {
  const known = new Set<string>();
  const note = (folder: string, files: readonly string[]): number => {
    for (const file of files) known.add(join(folder, file));
    return files.length;
  };
  let files = 0;
  for (const { outdir, changes } of reports) {
    const { written, unchanged, edited, removed, kept } = changes;
    const manifests = written.filter((file) => file !== INDEX_FILE);
    files += note(outdir, manifests) + note(outdir, unchanged) + note(outdir, edited);
    note(outdir, [...removed, ...kept, INDEX_FILE, ...listed(outdir)]);
  }
  const folder = realFolder(output);
  const plain = filesBelow(scratch);
  files += note(folder, plain);
  const differences = [
    ...reports.flatMap(differencesOf),
    ...plain.flatMap((file) => plainDifference(file, folder, scratch)),
  ];
  const folders = new Set([folder, ...reports.map(({ outdir }) => outdir)]);
  const others = [...folders].flatMap((each) => filesBelow(each).map((file) => join(each, file)));
  const unknown = [...new Set(others)].filter((file) => !known.has(file)).sort();
  // Without an index nobody can tell what was put there by hand, and `cdk8s synth` would leave nothing of it.
  const isPlain = reports.length === 0;
  return {
    differences: isPlain
      ? [...differences, ...unknown.map((file) => ({ file, what: 'unknown' as const }))]
      : differences,
    others: isPlain ? [] : unknown,
    files,
    interrupted: reports.filter(({ isInterrupted }) => isInterrupted).map(({ outdir }) => outdir),
  };
}

function differencesOf({ outdir, aside = '', changes }: AppReport): Difference[] {
  const { written, edited, removed, kept } = changes;
  const all = (files: readonly string[], what: Difference['what']): Difference[] =>
    files.map((file) => ({ file: join(outdir, file), what }));
  const differences = [
    ...written.map((file) => changed(join(outdir, file), join(aside, file))),
    ...edited.map((file) => ({ file: join(outdir, file), what: 'edited' as const, given: join(aside, file) })),
    ...all(removed, 'stale'),
    ...all(kept, 'stale and edited'),
  ];
  // The index follows from the other files.
  const others = differences.filter(({ file }) => file !== join(outdir, INDEX_FILE));
  return others.length > 0 ? others : differences;
}

function plainDifference(file: string, folder: string, scratch: string): Difference[] {
  const [place, given] = [join(folder, file), join(scratch, file)];
  const isSame = existsSync(place) && readFileSync(place).equals(readFileSync(given));
  return isSame ? [] : [changed(place, given)];
}

function changed(file: string, given: string): Difference {
  return { file, what: existsSync(file) ? 'changed' : 'missing', given };
}

/** What apps of other programs wrote to a folder. */
function listed(folder: string): readonly string[] {
  return OutputIndex.read(folder).files;
}

/** All files below a folder, sorted, with `/`. */
function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, resolve(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
