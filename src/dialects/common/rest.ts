import type { PatchOperation } from '../../model/resource';
import type { Json } from '../../model/json';
import type { Limit, Manifest } from './codec';

/** The operations that turn one object into the other. */
export function difference(from: Manifest, to: Manifest): PatchOperation[] {
  return patch().compare(from, to) as PatchOperation[];
}

/** The object with the operations done that can be done on it; the others are passed over. */
export function patched(manifest: Manifest, operations: readonly PatchOperation[]): Manifest {
  return apply(manifest, operations).manifest;
}

/** What of the rest has no place in the object. A removal of what is not there is done already. */
export function restLimits(manifest: Manifest, rest: readonly PatchOperation[]): Limit[] {
  return apply(manifest, rest)
    .refused.filter(({ op }) => op !== 'remove')
    .map((operation) => ({
      field: fieldOf(operation.path),
      given: operation.op === 'remove' ? undefined : operation.value,
      message: 'It was read from another API, and has no place in this one.',
      since: 'the API that it was read from',
    }));
}

function apply(
  manifest: Manifest,
  operations: readonly PatchOperation[],
): { manifest: Manifest; refused: PatchOperation[] } {
  // Parts of the object may be those of its record.
  let document = structuredClone(manifest);
  const refused: PatchOperation[] = [];
  for (const operation of operations) {
    const result = attempt(document, operation);
    if (result) document = result;
    else refused.push(operation);
  }
  return { manifest: document, refused };
}

/** The object after the operation; absent where the operation has no place. */
function attempt(document: Manifest, operation: PatchOperation): Manifest | undefined {
  try {
    return patch().applyOperation(document, structuredClone(operation), true, true, true).newDocument;
  } catch (error) {
    if (error instanceof patch().JsonPatchError || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** A JSON pointer as a path of fields: `/spec/mirrors/0/source` is `spec.mirrors[0].source`. */
function fieldOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((path, part) => {
      if (/^\d+$/.test(part)) return `${path}[${part}]`;
      if (!/^[\w-]+$/.test(part)) return `${path}[${JSON.stringify(part)}]`;
      return path === '' ? part : `${path}.${part}`;
    }, '');
}

/** The value without nulls, which Kubernetes takes for fields that are left out; the very value where it has none. */
export function withoutNulls<T>(value: T): T {
  return hasNull(value) ? (strip(value) as T) : value;
}

function hasNull(value: unknown): boolean {
  if (value === null) return true;
  return typeof value === 'object' && Object.values(value).some(hasNull);
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Record<string, Json>).filter(([, field]) => field !== null);
  return Object.fromEntries(entries.map(([key, field]) => [key, strip(field)]));
}

/** Loaded by the first object that needs it: most runs have none. */
function patch(): typeof import('fast-json-patch') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a lazy load
  return require('fast-json-patch') as typeof import('fast-json-patch');
}
