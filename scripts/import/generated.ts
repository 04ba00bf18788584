import * as prettier from 'prettier';
import { ROOT } from '../project';
import { apiLines, apisBeside, typedKinds } from './api-line';
import { schemaLines } from './compact';
import { dynamicSettingsFile } from './dynamic-settings';
import { kafkaVersionsFile } from './kafka-versions';
import { kafkaConfigTypes } from './kafka-config-types';
import { kafkaOptions } from './kafka-options';
import { clientSettingsFile, kafkaSettingsFile } from './kafka-settings';
import { keptFiles, keptRows } from './kept';
import { kindsFile } from './kinds-file';
import { namesOf } from './names';
import { shapesOf } from './shapes';
import { metaFile, typesFile } from './typescript';
import { widest } from './widest';

const FORMAT: prettier.Options = { parser: 'typescript', singleQuote: true, printWidth: 120, trailingComma: 'all' };

/**
 * Every generated file by its path in the repository, from the CRDs of a folder or from what the projects publish. Of an
 * operator that the folder does not have, what is there stays.
 */
export async function generated(folder: string | undefined): Promise<Map<string, string>> {
  const apis = await apiLines(folder);
  const beside = apisBeside(folder);
  const files = keptFiles(ROOT, beside);
  for (const { api, releases, kinds } of apis) {
    const shapes = shapesOf(api.name, typedKinds(kinds));
    const names = namesOf(shapes);
    const types = typesFile(api, releases, { shapes, names });
    files.set(`imports/${api.name}.ts`, await prettier.format(types, FORMAT));
    files.set(
      `imports/${api.name}.schema.jsonl`,
      schemaLines(kinds, (schema) => names.get(shapes.ofSchema.get(widest(schema)) ?? -1)),
    );
  }
  files.set('imports/meta.ts', await prettier.format(metaFile(), FORMAT));
  files.set('imports/kinds.json', kindsFile(apis, keptRows(ROOT, beside)));
  const [strimzi] = apis.filter(({ api }) => api.line.name === 'strimzi');
  const versions = await kafkaVersionsFile(strimzi?.api.line.releases ?? [], folder);
  files.set('src/dialects/releases/kafka-versions.ts', await prettier.format(versions, FORMAT));
  if (folder !== undefined) {
    for (const [file, text] of Object.entries(await kafkaFiles(folder)))
      files.set(file, await prettier.format(text, FORMAT));
  }
  return files;
}

/** What is known of Kafka's settings. */
async function kafkaFiles(folder: string): Promise<Readonly<Record<string, string>>> {
  const options = await kafkaOptions(folder);
  return {
    'imports/kafka-settings.ts': kafkaConfigTypes(options),
    'src/rules/kafka-settings/index.ts': kafkaSettingsFile(options),
    'src/rules/client-settings/client-tables.ts': clientSettingsFile(options),
    'src/dialects/kafka/dynamic-settings.ts': await dynamicSettingsFile(folder),
  };
}
