import { existsSync, readFileSync, readdirSync } from 'node:fs';
import * as path from 'node:path';

/** Where the files of a folder first differ from what they should be, in words; undefined where they do not. */
export function firstDifference(root: string, files: ReadonlyMap<string, string>): string | undefined {
  for (const [file, text] of files) {
    const place = path.join(root, file);
    if (!existsSync(place)) return `${file} is missing`;
    const difference = firstLine(readFileSync(place, 'utf8').split('\n'), text.split('\n'));
    if (difference !== undefined) return `${file}:${difference}`;
  }
  const surplus = readdirSync(path.join(root, 'imports')).find((name) => !files.has(`imports/${name}`));
  return surplus && `imports/${surplus} is generated no more`;
}

function firstLine(is: readonly string[], should: readonly string[]): string | undefined {
  const at = should.findIndex((line, index) => line !== is[index]);
  const line = at < 0 && is.length > should.length ? should.length : at;
  if (line < 0) return undefined;
  const start = commonStart(is[line] ?? '', should[line] ?? '');
  const near = (text: string | undefined) =>
    text === undefined ? 'nothing' : text.slice(Math.max(0, start - 60), start + 60);
  return `${line + 1} is ${near(is[line])}\nand should be ${near(should[line])}`;
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
