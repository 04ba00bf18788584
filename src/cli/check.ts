import { githubReport } from '../check/formats/github';
import { jsonReport } from '../check/formats/json';
import { countsOf, type CheckReport } from '../check/formats/located';
import { sarifReport } from '../check/formats/sarif';
import { textReport } from '../check/formats/text';
import { fieldPath } from '../model/field';
import type { Arguments } from './arguments';
import { gather, type Gathered } from './gather';
import { EXIT, UsageError, type ExitCode, type Io } from './io';
import { isJudged, judge } from './judge';
import { paintFor } from './paint';
import { reportOf, strayNote } from './report';
import { allRules } from './rules';
import { defaultPaths, namedSites } from './sites/named';
import type { FileSite } from './sites/site';
import { packageVersion } from './version';

/** Tells what is wrong with manifests. */
export async function check(args: Arguments, io: Io): Promise<ExitCode> {
  const most = args.count('max-warnings') ?? Infinity;
  const { sites, config } = namedSites(args, io);
  const paths = args.positionals.length > 0 ? args.positionals : allPaths(sites, config, io);
  const gathered = await gather(paths, io, isJudged);
  const report = judged(gathered, sites);
  const told = args.has('quiet') ? errorsOf(report) : report;
  io.stdout.write(formatted(told, args.text('format') ?? 'text', io));
  if (gathered.unreadable.length > 0) return EXIT.trouble;
  const { errors, warnings } = countsOf(report.findings);
  return errors > 0 || warnings > most ? EXIT.findings : EXIT.fine;
}

/** All that the configuration is about. A path of it that leads to nothing would be a site that nobody ever judges. */
function allPaths(sites: readonly FileSite[], config: string | undefined, io: Io): readonly string[] {
  const absent = sites.flatMap((site) => site.absent ?? []);
  if (absent.length > 0) throw new UsageError(absent.join('\n'));
  return defaultPaths(config, io, 'check');
}

function judged(gathered: Gathered, sites: readonly FileSite[]): CheckReport {
  const known = gathered.objects.filter(({ manifest }) => isJudged(manifest));
  const strays = new Set(known.map(({ file }) => file));
  const judgedSites = sites.map((site) => {
    const objects = known.filter(({ file }) => site.holds(file));
    for (const { file } of objects) strays.delete(file);
    return { site, objects };
  });
  const { findings, waived } = judge(judgedSites);
  const figures = {
    objects: known.filter(({ file }) => !strays.has(file)).length,
    otherObjects: gathered.objects.length - known.length,
    waived: waived.length,
  };
  const report = reportOf(gathered, findings, figures, ({ path, field = '' }) =>
    sites.find(({ name }) => name === path)?.placeOf?.(fieldPath(field)),
  );
  const empty = judgedSites.filter(({ site, objects }) => site.name !== '' && objects.length === 0);
  const notes = [
    ...nothingNotes(gathered),
    ...(strays.size === 0 ? [] : [strayNote([...strays])]),
    ...(findings.some(({ rule }) => rule === 'one-file-an-object') ? [ALTERNATIVES] : []),
    ...empty.map(({ site }) => `site ${site.name} has no objects in the files that were read`),
  ];
  return { ...report, notes: [...report.notes, ...notes] };
}

/** Folders of examples and of overlays mean one of their files at a time. */
const ALTERNATIVES = 'files that have an object which others have too are judged each by itself, all others together';

/** Nothing wrong is found where there is nothing at all, and that may not be what was meant. */
function nothingNotes({ files, objects, malformed, unreadable, leftOut }: Gathered): string[] {
  if (objects.length + malformed.length + unreadable.length + Object.keys(leftOut).length > 0) return [];
  const build = files.find((file) => /(^|\/)kustomization\.ya?ml$/.test(file));
  return build === undefined
    ? [`there is no object in what was read (${files.slice(0, 3).join(', ')})`]
    : [`there is no object beside ${build}: check what comes of it, as in kustomize build … | cdk8s-strimzi check -`];
}

function errorsOf(report: CheckReport): CheckReport {
  return { ...report, findings: report.findings.filter(({ severity }) => severity === 'error'), notes: [] };
}

function formatted(report: CheckReport, format: string, io: Io): string {
  switch (format) {
    case 'json':
      return jsonReport(report);
    case 'sarif':
      return sarifReport(report, { version: packageVersion(), rules: allRules() });
    case 'github':
      return githubReport(report);
    default:
      return textReport(report, paintFor(io, io.stdout));
  }
}
