import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, ROOT } from '../../scripts/project';

/** What git leaves in a file of which two branches changed the same lines. */
const LEFT_OVER = /^(<{7}|\|{7}|>{7}) /m;

const SOURCES = ['src', 'test', 'scripts', 'examples', 'docs', 'bench'];
const TEXTS = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'package.json'];

test('no merge was left half done', () => {
  const files = [
    ...TEXTS,
    ...SOURCES.flatMap((folder) => filesBelow(join(ROOT, folder)).map((file) => join(folder, file))),
  ];
  expect(files.length).toBeGreaterThan(500);
  expect(files.filter((file) => LEFT_OVER.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
});
