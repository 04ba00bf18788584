import { dirname, relative, resolve, sep } from 'node:path';
import { counted, textReport } from '../check/formats/text';
import { translated } from '../check/translated';
import type { Arguments } from './arguments';
import { joined, placedBelow, textsOf, type Texts } from './files/told-files';
import { STANDARD_INPUT } from './files/walk';
import { gather } from './gather';
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
  const malformed = malformedFindings(gathered.objects);
  const areMalformed = new Set(malformed.map(({ path }) => path));
  // What no server takes has to be mended first: what is lost of it then is another thing.
  const sound = told.filter(({ object }) => !areMalformed.has(object.path));
  const report = reportOf(
    gathered,
    [...malformed, ...sound.flatMap((each) => lossFindings(each, args.has('allow-losses')))],
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
    return (files) => io.stdout.write(joined(files));
  }
  return (files) => {
    const placed = placedBelow(folder, files, args.positionals, {
      cwd: io.cwd,
      instead: 'name another folder, or say --in-place',
    });
    writeFiles(resolve(io.cwd, folder), placed);
    io.stderr.write(`${counted(placed.size, 'file')} written to ${folder}\n`);
  };
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
