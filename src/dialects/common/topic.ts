import type { Config } from '../../model/resource';
import type { TopicRecord } from '../../model/topic';
import { codec, defined, sorted, type Codec } from './codec';
import { clusterMarks, clusterOf } from './cluster-label';

interface WireTopic {
  spec?: { topicName?: string; partitions?: number; replicas?: number; config?: Config };
}

/** KafkaTopic: one spelling in all API versions, of which the early ones ask for more. */
export function topicCodec(apiVersion: string): Codec<TopicRecord> {
  return codec<TopicRecord, WireTopic>({
    apiVersion,
    kind: 'KafkaTopic',
    shape: { spec: { topicName: 'text', partitions: 'number', replicas: 'number', config: { '*': 'scalar' } } },
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
