import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { visible } from '../check/formats/text';
import { clusterScopedBy, isClusterScoped } from '../delivery/gitops/scope';
import { entriesOf, topologyOf } from '../reports/placed-site';
import { runbook } from '../reports/runbook';
import type { FiledManifest, Written } from '../reports/runbook-types';
import type { Side } from '../reports/side';
import type { Arguments } from './arguments';
import { readSides } from './diff/sides';
import { EXIT, UsageError, type ExitCode, type Io } from './io';
import { runbookMarkdown } from './runbook-markdown';
import { namedSites } from './sites/named';
import type { FileSite } from './sites/site';

/** Tells the steps between two descriptions of one topology, `OLD NEW` or `REVISION PATH...`. */
export async function runbookReport(positionals: readonly string[], args: Arguments, io: Io): Promise<ExitCode> {
  const { sites, config } = namedSites(args, io);
  const [site] = sites;
  if (!site || config !== undefined) throw new UsageError('a runbook is of one release: name it, as in --release 1.2');
  const [old = '', ...others] = positionals;
  if (/\.\./.test(old) && !existsSync(resolve(io.cwd, old))) {
    throw new UsageError('a runbook applies files: name the revision of git that was, and the paths that are');
  }
  const { before, after } = await readSides(positionals, io);
  const found = runbook(writtenOf(before.side, old, site), writtenOf(after.side, others.join(' '), site));
  io.stdout.write(args.text('format') === 'json' ? `${JSON.stringify(found, undefined, 2)}\n` : runbookMarkdown(found));
  const unread = [before, after].flatMap(({ problems, side }) => [...problems, ...side.unread]);
  const notes = [...new Set([...before.notes, ...after.notes])].map((note) => `note: ${note}`);
  for (const line of [...unread.map(({ path, message }) => `${path}: ${message}`), ...notes])
    io.stderr.write(`${visible(line)}\n`);
  return unread.length > 0 ? EXIT.trouble : EXIT.fine;
}

function writtenOf(side: Side, name: string, site: FileSite): Written {
  const { release, platform, kubernetesCluster = '', namespace = '' } = site;
  const facts = { release: release.facts, platform, namespace, kubernetesCluster };
  return {
    name,
    topology: topologyOf(entriesOf({ name: '', facts, side })),
    manifests: manifestsOf(side, namespace),
  };
}

/** What stands in a namespace; the rest comes and goes with no role. */
function manifestsOf(side: Side, usual: string): readonly FiledManifest[] {
  const stated = [...side.objects.values()].flat();
  const further = new Set(clusterScopedBy(stated.map(({ manifest }) => manifest)));
  return stated.flatMap(({ manifest, path }) =>
    isClusterScoped(manifest, further)
      ? []
      : [{ manifest, namespace: manifest.metadata.namespace ?? usual, file: path.replace(FILE_END, '') }],
  );
}

/** What stands behind the file in the place of an object: its line, and its number in a list. */
const FILE_END = /(:\d+)?( items\[\d+\])*$/;
