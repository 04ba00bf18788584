/**
 * `npm run props`: the shapes of all that programs hand to the library, from the types that they are declared with.
 * `-- --check` only tells whether the file is what the types give.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../project';
import { shapesFile } from './file';

const FILE = 'src/props/shapes.ts';
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const text = shapesFile();
if (!values.check) writeFileSync(join(ROOT, FILE), text);
else if (readFileSync(join(ROOT, FILE), 'utf8') !== text) {
  console.error(`${FILE} is not what the types give; run npm run props`);
  process.exitCode = 1;
}
