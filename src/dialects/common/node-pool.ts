import type { NodePoolRecord, NodeRole } from '../../model/node-pool';
import { clusterMarks, clusterOf } from './cluster-label';
import { codec, defined, type Codec } from './codec';
import { NODES_SHAPE, readNodes, writeNodeBody, type WireNodes } from './nodes';
import { withPlainResources } from './pods';

interface WireNodePool {
  spec?: WireNodes & { roles?: string[] };
}

/** KafkaNodePool: one spelling in all API versions. */
export function nodePoolCodec(apiVersion: string): Codec<NodePoolRecord> {
  return codec<NodePoolRecord, WireNodePool>({
    apiVersion,
    kind: 'KafkaNodePool',
    shape: { spec: { ...NODES_SHAPE, roles: ['text'] } },
    faithful: true,
    marks: clusterMarks,
    write: (pool) => ({ spec: { replicas: pool.replicas, roles: [...pool.roles], ...writeNodeBody(pool) } }),
    read: ({ spec = {} }, marks) =>
      defined({ cluster: clusterOf(marks), ...readNodes(spec), roles: (spec.roles ?? []) as NodeRole[] }),
    plain: (object) => (object.spec ? { ...object, spec: withPlainResources(object.spec) } : object),
  });
}
