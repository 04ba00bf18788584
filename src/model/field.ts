/** A place in a manifest: names of fields, and numbers of list items from 0. */
export type FieldPath = readonly (string | number)[];

/**
 * The one notation for a place in a manifest: `spec.kafka.listeners[0].port`, `spec.kafka.config["log.dirs"]`. Empty for
 * the whole of it.
 */
export function fieldText(path: FieldPath): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else if (/^[\w-]+$/.test(part)) text += text === '' ? part : `.${part}`;
    else text += `[${JSON.stringify(part)}]`;
  }
  return text;
}

const PART = /\.?([\w-]+)|\[(\d+)\]|\[("[^"\\]*(?:\\.[^"\\]*)*")\]/gy;

/** The place that {@link fieldText} told; of a text in another notation, as far as it can be read. */
export function fieldPath(text: string): FieldPath {
  const path: (string | number)[] = [];
  for (const [, name, index, quoted] of text.matchAll(PART)) {
    if (name !== undefined) path.push(name);
    else if (index !== undefined) path.push(Number(index));
    else if (quoted !== undefined) path.push(unquoted(quoted));
  }
  return path;
}

function unquoted(quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return quoted;
  }
}
