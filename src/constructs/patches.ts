import type { JsonPatch } from 'cdk8s';
import { fieldText } from '../model/field';

/** Whether a patch takes over a field, a part of it or what it is in: then its author answers for it. */
export function touches(ops: readonly JsonPatch[], field: string): boolean {
  return ops.some((op) => {
    const { path } = op._toJson() as { readonly path: string };
    const touched = pointerText(path);
    return isWithin(touched, field) || isWithin(field, touched);
  });
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
