/**
 * Writes the typed imports and the compact schemas of `imports/` from CustomResourceDefinitions.
 *
 *     tsx scripts/import/main.ts [--check] [--releases | FOLDER]
 *
 * The CRDs are in a folder, under the paths of apis.ts, or with `--releases` what the operators' projects publish; without
 * either the folder is ../shared/crds. `--check` writes nothing: its exit status is 1 if a file is not what would be
 * written, and it prints the first difference.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { firstDifference } from './difference';
import { generated } from './generated';

const ROOT = path.join(__dirname, '../..');

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { check: { type: 'boolean' }, releases: { type: 'boolean' } },
  });
  const folder = values.releases ? undefined : (positionals[0] ?? path.join(ROOT, '../shared/crds'));
  const files = await generated(folder);
  if (values.check) {
    const difference = firstDifference(ROOT, files);
    if (difference !== undefined) throw new Error(difference);
    return;
  }
  for (const [file, text] of files) {
    mkdirSync(path.dirname(path.join(ROOT, file)), { recursive: true });
    writeFileSync(path.join(ROOT, file), text);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
