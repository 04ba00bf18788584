import type { NodePoolRecord, NodeRole } from '../../model/node-pool';
import { clusterMarks, clusterOf } from './cluster-label';
import { codec, defined, type Codec, type Limit } from './codec';
import { readNodes, writeNodeBody, type WireNodes } from './nodes';
import { withPlainResources } from './pods';

interface WireNodePool {
  spec?: WireNodes & { roles?: string[] };
}

/** KafkaNodePool: one spelling in all API versions. */
export function nodePoolCodec(
  apiVersion: string,
  limits: (pool: NodePoolRecord) => readonly Limit[] = () => [],
): Codec<NodePoolRecord> {
  return codec<NodePoolRecord, WireNodePool>({
    apiVersion,
    kind: 'KafkaNodePool',
    marks: clusterMarks,
    write: (pool) => ({ spec: { replicas: pool.replicas, roles: [...pool.roles], ...writeNodeBody(pool) } }),
    read: ({ spec = {} }, marks) =>
      defined({ cluster: clusterOf(marks), ...readNodes(spec), roles: (spec.roles ?? []) as NodeRole[] }),
    plain: (object) => (object.spec ? { ...object, spec: withPlainResources(object.spec) } : object),
    limits,
  });
}
