import type { FieldPath } from '../model/field';
import { map } from '../model/guarded';
import type { OtherRecord } from '../model/other';
import type { Placed } from '../model/topology';

/** A key of a Secret or a ConfigMap. */
export interface KeyReference {
  readonly kind: 'Secret' | 'ConfigMap';
  readonly name: string;
  readonly key: string;
}

/** The text that a Secret or a ConfigMap has under a key, and where; absent: it has none, or a placeholder for it. */
export function textsOf(
  { record, manifest }: Placed<OtherRecord>,
  key: string,
): { readonly field: FieldPath; readonly content: string } | undefined {
  const { data, stringData } = map(manifest);
  const [plain, coded] = [map(stringData)[key], map(data)[key]];
  if (typeof plain === 'string') return known({ field: ['stringData', key], content: plain });
  if (typeof coded !== 'string') return undefined;
  if (record.kind === 'ConfigMap') return known({ field: ['data', key], content: coded });
  // What is no base64 is told by others, or filled in later.
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(coded)) return undefined;
  return known({ field: ['data', key], content: Buffer.from(coded, 'base64').toString('utf8') });
}

/** Tools put words such as `${PASSWORD}` and `<path:secret#key>` in the place of a text, and something else for them later. */
function known<T extends { readonly content: string }>(found: T): T | undefined {
  return /\$\{|\{\{|^<[^>]*>$/.test(found.content) ? undefined : found;
}
