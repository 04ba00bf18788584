import type { TopicRecord } from '../model/topic';
import type { Placed } from '../model/topology';

const MANAGED = 'strimzi.io/managed';

/** Whether the topic operator makes and changes the topic: it can be told to leave one alone. */
export function isManaged({ record: { annotations }, site: { release } }: Placed<TopicRecord>): boolean {
  return release.topicOperator === 'bidirectional' || annotations?.[MANAGED] !== 'false';
}
