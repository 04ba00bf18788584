import { basename, dirname, relative, resolve, sep } from 'node:path';
import { counted, textReport } from '../check/formats/text';
import { translated, type Translated } from '../check/translated';
import { DOCUMENT_SEPARATOR, UnwritableValueError } from '../delivery/yaml';
import type { Arguments } from './arguments';
import type { SourceObject } from './files/objects';
import { isBlank, rewritten } from './files/rewritten';
import { STANDARD_INPUT } from './files/walk';
import { gather, type Gathered } from './gather';
import { EXIT, UsageError, type ExitCode, type Io } from './io';
import { isJudged } from './judge';
import { writeFiles } from './output-files';
import { paintFor } from './paint';
import { reportOf } from './report';
import { releaseOf } from './sites/site';
import { isLoss, lossFindings, malformedFindings } from './translation';

/** Tells manifests anew in the words of another release, and what is lost on the way. */
export async function convert(args: Arguments, io: Io): Promise<ExitCode> {
  const to = args.text('to');
  if (to === undefined) throw new UsageError('name the release to write for, as in --to 1.2');
  const release = releaseOf(to);
  if (typeof release === 'string') throw new UsageError(release);
  if (args.positionals.length === 0)
    throw new UsageError('name the files or folders to convert, or - for standard input');
  const put = outputFor(args, io);
  const gathered = await gather(args.positionals, io, isJudged);
  const told = translated(gathered.objects, { release });
  const report = reportOf(
    gathered,
    [...malformedFindings(gathered.objects), ...told.flatMap((each) => lossFindings(each, args.has('allow-losses')))],
    {
      objects: told.length,
      otherObjects: gathered.objects.length - told.length,
      waived: 0,
    },
  );
  if (report.findings.length + report.notes.length > 0) io.stderr.write(textReport(report, paintFor(io, io.stderr)));
  if (gathered.unreadable.length > 0) return EXIT.trouble;
  const errors = report.findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const way = errors.some(isLoss) ? ' With --allow-losses all but what is lost is.' : '';
    io.stderr.write(`\nNothing was written.${way}\n`);
    return EXIT.findings;
  }
  put(textsOf(gathered, told));
  return EXIT.fine;
}

/** The text of a file, as it was and as it is to be. */
interface Texts {
  readonly before: string;
  readonly after: string;
}

function textsOf(gathered: Gathered, told: readonly Translated<SourceObject>[]): ReadonlyMap<string, Texts> {
  const byFile = new Map<string, Translated<SourceObject>[]>(gathered.files.map((file) => [file, []]));
  for (const each of told) byFile.get(each.object.file)?.push(each);
  return new Map([...byFile].map(([file, ofFile]) => [file, textsOfFile(file, gathered.textOf(file) ?? '', ofFile)]));
}

/** Whether nothing is left of what a file said. */
function isGone({ before, after }: Texts): boolean {
  return after !== before && isBlank(after);
}

function left(files: ReadonlyMap<string, Texts>): (readonly [string, Texts])[] {
  return [...files].filter(([, texts]) => !isGone(texts));
}

function textsOfFile(file: string, before: string, told: readonly Translated<SourceObject>[]): Texts {
  try {
    return { before, after: rewritten(before, told) };
  } catch (error) {
    if (!(error instanceof UnwritableValueError)) throw error;
    throw new UsageError(`nothing was written: ${file} has a value that is no JSON: ${error.message}`);
  }
}

type Put = (texts: ReadonlyMap<string, Texts>) => void;

/** Where the texts go. */
function outputFor(args: Arguments, io: Io): Put {
  const folder = args.text('output');
  const isInPlace = args.has('in-place');
  if (folder !== undefined && isInPlace) throw new UsageError('--output and --in-place exclude each other');
  if (isInPlace) {
    if (args.positionals.includes(STANDARD_INPUT)) throw new UsageError('standard input has no place to write to');
    return (files) => writeInPlace(files, io);
  }
  if (folder === undefined) {
    return (files) =>
      io.stdout.write(
        left(files)
          .map(([, { after }]) => ended(after))
          .join(DOCUMENT_SEPARATOR),
      );
  }
  return (files) => writeTo(folder, files, args.positionals, io);
}

function writeInPlace(files: ReadonlyMap<string, Texts>, { cwd }: Io): void {
  const changed = [...files].filter(([, { before, after }]) => after !== before);
  if (changed.length === 0) return;
  const full = changed.map(([file, { after }]) => [resolve(cwd, file), after] as const);
  const folder = commonFolder(full.map(([file]) => dirname(file)));
  writeFiles(folder, new Map(full.map(([file, text]) => [relative(folder, file).split(sep).join('/'), text])));
}

/** The deepest folder that all of them are in. */
function commonFolder(folders: readonly string[]): string {
  return folders.reduce((common, folder) => {
    let above = common;
    while (above !== folder && !folder.startsWith(above.endsWith(sep) ? above : above + sep)) above = dirname(above);
    return above;
  });
}

/** A text that another document can follow. */
function ended(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** Writes files below a folder as they are below what was named; one of which nothing is left is not written. */
function writeTo(folder: string, files: ReadonlyMap<string, Texts>, paths: readonly string[], io: Io): void {
  const full = resolve(io.cwd, folder);
  const roots = paths.map((path) => toldPath(path, io));
  const placed = new Map<string, string>();
  for (const [file, { after }] of left(files)) {
    const place = placeOf(file, roots);
    if (placed.has(place)) throw new UsageError(`two files would be written to ${folder}/${place}; convert them apart`);
    if (resolve(full, place) === resolve(io.cwd, file))
      throw new UsageError(`${file} would be written over; name another folder, or say --in-place`);
    placed.set(place, after);
  }
  writeFiles(full, placed);
  io.stderr.write(`${counted(placed.size, 'file')} written to ${folder}\n`);
}

function toldPath(path: string, { cwd }: Io): string {
  return relative(cwd, resolve(cwd, path)).split(sep).join('/');
}

function placeOf(file: string, roots: readonly string[]): string {
  if (file === STANDARD_INPUT) return 'manifests.yaml';
  const root = roots.find((each) => each === '' || file.startsWith(`${each}/`));
  return root === undefined ? basename(file) : file.slice(root === '' ? 0 : root.length + 1);
}
