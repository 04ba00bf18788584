import type { FieldPath } from '../model/field';
import type { Manifest } from './common/codec';
import { get } from './common/values';
import { isMap } from '../model/guarded';

const EXTERNAL = ['spec', 'kafka', 'listeners', 'external'];

/**
 * Fields of the external listener of 0.18 that its operator reads though its CRD does not list them, by type. The server
 * keeps them: the CRD does not ask it to drop what it does not know.
 * @see https://github.com/strimzi/strimzi-kafka-operator/tree/0.18.0/api/src/main/java/io/strimzi/api/kafka/model/listener
 */
const UNLISTED: Readonly<Record<string, readonly string[]>> = {
  route: ['overrides.bootstrap.host', 'overrides.brokers.host'],
  loadbalancer: ['overrides.bootstrap.loadBalancerIP', 'overrides.brokers.loadBalancerIP'],
};

/** Whether the operator reads a field that its CRD does not list. */
export function isReadUnlisted(manifest: Manifest, path: FieldPath): boolean {
  if (manifest.apiVersion !== 'kafka.strimzi.io/v1beta1' || manifest.kind !== 'Kafka') return false;
  if (!EXTERNAL.every((field, at) => path[at] === field)) return false;
  let external: unknown = manifest;
  for (const field of EXTERNAL) external = isMap(external) ? get(external, field) : undefined;
  const fields = UNLISTED[String(isMap(external) ? external['type'] : undefined)] ?? [];
  const field = path.slice(EXTERNAL.length).filter((part) => typeof part === 'string');
  return fields.includes(field.join('.'));
}
