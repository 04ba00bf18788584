/**
 * Writes the typed imports and the compact schemas of `imports/` from CustomResourceDefinitions.
 *
 *     tsx scripts/import/main.ts [--out FOLDER] [--releases] [FOLDER | FILE | URL ...]
 *
 * A folder holds the CRDs of all APIs under the names of apis.ts; files and URLs replace those of the APIs that they
 * hold; `--releases` takes what the operators' projects publish. Without a source, the folder is ../shared/crds.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import * as prettier from 'prettier';
import { APIS, type Api } from './apis';
import { schemaFile } from './compact';
import { filesIn, holds, isFolder, kindsFrom } from './crd';
import { namesOf } from './names';
import type { KindSchema } from './schema';
import { shapesOf } from './shapes';
import { metaFile, typesFile } from './typescript';

const ROOT = path.join(__dirname, '../..');
const FORMAT: prettier.Options = { parser: 'typescript', singleQuote: true, printWidth: 120, trailingComma: 'all' };

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string', default: path.join(ROOT, 'imports') }, releases: { type: 'boolean' } },
  });
  const sources = positionals.length > 0 || values.releases ? positionals : [path.join(ROOT, '../shared/crds')];
  const places = await placesOf(sources, values.releases ?? false);
  await mkdir(values.out, { recursive: true });
  const kinds: [Api, KindSchema[]][] = [];
  for (const [api, from] of places) {
    const own = await kindsFrom(api, from);
    kinds.push([api, own]);
    await writeApi(values.out, api, own);
  }
  await writeFile(path.join(values.out, 'meta.ts'), await prettier.format(metaFile(), FORMAT));
  if (kinds.length === APIS.length) await writeFile(path.join(values.out, 'kinds.json'), index(kinds));
}

/** For each API that the sources hold, the files or URLs of its CRDs. */
async function placesOf(sources: readonly string[], releases: boolean): Promise<Map<Api, readonly string[]>> {
  const places = new Map<Api, readonly string[]>(releases ? APIS.map((api) => [api, api.releases]) : []);
  const single: string[] = [];
  for (const source of sources) {
    if (!(await isFolder(source))) single.push(source);
    else for (const api of APIS) places.set(api, await filesIn(source, api));
  }
  for (const api of single.length > 0 ? APIS : []) {
    if (await holds(api, single)) places.set(api, single);
  }
  return places;
}

async function writeApi(folder: string, api: Api, kinds: readonly KindSchema[]): Promise<void> {
  const shapes = shapesOf(api.name, kinds);
  const names = namesOf(shapes);
  const types = await prettier.format(typesFile(kinds, shapes, names), FORMAT);
  const schema = schemaFile(kinds, (each) => names.get(shapes.ofSchema.get(each) ?? -1));
  await writeFile(path.join(folder, `${api.name}.ts`), types);
  await writeFile(path.join(folder, `${api.name}.schema.json`), schema);
}

/** Which file describes the kinds of which apiVersion. */
function index(apis: readonly [Api, readonly KindSchema[]][]): string {
  const entries = new Map<string, { file: string; kinds: string[] }>();
  for (const [{ name }, kinds] of apis) {
    for (const { apiVersion, kind } of kinds) {
      const entry = entries.get(apiVersion) ?? { file: `${name}.schema.json`, kinds: [] };
      entry.kinds.push(kind);
      entries.set(apiVersion, entry);
    }
  }
  const lines = [...entries].map(([apiVersion, entry]) => `${JSON.stringify(apiVersion)}:${JSON.stringify(entry)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
