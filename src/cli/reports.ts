import { visible, type Paint } from '../check/formats/text';
import { entriesOf, topologyOf, type PlacedSite } from '../reports/placed-site';
import { accessAt } from '../reports/access';
import { replication } from '../reports/replication';
import { replicationMermaid } from '../reports/replication-mermaid';
import { replicationSvg } from '../reports/replication-svg';
import { secretPlan } from '../reports/secrets';
import { takeStock } from '../reports/stock';
import { nearestNames } from '../text/nearest';
import type { Arguments } from './arguments';
import { gather } from './gather';
import { tablesMarkdown } from './tables/markdown';
import { accessTables, LEGEND } from './tables/access';
import { replicationTables } from './tables/replication';
import { tablesOf, type Tables } from './tables/inventory';
import { secretTables } from './tables/secrets';
import { tablesText } from './tables/text';
import { EXIT, UsageError, type ExitCode, type Io } from './io';
import { isJudged } from './judge';
import { paintFor } from './paint';
import { leftOutNotes } from './report';
import { secretScript } from './secret-script';
import { runbookReport } from './runbook';
import { defaultPaths, namedSites } from './sites/named';
import { placedSites } from './sites/placed';

/** How something is told. */
interface Telling {
  readonly format: string;
  readonly paint: Paint | undefined;
  /** The user that it is about; absent: all. */
  readonly user: string | undefined;
}

/** Tells sites. */
type Report = (sites: readonly PlacedSite[], telling: Telling) => string;

/** What can be reported. */
const REPORTS: Readonly<Record<string, Report>> = {
  access: (sites, telling) => {
    const found = accessAt(topologyOf(sites.flatMap(entriesOf)), telling.user);
    const told = formatted(found, accessTables(found), telling);
    return telling.format === 'json' || found.cells.length === 0 ? told : `${told}\n${LEGEND}\n`;
  },
  inventory: (sites, telling) => {
    const found = takeStock(sites);
    return formatted(found, tablesOf(found), telling);
  },
  replication: (sites, telling) => {
    const found = replication(topologyOf(sites.flatMap(entriesOf)));
    if (telling.format === 'mermaid') return replicationMermaid(found);
    if (telling.format === 'svg') return replicationSvg(found);
    return formatted(found, replicationTables(found), telling);
  },
  secrets: (sites, telling) => {
    const { format } = telling;
    const found = secretPlan(sites);
    const script = secretScript(found.steps);
    if (format === 'shell') return script;
    const told = formatted(found, secretTables(found), telling);
    if (format === 'json' || found.steps.length === 0) return told;
    return format === 'markdown'
      ? `${told}\n### By hand\n\n\`\`\`sh\n${script}\`\`\`\n`
      : `${told}\nBy hand, in this order:\n\n${script}`;
  },
};

/** Formats that one report alone has. */
const OWN_FORMATS: Readonly<Record<string, string>> = { mermaid: 'replication', svg: 'replication', shell: 'secrets' };
/** A report on two descriptions. */
const RUNBOOK = 'runbook';

/** Answers a question about what manifests describe. */
export async function report(args: Arguments, io: Io): Promise<ExitCode> {
  const [name = '', ...named] = args.positionals;
  const format = args.text('format') ?? 'text';
  const only = OWN_FORMATS[format];
  if (only !== undefined && only !== name) throw new UsageError(`${format} is a format of report ${only}`);
  const user = args.text('user');
  if (user !== undefined && name !== 'access') throw new UsageError('--user is for the report access');
  if (name === RUNBOOK) return runbookReport(named, args, io);
  const tell = Object.hasOwn(REPORTS, name) ? REPORTS[name] : undefined;
  if (!tell) throw unknownReport(name);
  const { sites, config } = namedSites(args, io);
  const gathered = await gather(named.length > 0 ? named : defaultPaths(config, io, 'read'), io, isJudged);
  const placed = placedSites(sites, gathered.objects);
  io.stdout.write(tell(placed, { format, paint: paintFor(io, io.stdout), user }));
  const problems = [
    ...gathered.unreadable.map(({ file, message }) => `${file}: ${message}`),
    ...gathered.malformed.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`),
    ...placed.flatMap(({ side }) => side.unread.map(({ path, message }) => `${path}: ${message}`)),
  ];
  const notes = leftOutNotes(gathered).map((note) => `note: ${note}`);
  for (const line of [...problems, ...notes]) io.stderr.write(`${visible(line)}\n`);
  return problems.length > 0 ? EXIT.trouble : EXIT.fine;
}

function unknownReport(name: string): UsageError {
  const names = [...Object.keys(REPORTS), RUNBOOK];
  if (name === '') return new UsageError(`name a report: ${names.join(', ')}`);
  const [nearest] = nearestNames(name, names);
  const instead = nearest === undefined ? `reports are ${names.join(', ')}` : `did you mean ${nearest}?`;
  return new UsageError(`there is no report ${name}; ${instead}`);
}

function formatted(found: unknown, tables: readonly Tables[], { format, paint }: Telling): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(found, undefined, 2)}\n`;
    case 'markdown':
      return tablesMarkdown(tables);
    default:
      return tablesText(tables, paint);
  }
}
