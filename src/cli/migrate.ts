import { resolve } from 'node:path';
import { counted, visible } from '../check/formats/text';
import type { StrimziRelease } from '../dialects/releases';
import { migrate as plan, type Migration, type MigrationStage } from '../migration/migration';
import { isUpgrade } from '../migration/operator';
import type { Arguments } from './arguments';
import type { Replacement } from './files/rewritten';
import type { SourceObject } from './files/objects';
import { joined, placedBelow, textsOf } from './files/told-files';
import { gather, type Gathered } from './gather';
import { EXIT, UsageError, type ExitCode, type Io } from './io';
import { planText, stageText } from './migration/plan-text';
import { STANDING, standingIn, standingText, type Standing } from './migration/standing';
import { writeFiles } from './output-files';
import { paintFor } from './paint';
import { leftOutNotes } from './report';
import { releaseOf } from './sites/site';
import { malformedFindings } from './translation';

/** Prints the stages that lead from one release to another, or writes the manifests of one. */
export async function migrate(args: Arguments, io: Io): Promise<ExitCode> {
  const from = named(args, 'release', 'the release that runs now, as in --release 0.45.2');
  const to = named(args, 'to', 'the release to arrive at, as in --to 1.2');
  if (!isUpgrade({ from, to })) throw new UsageError(`${to.name} is older than ${from.name}: this is no upgrade`);
  if (args.positionals.length === 0) throw new UsageError('name the files or folders to migrate');
  const number = args.count('stage');
  if (args.has('output') && number === undefined) throw new UsageError('--output goes with --stage');
  const gathered = await gather(args.positionals, io, () => true);
  const faults = faultsOf(gathered);
  if (faults.length > 0) throw new UsageError(faults.map(visible).join('\n'));
  for (const note of leftOutNotes(gathered)) io.stderr.write(`${visible(`note: ${note}`)}\n`);
  const skipReleases = args.has('skip-releases');
  const found = plan(
    gathered.objects.map(({ manifest }) => manifest),
    { from, to, skipReleases },
  );
  const asked = { from: from.key, to: to.key, skipReleases };
  if (number !== undefined) return put(found, number, { args, io, gathered, asked });
  io.stdout.write(
    args.text('format') === 'json'
      ? `${JSON.stringify(toldJson(found), undefined, 2)}\n`
      : planText(found, `${from.name} to ${to.name}`, paintFor(io, io.stdout)),
  );
  return found.obstacles.length > 0 ? EXIT.findings : EXIT.fine;
}

function named(args: Arguments, option: string, what: string): StrimziRelease {
  const name = args.text(option);
  if (name === undefined) throw new UsageError(`name ${what}`);
  const release = releaseOf(name);
  if (typeof release === 'string') throw new UsageError(release);
  return release;
}

/** What cannot be read, or would be left as it is without a word. */
function faultsOf({ unreadable, malformed, objects }: Gathered): readonly string[] {
  return [
    ...[...unreadable, ...malformed].map(({ file, message }) => `${file}: ${message}`),
    ...malformedFindings(objects).map(({ path, field, message }) => [path, field, message].filter(Boolean).join(': ')),
  ];
}

/** A plan without the objects, which the stages write. */
function toldJson({ stages, ...others }: Migration): object {
  return {
    stages: stages.map(({ objects: _, release, ...stage }, index) => ({
      stage: index + 1,
      release: release.key,
      ...stage,
    })),
    ...others,
  };
}

interface Way {
  readonly args: Arguments;
  readonly io: Io;
  readonly gathered: Gathered;
  readonly asked: Omit<Standing, 'stage' | 'files'>;
}

/** Writes the manifests of a stage, to where the stage before stands or to a folder of their own. */
function put(found: Migration, number: number, way: Way): ExitCode {
  const { args, io, gathered } = way;
  const stage = found.stages[number - 1];
  if (!stage) throw new UsageError(`there is no stage ${number}; stages are 1 to ${found.stages.length}`);
  const texts = textsOf(gathered, replacementsOf(stage, gathered.objects));
  const folder = args.text('output');
  if (folder === undefined) {
    io.stdout.write(joined(texts));
    return EXIT.fine;
  }
  const standing = standingOf(folder, number, way);
  if (standing && standing.stage < number - 1) return refuse(found, number, folder, { standing, io });
  const placed = new Map(placedBelow(folder, texts, args.positionals, io));
  const files = [...placed.keys()];
  placed.set(STANDING, standingText({ ...way.asked, stage: number, files }));
  const gone = (standing?.files ?? []).filter((file) => !placed.has(file));
  writeFiles(resolve(io.cwd, folder), placed, gone);
  io.stderr.write(`${stageText(stage, number, paintFor(io, io.stderr))}\n\n`);
  const verify = `cdk8s-strimzi verify ${folder} --release ${stage.release.key}${nextOf(found, number)}`;
  io.stderr.write(`${counted(files.length, 'file')} written to ${folder}. Before the next stage: ${verify}\n`);
  return EXIT.fine;
}

/** The stage of this migration that a folder holds. */
function standingOf(folder: string, number: number, way: Way): Standing | undefined {
  const standing = standingIn(resolve(way.io.cwd, folder), folder);
  if (!standing) return undefined;
  const [there, asked] = [planName(standing), planName(way.asked)];
  if (there !== asked) throw new UsageError(`${folder} holds a stage ${there}, not ${asked}; name another folder`);
  if (standing.stage > number)
    throw new UsageError(
      `${folder} stands at stage ${standing.stage}, after stage ${number}: operators do not take all stages back`,
    );
  return standing;
}

/** Numbers of stages are of one plan. */
function planName({ from, to, skipReleases }: Way['asked']): string {
  return `from ${from} to ${to}${skipReleases ? ' with --skip-releases' : ''}`;
}

/** Tells the first stage that would be left out, with its reason. */
function refuse(
  { stages }: Migration,
  number: number,
  folder: string,
  { standing: { stage: at }, io }: { readonly standing: Standing; readonly io: Io },
): ExitCode {
  io.stderr.write(`${folder} stands at stage ${at}, and stage ${number} comes after what is not done yet:\n\n`);
  const next = stages[at];
  if (next) io.stderr.write(`${stageText(next, at + 1, paintFor(io, io.stderr))}\n`);
  io.stderr.write('\nNothing was written.\n');
  return EXIT.findings;
}

/** What `verify` is to ask besides, where the next stage is another operator. */
function nextOf({ stages }: Migration, number: number): string {
  const next = stages[number];
  return next?.id === 'operator' ? ` --next ${next.release.key}` : '';
}

/** What stands in the place of each object that was read. */
function replacementsOf({ objects }: MigrationStage, sources: readonly SourceObject[]): readonly Replacement[] {
  const manifests = sources.map((): Replacement['manifests'][number][] => []);
  for (const { origin, manifest } of objects) manifests[origin]?.push(manifest);
  return sources.map((object, origin) => ({ object, manifests: manifests[origin] ?? [] }));
}
