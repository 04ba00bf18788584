import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { visible } from '../check/formats/text';
import { clusterScopedBy, isClusterScoped } from '../delivery/gitops/scope';
import { entriesOf, topologyOf, type PlacedSite } from '../reports/placed-site';
import { runbook } from '../reports/runbook';
import type { FiledManifest, Written } from '../reports/runbook-types';
import type { Arguments } from './arguments';
import { readSides, type ReadSide } from './diff/sides';
import { EXIT, UsageError, type ExitCode, type Io } from './io';
import { strayNote } from './report';
import { runbookMarkdown } from './runbook-markdown';
import { namedSites } from './sites/named';
import { placedSites } from './sites/placed';
import type { FileSite } from './sites/site';

/** Tells the steps between two descriptions of one topology, `OLD NEW` or `REVISION PATH...`. */
export async function runbookReport(positionals: readonly string[], args: Arguments, io: Io): Promise<ExitCode> {
  const { sites } = namedSites(args, io);
  const [old = '', ...others] = positionals;
  if (/\.\./.test(old) && !existsSync(resolve(io.cwd, old))) {
    throw new UsageError('a runbook applies files: name the revision of git that was, and the paths that are');
  }
  const { before, after } = await readSides(positionals, io);
  const found = runbook(writtenOf(before, old, sites), writtenOf(after, others.join(' '), sites));
  io.stdout.write(args.text('format') === 'json' ? `${JSON.stringify(found, undefined, 2)}\n` : runbookMarkdown(found));
  const unread = [before, after].flatMap(({ problems, side }) => [...problems, ...side.unread]);
  const files = [before, after].flatMap(({ objects }) => objects.map(({ file }) => file));
  const stray = [...new Set(files)].filter((file) => !sites.some((site) => site.holds(file)));
  const told = [...before.notes, ...after.notes, ...(stray.length > 0 ? [strayNote(stray)] : [])];
  const notes = [...new Set(told)].map((note) => `note: ${note}`);
  for (const line of [...unread.map(({ path, message }) => `${path}: ${message}`), ...notes])
    io.stderr.write(`${visible(line)}\n`);
  return unread.length > 0 ? EXIT.trouble : EXIT.fine;
}

function writtenOf({ objects }: ReadSide, name: string, sites: readonly FileSite[]): Written {
  const placed = placedSites(sites, objects);
  return { name, topology: topologyOf(placed.flatMap(entriesOf)), manifests: placed.flatMap(manifestsOf) };
}

/** What stands in a namespace; the rest comes and goes with no role. */
function manifestsOf({ side, facts }: PlacedSite): readonly FiledManifest[] {
  const { kubernetesCluster, namespace: usual } = facts;
  const stated = [...side.objects.values()].flat();
  const further = new Set(clusterScopedBy(stated.map(({ manifest }) => manifest)));
  return stated.flatMap(({ manifest, path }) => {
    if (isClusterScoped(manifest, further)) return [];
    const { namespace = usual } = manifest.metadata;
    return [{ manifest, where: { kubernetesCluster, namespace }, file: path.replace(FILE_END, '') }];
  });
}

/** What stands behind the file in the place of an object: its line, and its number in a list. */
const FILE_END = /(:\d+)?( items\[\d+\])*$/;
