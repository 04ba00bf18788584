import type { FieldPath } from '../model/field';
import type { Manifest } from './common/codec';
import { get } from './common/values';
import { isMap } from '../model/guarded';

/** Where the version of Kafka stands, by kind. */
const PATHS: Readonly<Record<string, readonly string[]>> = {
  Kafka: ['spec', 'kafka', 'version'],
  KafkaConnect: ['spec', 'version'],
  KafkaConnectS2I: ['spec', 'version'],
  KafkaMirrorMaker: ['spec', 'version'],
  KafkaMirrorMaker2: ['spec', 'version'],
};

/** The version of Kafka that an object asks for, and where; absent: it leaves it to the operator. */
export function versionPathOf(manifest: Manifest): { readonly path: FieldPath; readonly version: string } | undefined {
  const path = manifest.apiVersion.startsWith('kafka.strimzi.io/') ? PATHS[manifest.kind] : undefined;
  let value: unknown = manifest;
  for (const field of path ?? []) value = isMap(value) ? get(value, field) : undefined;
  return path && typeof value === 'string' ? { path, version: value } : undefined;
}
