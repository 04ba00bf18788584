import { otherCodec } from '../dialects/common/other';
import { originOf, readManifest, type Described } from '../dialects/read';

/** A KafkaConnectS2I, which is gone, as the KafkaConnect that it is without its build. */
export function asConnect(described: Described): Described {
  if (described.noun !== 'other' || described.record.kind !== 'KafkaConnectS2I') return described;
  const apiVersion = originOf(described);
  if (apiVersion === undefined) return described;
  const manifest = otherCodec(apiVersion, described.record.kind).write(described.record);
  return readManifest({ ...manifest, kind: 'KafkaConnect' }) ?? described;
}
