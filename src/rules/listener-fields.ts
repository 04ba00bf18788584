import type { FieldPath } from '../model/field';
import type { ListenerRecord } from '../model/listener';
import type { JudgedObject } from './rule';

/** A listener, and the part of the manifest that speaks of it. */
export interface ListenerField {
  readonly field: FieldPath;
  readonly listener: ListenerRecord;
}

/** The listeners of a cluster: a list, or in the first releases a field for each. */
export function listenerFields({
  record: { listeners },
  manifest,
}: Pick<JudgedObject<'kafkaCluster'>, 'record' | 'manifest'>): readonly ListenerField[] {
  const isListed = Array.isArray(
    (manifest['spec'] as { kafka?: { listeners?: unknown } } | undefined)?.kafka?.listeners,
  );
  return listeners.map((listener, index) => ({
    field: ['spec', 'kafka', 'listeners', isListed ? index : listener.name],
    listener,
  }));
}
