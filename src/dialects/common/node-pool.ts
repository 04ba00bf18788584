import type { NodePoolRecord, NodeRole } from '../../model/node-pool';
import { clusterMarks, clusterOf } from './cluster-label';
import { codec, defined, type Codec } from './codec';
import { NODES_SHAPE, readNodes, writeNodeBody } from './nodes';
import { withPlainResources } from './pods';
import type { Shape } from './shape';
import type { Named, VersionOf, Wire } from './wire';

const SHAPE = { spec: { ...NODES_SHAPE, roles: ['text'] } } as const satisfies Shape;

/** KafkaNodePool: one spelling in all API versions. */
export function nodePoolCodec<T extends Wire<T, typeof SHAPE>>(apiVersion: VersionOf<T>): Codec<NodePoolRecord> {
  return codec<NodePoolRecord, typeof SHAPE, Named>({
    apiVersion,
    kind: 'KafkaNodePool',
    shape: SHAPE,
    faithful: true,
    marks: clusterMarks,
    write: (pool) => ({ spec: { replicas: pool.replicas, roles: [...pool.roles], ...writeNodeBody(pool) } }),
    read: ({ spec = {} }, marks) =>
      defined({ cluster: clusterOf(marks), ...readNodes(spec), roles: (spec.roles ?? []) as NodeRole[] }),
    plain: (object) => (object.spec ? { ...object, spec: withPlainResources(object.spec) } : object),
  });
}
