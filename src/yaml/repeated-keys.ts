import { isMap, isScalar, isSeq, type Document, type Scalar, type YAMLMap } from 'yaml';

/** The keys that mappings of a document have once more, in the order of the text. */
export function repeatedKeysOf(document: Document.Parsed): readonly Scalar.Parsed[] {
  const repeated: Scalar.Parsed[] = [];
  const open: unknown[] = [document.contents];
  while (open.length > 0) {
    const node = open.pop();
    if (isMap(node)) {
      noteRepeated(node, repeated);
      for (const { value } of node.items) open.push(value);
    } else if (isSeq(node)) for (const item of node.items) open.push(item);
  }
  return repeated.sort((one, other) => one.range[0] - other.range[0]);
}

/** Merge keys may stand several times. */
function noteRepeated({ items }: YAMLMap, repeated: Scalar.Parsed[]): void {
  if (items.length < 2) return;
  const known = new Set<unknown>();
  for (const { key } of items) {
    if (!isScalar(key) || key.value === '<<') continue;
    if (known.has(key.value)) repeated.push(key as Scalar.Parsed);
    known.add(key.value);
  }
}

/** Matches each text of a JSON file, with the colon behind those that are keys. */
const JSON_TEXT = /"[^"\\]*(?:\\.[^"\\]*)*"\s*(:?)/gs;

/** Whether an object of a JSON text has a key twice: then the value that was read of it has fewer keys than the text. */
export function repeatsKeys(json: string, value: unknown): boolean {
  let keys = 0;
  for (const [, colon] of json.matchAll(JSON_TEXT)) if (colon === ':') keys += 1;
  return keys !== keysOf(value);
}

function keysOf(value: unknown): number {
  let keys = 0;
  const open = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null) continue;
    const inside: unknown[] = Object.values(next);
    if (!Array.isArray(next)) keys += inside.length;
    for (const each of inside) open.push(each);
  }
  return keys;
}
