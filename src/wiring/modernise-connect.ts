import { isMap } from '../dialects/common/values';
import type { Described } from '../dialects/read';
import type { JsonObject } from '../model/json';
import type { Part } from '../model/resource';

/** What Connect workers keep to themselves: its field, the key of the configuration that named it, the usual name. */
const NAMES = [
  ['groupId', 'group.id', 'connect-cluster'],
  ['configStorageTopic', 'config.storage.topic', 'connect-cluster-configs'],
  ['offsetStorageTopic', 'offset.storage.topic', 'connect-cluster-offsets'],
  ['statusStorageTopic', 'status.storage.topic', 'connect-cluster-status'],
] as const;

/** A KafkaConnect that names in fields what its workers keep to themselves; S2I, which is gone, as one without it. */
export function withNamedWorkers(described: Described): Described {
  if (described.noun !== 'other' || !described.record.kind.startsWith('KafkaConnect') || !described.record.rest) {
    return described;
  }
  const { rest, kind } = described.record;
  if (kind === 'KafkaConnector') return described;
  const parts = rest.parts.map((part): Part => {
    const spec = 'is' in part && part.at.length === 0 ? part.is['spec'] : undefined;
    return 'is' in part && isMap(spec) ? { ...part, is: { ...part.is, spec: named(spec) } } : part;
  });
  return { ...described, record: { ...described.record, kind: 'KafkaConnect', rest: { ...rest, parts } } };
}

function named(spec: JsonObject): JsonObject {
  const config = isMap(spec['config']) ? spec['config'] : {};
  const names = NAMES.map(([field, key, usual]) => [field, spec[field] ?? config[key] ?? usual] as const);
  const keys: readonly string[] = NAMES.map(([, key]) => key);
  const left = Object.entries(config).filter(([key]) => !keys.includes(key));
  const others = left.length > 0 ? { config: Object.fromEntries(left) } : {};
  const { config: _, ...fields } = spec;
  return { ...fields, ...Object.fromEntries(names), ...others };
}
