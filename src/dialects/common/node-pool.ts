import type { NodePoolRecord, NodeRole } from '../../model/node-pool';
import { clusterMarks, clusterOf } from './cluster-label';
import { codec, defined, type Codec } from './codec';
import type { NodeAddressWords } from './container';
import { NODES_SHAPE, readNodes, writeNodeBody } from './nodes';
import { withPlainResources } from './pods';
import type { Shape } from './shape';
import { JVM_SHAPE, plainJvm, readJvm, writeJvm } from './workload';
import type { Named, VersionOf, Wire } from './wire';

const SHAPE = { spec: { ...NODES_SHAPE, ...JVM_SHAPE, roles: ['text'] } } as const satisfies Shape;

type Lacks = NodeAddressWords<'spec.template.kafkaContainer'>;

/** KafkaNodePool: one spelling in all API versions. */
export function nodePoolCodec<T extends Wire<T, typeof SHAPE, Lacks>>(apiVersion: VersionOf<T>): Codec<NodePoolRecord> {
  return codec<NodePoolRecord, typeof SHAPE, Named>({
    apiVersion,
    kind: 'KafkaNodePool',
    shape: SHAPE,
    faithful: true,
    marks: clusterMarks,
    write: (pool) => ({
      spec: { replicas: pool.replicas, roles: [...pool.roles], ...writeNodeBody(pool), ...writeJvm(pool.jvm) },
    }),
    read: ({ spec = {} }, marks) =>
      defined({
        cluster: clusterOf(marks),
        ...readNodes(spec),
        ...readJvm(spec),
        roles: (spec.roles ?? []) as NodeRole[],
      }),
    plain: (object) => (object.spec ? { ...object, spec: plainJvm(withPlainResources(object.spec)) } : object),
  });
}
