import { visible } from '../check/formats/text';
import type { Inventory } from '../reports/inventory-types';
import { nearestNames } from '../text/nearest';
import type { Arguments } from './arguments';
import { gather } from './gather';
import { tablesMarkdown } from './inventory/markdown';
import { tablesOf } from './inventory/tables';
import { tablesText } from './inventory/text';
import { EXIT, UsageError, type ExitCode, type Io } from './io';
import { isJudged } from './judge';
import { paintFor } from './paint';
import { leftOutNotes } from './report';
import { defaultPaths, namedSites } from './sites/named';
import { stockOf } from './sites/stock';

/** What can be reported. */
const REPORTS = ['inventory'];

/** Answers a question about what manifests describe. */
export async function report(args: Arguments, io: Io): Promise<ExitCode> {
  const [name, ...named] = args.positionals;
  if (name === undefined || !REPORTS.includes(name)) throw unknownReport(name);
  const { sites, config } = namedSites(args, io);
  const gathered = await gather(named.length > 0 ? named : defaultPaths(config, io, 'read'), io, isJudged);
  const found = stockOf(sites, gathered.objects);
  const problems = [
    ...gathered.unreadable.map(({ file, message }) => `${file}: ${message}`),
    ...gathered.malformed.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`),
    ...found.unread.map(({ path, message }) => `${path}: ${message}`),
  ];
  io.stdout.write(formatted(found, args.text('format') ?? 'text', io));
  const notes = leftOutNotes(gathered).map((note) => `note: ${note}`);
  for (const line of [...problems, ...notes]) io.stderr.write(`${visible(line)}\n`);
  return problems.length > 0 ? EXIT.trouble : EXIT.fine;
}

function unknownReport(name = ''): UsageError {
  const [nearest] = nearestNames(name, REPORTS);
  const instead = nearest === undefined ? `reports are ${REPORTS.join(', ')}` : `did you mean ${nearest}?`;
  return new UsageError(
    name === '' ? `name a report: ${REPORTS.join(', ')}` : `there is no report ${name}; ${instead}`,
  );
}

function formatted(found: Inventory, format: string, io: Io): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(found, undefined, 2)}\n`;
    case 'markdown':
      return tablesMarkdown(tablesOf(found));
    default:
      return tablesText(tablesOf(found), paintFor(io, io.stdout));
  }
}
