import type { OtherRecord } from '../../model/other';
import { codec, type Codec } from './codec';
import type { Named } from './wire';

/** An object that nothing is understood of but its metadata: a reader keeps the rest as it is. */
export function otherCodec(apiVersion: string, kind: string): Codec<OtherRecord> {
  return codec<OtherRecord, Record<string, never>, Named>({
    apiVersion,
    kind,
    shape: {},
    write: () => ({}),
    read: () => ({ kind }),
  });
}
