/**
 * `npm run props`: the shapes of all that programs hand to the library, from the types that they are declared with, and the
 * JSON Schemas of what is written in files and of the model. `-- --check` only tells whether the files are what the types give.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../project';
import { shapesFile, shapesOfLibrary } from './file';
import { schemaFiles } from './schemas';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const shapes = shapesOfLibrary();
const files = { 'src/props/shapes.ts': shapesFile(shapes), ...schemaFiles(shapes) };
for (const [name, text] of Object.entries(files)) {
  const file = join(ROOT, name);
  if (!values.check) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    console.error(`${name} is not what the types give; run npm run props`);
    process.exitCode = 1;
  }
}
