/**
 * `npm run test:cluster [-- [--skip-missing] [DIR...]]`: asks a real API server what it makes of every manifest.
 *
 * Each object is applied with strict validation and as a server-side dry run to the cluster that KUBECONFIG names. A dry
 * run needs its namespace: those that are missing are really created. Nothing else is. DIR is a folder of manifests, or a file;
 * without one, every folder below dist/. With `--skip-missing`, objects of an API that the cluster does not have are
 * told and left out; otherwise they are refused.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { faultsOf, missingApiOf, type Fault } from './kubectl-answer';
import { filesBelow, ROOT, run, type Outcome } from './project';

/** One document of a file, as its text and as what identifies it. */
interface Manifest {
  readonly file: string;
  readonly text: string;
  readonly kind: string;
  readonly apiVersion: string;
  readonly name: string;
  readonly namespace: string | undefined;
}

interface Tally {
  accepted: number;
  refused: number;
  warned: number;
  skipped: number;
  readonly missing: Map<string, number>;
}

const KUBECTL = process.env.KUBECTL ?? 'kubectl';

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'skip-missing': { type: 'boolean', default: false } },
  });
  requireCluster();
  const files = (positionals.length > 0 ? positionals.map((path) => resolve(path)) : examples()).flatMap(
    manifestsBelow,
  );
  const manifests = files.flatMap(manifestsOf);
  if (manifests.length === 0)
    throw new Error('there is no manifest to apply; `npm run synth` writes those of the examples');
  createNamespaces(manifests);
  const tally: Tally = { accepted: 0, refused: 0, warned: 0, skipped: 0, missing: new Map() };
  for (const file of files) {
    const own = manifests.filter((manifest) => manifest.file === file);
    // Most files pass: one call for all of a file, and one for each of its objects to know which one is to blame.
    if (isClean(apply(['-f', file]))) tally.accepted += own.length;
    else for (const manifest of own) judge(manifest, values['skip-missing'], tally);
  }
  return conclude(tally);
}

function requireCluster(): void {
  if (!process.env.KUBECONFIG) {
    throw new Error('KUBECONFIG is not set: name the cluster to ask. Missing namespaces will be created on it');
  }
  let version: Outcome;
  try {
    version = run(KUBECTL, ['version', '--output=json']);
  } catch {
    throw new Error(`there is no ${KUBECTL}: install kubectl, or name one in KUBECTL`);
  }
  if (!version.ok)
    throw new Error(`the cluster of ${process.env.KUBECONFIG} does not answer: ${version.stderr.trim()}`);
  const { serverVersion } = JSON.parse(version.stdout) as { serverVersion: { gitVersion: string } };
  console.log(`Kubernetes ${serverVersion.gitVersion}, ${process.env.KUBECONFIG}`);
}

function examples(): string[] {
  const dist = join(ROOT, 'dist');
  if (!existsSync(dist)) throw new Error('there is no dist/: `npm run synth` writes it');
  return readdirSync(dist, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(dist, name))
    .sort();
}

function manifestsBelow(path: string): string[] {
  if (!existsSync(path)) throw new Error(`there is no ${path}`);
  if (!statSync(path).isDirectory()) return [path];
  return filesBelow(path)
    .filter((file) => /\.ya?ml$/.test(file))
    .map((file) => join(path, file));
}

function manifestsOf(file: string): Manifest[] {
  const text = readFileSync(file, 'utf8');
  return parseAllDocuments(text, { version: '1.1' }).flatMap((document) => {
    const object = document.toJS() as
      | (Partial<Record<'apiVersion' | 'kind', string>> & {
          metadata?: { name?: string; namespace?: string };
        })
      | null;
    if (!object) return [];
    return [
      {
        file,
        text: text.slice(document.range[0], document.range[2]),
        kind: object.kind ?? 'no kind',
        apiVersion: object.apiVersion ?? 'no apiVersion',
        name: object.metadata?.name ?? 'no name',
        namespace: object.metadata?.namespace,
      },
    ];
  });
}

function createNamespaces(manifests: readonly Manifest[]): void {
  const present = new Set(run(KUBECTL, ['get', 'namespaces', '--output=name']).stdout.split('\n'));
  const wanted = new Set(manifests.flatMap(({ namespace }) => namespace ?? []));
  for (const namespace of [...wanted].sort()) {
    if (present.has(`namespace/${namespace}`)) continue;
    const { ok, stderr } = run(KUBECTL, ['create', 'namespace', namespace]);
    console.log(ok ? `created namespace ${namespace}` : `could not create namespace ${namespace}: ${stderr.trim()}`);
  }
}

/** `--force-conflicts`: who owns a field of an object that the cluster already has is not the question here. */
function apply(source: readonly string[], input?: string): Outcome {
  const how = [
    '--server-side',
    '--dry-run=server',
    '--validate=strict',
    '--force-conflicts',
    '--field-manager=test-cluster',
  ];
  return run(KUBECTL, ['apply', ...how, ...source], { ...(input !== undefined && { input }) });
}

function isClean({ ok, stderr }: Outcome): boolean {
  return ok && stderr.trim() === '';
}

function judge(manifest: Manifest, skipMissing: boolean, tally: Tally): void {
  const answer = apply(['-f', '-'], manifest.text);
  if (isClean(answer)) {
    tally.accepted += 1;
    return;
  }
  const api = missingApiOf(answer.stderr);
  if (api !== undefined) tally.missing.set(api, (tally.missing.get(api) ?? 0) + 1);
  if (api !== undefined && skipMissing) {
    tally.skipped += 1;
    return;
  }
  if (answer.ok) tally.warned += 1;
  else tally.refused += 1;
  tell(manifest, answer.ok ? 'warned' : 'refused', faultsOf(answer.stderr));
}

function tell({ file, apiVersion, kind, name }: Manifest, verdict: string, faults: readonly Fault[]): void {
  console.log(`${relative(process.cwd(), file)}: ${kind}/${name} (${apiVersion}) ${verdict}`);
  for (const { field, message } of faults) console.log(`  ${field === undefined ? '' : `${field}: `}${message}`);
}

function conclude({ accepted, refused, warned, skipped, missing }: Tally): number {
  for (const [api, count] of missing) console.log(`the cluster does not have ${api}: ${String(count)} objects`);
  const left = skipped > 0 ? `, ${String(skipped)} skipped` : '';
  console.log(`${String(accepted)} accepted, ${String(refused)} refused, ${String(warned)} warned about${left}`);
  return refused + warned > 0 || accepted === 0 ? 1 : 0;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
