import type { FieldPath } from '../model/field';
import { map } from '../model/guarded';
import type { KafkaClusterRecord } from '../model/kafka-cluster';
import type { ListenerRecord } from '../model/listener';

/** A listener, and the part of the manifest that speaks of it. */
export interface ListenerField {
  readonly field: FieldPath;
  readonly listener: ListenerRecord;
}

/** The listeners of a cluster: a list, or in the first releases a field for each. */
export function listenerFields({
  record: { listeners },
  manifest,
}: {
  readonly record: KafkaClusterRecord;
  readonly manifest?: unknown;
}): readonly ListenerField[] {
  const isListed = Array.isArray(map(map(map(manifest)['spec'])['kafka'])['listeners']);
  return listeners.map((listener, index) => ({
    field: ['spec', 'kafka', 'listeners', isListed ? index : listener.name],
    listener,
  }));
}
