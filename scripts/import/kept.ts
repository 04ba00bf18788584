import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Api } from './apis';
import type { KindRows } from './kinds-file';

/** What is generated of APIs already, for a folder that does not have their CRDs: it stays as it is. */
export function keptFiles(root: string, apis: readonly Api[]): Map<string, string> {
  const files = apis.flatMap(({ name }) => [`imports/${name}.ts`, `imports/${name}.schema.jsonl`]);
  return new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

/** What `imports/kinds.json` says of their operators. */
export function keptRows(root: string, apis: readonly Api[]): KindRows {
  if (apis.length === 0) return { releases: [], apis: [] };
  const present = JSON.parse(readFileSync(join(root, 'imports/kinds.json'), 'utf8')) as {
    readonly releases: Readonly<Record<string, unknown>>;
    readonly apis: Readonly<Record<string, { readonly operator: string }>>;
  };
  const operators = new Set(apis.map(({ line }) => line.name));
  return {
    releases: Object.entries(present.releases).filter(([operator]) => operators.has(operator)),
    apis: Object.entries(present.apis).filter(([, { operator }]) => operators.has(operator)),
  };
}
