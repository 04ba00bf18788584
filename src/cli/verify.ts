import { resolve } from 'node:path';
import { writeFileSync } from 'node:fs';
import { hopsSvg } from '../reports/hops-svg';
import { objectId, type Identified, type ObjectId } from '../reports/object-id';
import { hopsOf, tracedServices } from '../reports/traces';
import type { Arguments } from './arguments';
import { Kubectl } from './cluster/kubectl';
import { look, type Seen } from './cluster/look';
import { clientRecords } from './cluster/records';
import { findTraces } from './cluster/traces';
import { timeOf } from './cluster/time';
import { verifiedText, type Verified } from './cluster/verified-text';
import { gather } from './gather';
import { EXIT, UsageError, type ExitCode, type Io } from './io';
import { paintFor } from './paint';

/** Waits until a cluster has what manifests describe, and tells how far it is. */
export async function verify(args: Arguments, io: Io): Promise<ExitCode> {
  if (args.positionals.length === 0)
    throw new UsageError('name the files or folders that describe what is to be there');
  const patience = timeOf('wait', args.text('wait') ?? '10m');
  const since = timeOf('since', args.text('since') ?? '2m');
  if (args.has('svg') && !args.has('traces')) throw new UsageError('--svg goes with --traces');
  const { objects, unreadable, malformed } = await gather(args.positionals, io, () => false);
  const [fault] = [...unreadable, ...malformed];
  if (fault) throw new UsageError(`${fault.file}: ${fault.message}`);
  const manifests = objects.map(({ manifest }) => manifest);
  const kubectl = new Kubectl(args, io);
  requireServer(kubectl);
  const seen = await waitFor(idsOf(manifests), kubectl, patience, io);

  const records = args.has('records') ? clientRecords(manifests, since, kubectl) : undefined;
  const traces = await tracesFor(manifests, since, args, io);
  const verified = { seen, ...(records && { records }), ...(traces && { traces }) };
  io.stdout.write(
    args.text('format') === 'json'
      ? `${JSON.stringify(verified, null, 2)}\n`
      : verifiedText(verified, paintFor(io, io.stdout)),
  );
  return isFine(verified) ? EXIT.fine : EXIT.findings;
}

/** Whether all is there and content, records flow and traces arrive, as far as it was asked. */
function isFine({ seen, records = [], traces }: Verified): boolean {
  return (
    seen.every(({ state }) => state === 'ready') && records.every(({ count }) => count > 0) && !traces?.silent.length
  );
}

function idsOf(manifests: readonly Identified[]): readonly ObjectId[] {
  const ids = new Map<string, ObjectId>();
  for (const manifest of manifests) {
    const id = objectId(manifest);
    if (id) ids.set(JSON.stringify([id.namespace ?? '', id.kind, id.name, id.apiVersion]), id);
  }
  return [...ids].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, id]) => id);
}

function requireServer(kubectl: Kubectl): void {
  const { ok, stderr } = kubectl.call(['version', '--output=json']);
  if (!ok) throw new UsageError(`the cluster does not answer: ${stderr.trim().split('\n').at(-1) ?? ''}`);
}

/** Between two looks, in milliseconds. */
const PAUSE = 5000;

/** Looks until all is ready or the time is over. What is ready is not looked at again until the end. */
async function waitFor(ids: readonly ObjectId[], kubectl: Kubectl, patience: number, io: Io): Promise<readonly Seen[]> {
  const begun = io.now();
  for (;;) {
    const seen = look(ids, kubectl);
    const ready = seen.filter(({ state }) => state === 'ready').length;
    const isOver = ready === seen.length || io.now() - begun >= patience;
    if (io.stderr.isTTY === true) io.stderr.write(isOver ? '\r\u001B[K' : `\r${ready} of ${seen.length} ready`);
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
