import type { TopicRecord } from '../../model/topic';
import { codec, defined, sorted, type Codec } from './codec';
import { clusterMarks, clusterOf } from './cluster-label';
import type { Shape } from './shape';
import type { Named, VersionOf, Wire } from './wire';

const SHAPE = {
  spec: { topicName: 'text', partitions: 'number', replicas: 'number', config: { '*': 'scalar' } },
} as const satisfies Shape;

/** KafkaTopic: one spelling in all API versions, of which the early ones ask for more. */
export function topicCodec<T extends Wire<T, typeof SHAPE>>(apiVersion: VersionOf<T>): Codec<TopicRecord> {
  return codec<TopicRecord, typeof SHAPE, Named>({
    apiVersion,
    kind: 'KafkaTopic',
    shape: SHAPE,
    faithful: true,
    marks: clusterMarks,
    write: ({ topicName, partitions, replicas, config }) => ({
      spec: defined({ topicName, partitions, replicas, config: sorted(config) }),
    }),
    read: ({ spec = {} }, marks) =>
      defined({
        cluster: clusterOf(marks),
        topicName: spec.topicName,
        partitions: spec.partitions,
        replicas: spec.replicas,
        config: sorted(spec.config),
      }),
  });
}
