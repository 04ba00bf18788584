import * as fs from 'node:fs';
import * as path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { filesBelow } from '../scripts/project';

/** How many objects two output folders hold. Throws unless they hold the same ones. */
export function countEqualObjects(one: string, other: string): number {
  const objects = objectsIn(one);
  const others = new Set(objectsIn(other));
  const missing = objects.filter((object) => !others.delete(object));
  if (missing.length > 0 || others.size > 0) {
    throw new Error(`outputs differ\n${one}: ${missing[0] ?? ''}\n${other}: ${[...others][0] ?? ''}`);
  }
  return objects.length;
}

/** Every object as one text, whatever the order of its keys. */
function objectsIn(folder: string): string[] {
  return filesBelow(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => fs.readFileSync(path.join(folder, file), 'utf8'))
    .flatMap((text) => parseAllDocuments(text, { version: '1.1' }).map((document) => canonical(document.toJS())));
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
