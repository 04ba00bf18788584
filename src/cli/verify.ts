import { resolve } from 'node:path';
import { writeFileSync } from 'node:fs';
import { hopsSvg } from '../reports/hops-svg';
import { stock } from '../reports/load';
import type { Identified } from '../reports/object-id';
import { hopsOf, tracedServices } from '../reports/traces';
import type { Arguments } from './arguments';
import { Kubectl } from './cluster/kubectl';
import { look, type Seen } from './cluster/look';
import { clientRecords } from './cluster/records';
import { findTraces } from './cluster/traces';
import { timeOf } from './cluster/time';
import { readyIn, verifiedText, type Verified } from './cluster/verified-text';
import { describedBy, madeBeside, type Wanted } from './cluster/wanted';
import type { StrimziRelease } from '../dialects/releases';
import { refusedNext } from './cluster/next-release';
import type { SourceObject } from './files/objects';
import { gather } from './gather';
import { EXIT, UsageError, type ExitCode, type Io } from './io';
import { paintFor } from './paint';
import { strayNote } from './report';
import { HOW_TO_NAME_SITES, namedSitesIfAny } from './sites/named';
import { releaseOf, type FileSite } from './sites/site';
import { applied, placedSites } from './sites/placed';

/** Waits until a cluster has what manifests describe and operators make of it, and tells how far it is. */
export async function verify(args: Arguments, io: Io): Promise<ExitCode> {
  if (args.positionals.length === 0)
    throw new UsageError('name the files or folders that describe what is to be there');
  const patience = timeOf('wait', args.text('wait') ?? '10m');
  const since = timeOf('since', args.text('since') ?? '2m');
  if (args.has('svg') && !args.has('traces')) throw new UsageError('--svg goes with --traces');
  const { manifests, wanted, isStockTaken, release } = await read(args, io);
  const next = nextRelease(args, release);
  const kubectl = new Kubectl(args, io);
  requireServer(kubectl);
  const found = await waitFor(() => look(wanted, kubectl, operatorOf(release)), patience, io);

  const records = args.has('records') ? clientRecords(manifests, since, kubectl) : undefined;
  const traces = await tracesFor(manifests, since, args, io);
  const verified: Verified = {
    ...parted(found, isStockTaken),
    ...(next && { refused: refusedNext(manifests, { ...next, kubectl }) }),
    ...(records && { records }),
    ...(traces && { traces }),
  };
  io.stdout.write(
    args.text('format') === 'json'
      ? `${JSON.stringify(verified, null, 2)}\n`
      : verifiedText(verified, paintFor(io, io.stdout)),
  );
  return isFine(verified) ? EXIT.fine : EXIT.findings;
}

function parted(found: readonly Seen[], isStockTaken: boolean): Pick<Verified, 'seen' | 'made'> {
  const seen = found.filter(({ of }) => of === undefined);
  return isStockTaken ? { seen, made: found.filter(({ of }) => of !== undefined) } : { seen };
}

/** What a cluster is asked for. */
interface Expected {
  readonly manifests: readonly Identified[];
  readonly wanted: readonly Wanted[];
  /** Whether it is known what operators make of the manifests. */
  readonly isStockTaken: boolean;
  /** The release of all of it; absent: nobody said, or there are several. */
  readonly release?: StrimziRelease;
}

/** The operator's version, as it tells it itself: a product of Red Hat has a number of its own. */
function operatorOf(release: StrimziRelease | undefined): string | undefined {
  return release?.facts.olm.vendor === 'community' ? release.facts.version : undefined;
}

/** From where to where the operator is to be upgraded next; absent: nobody asked. */
function nextRelease(
  args: Arguments,
  from: StrimziRelease | undefined,
): { readonly from: StrimziRelease; readonly to: StrimziRelease } | undefined {
  const name = args.text('next');
  if (name === undefined) return undefined;
  const to = releaseOf(name);
  if (typeof to === 'string') throw new UsageError(to);
  if (!from) throw new UsageError('--next goes with --release, the release that runs now');
  return { from, to };
}

async function read(args: Arguments, io: Io): Promise<Expected> {
  const sites = namedSitesIfAny(args, io)?.sites;
  const { objects, unreadable, malformed } = await gather(args.positionals, io, () => false);
  const [fault] = [...unreadable, ...malformed];
  if (fault) throw new UsageError(`${fault.file}: ${fault.message}`);
  for (const note of notesOf(sites, objects)) io.stderr.write(`note: ${note}\n`);
  const manifests = applied(sites ?? [], objects);
  const described = describedBy(manifests);
  const made = sites ? madeBeside(described, stock().takeStock(placedSites(sites, objects)).items) : [];
  const [release, ...others] = new Set((sites ?? []).map((site) => site.release));
  return {
    manifests,
    wanted: [...described, ...made],
    isStockTaken: sites !== undefined,
    ...(release && others.length === 0 && { release }),
  };
}

/** Whether all is there and content, records flow and traces arrive, as far as it was asked. */
function isFine({ seen, made = [], refused = [], records = [], traces }: Verified): boolean {
  return (
    [...seen, ...made].every(({ state }) => state === 'ready') &&
    refused.length === 0 &&
    records.every(({ count }) => count > 0) &&
    !traces?.silent.length
  );
}

/** Of which objects it is not known what operators make of them. */
function notesOf(sites: readonly FileSite[] | undefined, objects: readonly SourceObject[]): readonly string[] {
  if (!sites)
    return [
      `what operators make of these objects is not asked for; it depends on the operators' release: ${HOW_TO_NAME_SITES}`,
    ];
  const strays = new Set(objects.map(({ file }) => file).filter((file) => !sites.some((site) => site.holds(file))));
  return strays.size === 0 ? [] : [strayNote([...strays])];
}

function requireServer(kubectl: Kubectl): void {
  const { ok, stderr } = kubectl.call(['version', '--output=json']);
  if (!ok) throw new UsageError(`the cluster does not answer: ${stderr.trim().split('\n').at(-1) ?? ''}`);
}

/** Between two looks, in milliseconds. */
const PAUSE = 5000;

/** Looks until all is ready or the time is over. */
async function waitFor(lookNow: () => readonly Seen[], patience: number, io: Io): Promise<readonly Seen[]> {
  const begun = io.now();
  for (;;) {
    const seen = lookNow();
    const { ready, count } = readyIn(seen);
    const isOver = ready === count || io.now() - begun >= patience;
    if (io.stderr.isTTY === true) io.stderr.write(isOver ? '\r\u001B[K' : `\r${ready} of ${count} ready`);
    if (isOver) return seen;
    await io.sleep(PAUSE);
  }
}

async function tracesFor(
  manifests: readonly Identified[],
  since: number,
  args: Arguments,
  io: Io,
): Promise<Verified['traces']> {
  const url = args.text('traces');
  if (url === undefined) return undefined;
  const services = tracedServices(manifests);
  if (services.length === 0) throw new UsageError('nothing that is described here traces itself; leave --traces out');
  const hops = hopsOf(await findTraces(url, services, since, io));
  const heard = new Set(hops.map(({ service }) => service));
  const svg = args.text('svg');
  if (svg !== undefined) writeFileSync(resolve(io.cwd, svg), hopsSvg(hops));
  return { hops, silent: services.filter((service) => !heard.has(service)) };
}
