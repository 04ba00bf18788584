import type { FieldPath } from '../model/field';
import type { StorageRecord } from '../model/storage';
import type { JudgedObject } from './rule';

/** Where the nodes of a cluster or a node pool keep their data, each with its field. */
export function storagesOf({
  record,
}: Pick<JudgedObject<'kafkaCluster' | 'nodePool'>, 'record'>): readonly (readonly [FieldPath, StorageRecord])[] {
  if ('storage' in record) return [[['spec', 'storage'], record.storage]];
  const { brokers, zookeeper } = record;
  return [
    ...(brokers ? [[['spec', 'kafka', 'storage'], brokers.storage] as const] : []),
    ...(zookeeper ? [[['spec', 'zookeeper', 'storage'], zookeeper.storage] as const] : []),
  ];
}
