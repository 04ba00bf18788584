import type { OtherRecord } from '../../model/other';
import { codec, type Codec } from './codec';

/** An object that nothing is understood of but its metadata: a reader keeps the rest as it is. */
export function otherCodec(apiVersion: string, kind: string): Codec<OtherRecord> {
  return codec<OtherRecord, object>({ apiVersion, kind, shape: {}, write: () => ({}), read: () => ({ kind }) });
}
