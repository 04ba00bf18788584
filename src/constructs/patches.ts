import { JsonPatch } from 'cdk8s';
import { fieldText } from '../model/field';

/** The fields that patches take over. */
export function patchedFields(ops: readonly JsonPatch[]): readonly string[] {
  return ops.map((op) => pointerText((op._toJson() as { readonly path: string }).path));
}

/** A JSON patch that cannot be applied. */
export class PatchError extends Error {
  /** The field that it is about. */
  readonly field: string;

  constructor(patch: JsonPatch, error: unknown) {
    const { op, path, from } = patch._toJson() as Operation;
    const what = [op, ...(from === undefined ? [] : [from]), path].join(' ');
    // What else the package throws is of its own making, such as that a property of undefined cannot be read.
    const isOther = op === 'test' && /^Test operation failed/.test((error as Error).message);
    super(`The JSON patch "${what}" cannot be applied: ${isOther ? 'another value is there' : 'it leads to nothing'}.`);
    this.field = pointerText(path);
  }
}

interface Operation {
  readonly op: string;
  readonly path: string;
  readonly from?: string;
}

/**
 * What patches make of an object.
 * @throws PatchError of the first that cannot be applied
 */
export function patched(object: unknown, ops: readonly JsonPatch[]): unknown {
  return ops.reduce((patchedSoFar: unknown, op) => {
    try {
      return JsonPatch.apply(patchedSoFar, op) as unknown;
    } catch (error) {
      throw new PatchError(op, error);
    }
  }, object);
}

/** Whether a field, a part of it or what it is in was taken over: then whoever did it answers for it. */
export function touches(taken: readonly string[], field: string): boolean {
  return taken.some((touched) => isWithin(touched, field) || isWithin(field, touched));
}

function pointerText(pointer: string): string {
  const parts = pointer.split('/').slice(1);
  return fieldText(
    parts.map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~'))),
  );
}

function isWithin(field: string, scope: string): boolean {
  return field.startsWith(scope) && /^($|[.[])/.test(field.slice(scope.length));
}
