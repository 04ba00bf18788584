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
