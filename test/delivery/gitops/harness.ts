import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { filesBelow } from '../../../scripts/project';
import { App, FindingsError, formatFindings, type AppProps, type Finding } from '../../../src';
import type { Manifest } from '../../../src/dialects/common/codec';

/** What a run wrote, by file, and what it told. */
export interface Outcome {
  readonly files: ReadonlyMap<string, readonly Manifest[]>;
  readonly findings: readonly Finding[];
}

class QuietApp extends App {
  readonly told: Finding[] = [];

  protected override warn(findings: readonly Finding[]): void {
    this.told.push(...findings);
  }
}

/** Writes an app into a folder of its own and reads it back. */
export function outcomeOf(props: AppProps, fill: (app: App) => void): Outcome {
  const outdir = mkdtempSync(join(tmpdir(), 'gitops-'));
  try {
    const app = new QuietApp({ ...props, outdir, name: 'test' });
    fill(app);
    try {
      app.synth();
    } catch (error) {
      if (error instanceof FindingsError) return { files: new Map(), findings: error.findings };
      throw error;
    }
    return { files: readFiles(outdir), findings: app.told };
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

function readFiles(outdir: string): Map<string, readonly Manifest[]> {
  const names = existsSync(outdir) ? filesBelow(outdir).filter((name) => name.endsWith('.yaml')) : [];
  return new Map(
    names.map((name) => {
      const documents = parseAllDocuments(readFileSync(join(outdir, name), 'utf8'), { version: '1.1' });
      return [name, documents.map((document) => document.toJS() as Manifest)] as const;
    }),
  );
}

/** The objects in the files below a folder. */
export function below({ files }: Outcome, folder: string): Manifest[] {
  return [...files].flatMap(([name, manifests]) => (name.startsWith(`${folder}/`) ? manifests : []));
}

/** The objects of a kind, wherever they were written. */
export function ofKind({ files }: Outcome, kind: string): Manifest[] {
  return [...files.values()].flat().filter((manifest) => manifest.kind === kind);
}

/** The object of a kind and name. */
export function find(outcome: Outcome, kind: string, name: string): Manifest {
  const found = ofKind(outcome, kind).filter(({ metadata }) => metadata.name === name);
  if (found.length !== 1 || !found[0]) {
    throw new Error(`${found.length} of ${kind}/${name}\n${formatFindings(outcome.findings)}`);
  }
  return found[0];
}

/** The wave of an object: what has none is in wave 0. */
export function waveOf({ metadata: { annotations } }: Manifest): number {
  return Number(annotations?.['argocd.argoproj.io/sync-wave'] ?? 0);
}

/** The options that Argo CD is given for an object. */
export function optionsOf({ metadata: { annotations } }: Manifest): string[] {
  return annotations?.['argocd.argoproj.io/sync-options']?.split(',') ?? [];
}
