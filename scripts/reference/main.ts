/**
 * `npm run reference`: the pages of `docs/api/`, from the docstrings of what the library exports, as they were built. With
 * `--check` it only tells whether the pages are what the docstrings give, by the model of the types that API Extractor has
 * just left in `temp/`.
 */
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { filesBelow, ROOT } from '../project';
import { exportsIn } from './api';
import { referenceFiles } from './files';

const MODEL = join(ROOT, 'temp/cdk8s-strimzi.api.json');
const FOLDER = join(ROOT, 'docs/api');

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
if (!values.check) extract();
const files = referenceFiles(exportsIn(MODEL));
const there = existsSync(FOLDER) ? filesBelow(FOLDER) : [];
if (values.check) {
  const stale = [...new Set([...there, ...files.keys()])].filter((file) => textOf(file) !== files.get(file));
  for (const file of stale) console.error(`docs/api/${file} is not what the docstrings give; run npm run reference`);
  if (stale.length > 0) process.exitCode = 1;
} else {
  mkdirSync(FOLDER, { recursive: true });
  for (const file of there) if (!files.has(file)) rmSync(join(FOLDER, file));
  for (const [file, text] of files) writeFileSync(join(FOLDER, file), text);
}

/** Has API Extractor write the model. What it finds is told by `npm run api`. */
function extract(): void {
  const config = ExtractorConfig.loadFileAndPrepare(join(ROOT, 'api-extractor.json'));
  Extractor.invoke(config, {
    messageCallback: (message) => {
      message.handled = true;
    },
  });
}

function textOf(file: string): string | undefined {
  return there.includes(file) ? readFileSync(join(FOLDER, file), 'utf8') : undefined;
}
