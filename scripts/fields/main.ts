/**
 * `npm run fields`: the page `docs/fields.md`, which says of each field of Strimzi's objects the prop that says it. It is found
 * by trial: a program is written with a prop and without it, for a release of each way of writing. `-- --check` only tells
 * whether the page is what the code gives.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../project';
import { fieldsPage } from './page';

const FILE = 'docs/fields.md';
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const text = fieldsPage();
if (!values.check) writeFileSync(join(ROOT, FILE), text);
else if (readFileSync(join(ROOT, FILE), 'utf8') !== text) {
  console.error(`${FILE} is not what the code gives; run npm run fields`);
  process.exitCode = 1;
}
