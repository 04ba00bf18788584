import type { JsonPatch } from 'cdk8s';
import { fieldText } from '../model/field';

/** The fields that patches take over. */
export function patchedFields(ops: readonly JsonPatch[]): readonly string[] {
  return ops.map((op) => pointerText((op._toJson() as { readonly path: string }).path));
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
