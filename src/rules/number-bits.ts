import type { FieldPath } from '../model/field';
import { strimziKinds } from './kinds';
import { kindRule } from './rule';

const MOST = 2_147_483_647;
const LEAST = -2_147_483_648;

/** Fields whose numbers have 64 bits. */
const LONG: ReadonlySet<string> = new Set([
  ...['reconciliationIntervalMs', 'reconciliationIntervalSeconds', 'zookeeperSessionTimeoutSeconds', 'expireAfterMs'],
  ...['minAvailableBytesPerVolume', 'minAvailableRatioPerVolume', 'controllerMutationRate', 'replicationThrottle'],
  ...['runAsUser', 'runAsGroup', 'fsGroup', 'supplementalGroups', 'tolerationSeconds', 'expirationSeconds'],
]);
/** Fields whose numbers have 64 bits for some kinds alone. */
const LONG_OF: Readonly<Record<string, readonly string[]>> = {
  Kafka: ['producerByteRate', 'consumerByteRate'],
  KafkaBridge: ['timeoutSeconds'],
};
/** What holds the words of others, or has no numbers and many items. */
const CLOSED: ReadonlySet<string> = new Set(['config', 'acls', 'listenerConfig', 'env', 'values', 'metrics']);

/** Numbers are such as the operator can read. */
export const numberBits = kindRule({
  id: 'number-bits',
  summary: 'Numbers of the Kafka operator have 32 bits, unless they are amounts of bytes or times in milliseconds.',
  remedy: 'Give a smaller number.',
  effect: 'fails',
  source:
    'The schema has no such bound, and the operator cannot read the object (Strimzi 0.18.0 to 1.2.0, int and Integer of the API classes); the API server refuses tasksMax of a connector, which counts its replicas (scale).',
  judgesValues: true,
  kinds: strimziKinds(
    ...['Kafka', 'KafkaNodePool', 'KafkaTopic', 'KafkaUser', 'KafkaConnect', 'KafkaConnectS2I', 'KafkaConnector'],
    ...['KafkaMirrorMaker', 'KafkaMirrorMaker2', 'KafkaBridge', 'KafkaRebalance'],
  ),
  check({ manifest }, report) {
    const ownLong = LONG_OF[manifest.kind] ?? [];
    for (const { field, value: given } of largeNumbers(manifest['spec'], ['spec'])) {
      const name = String(field.findLast((step) => typeof step === 'string'));
      if (LONG.has(name) || ownLong.includes(name)) continue;
      report({
        field,
        given,
        allowed: given > MOST ? `at most ${MOST}` : `at least ${LEAST}`,
        message: `${name} has 32 bits, which ${given} does not fit in.`,
      });
    }
  },
});

interface LargeNumber {
  readonly field: FieldPath;
  readonly value: number;
}

function largeNumbers(value: unknown, at: FieldPath, found: LargeNumber[] = []): readonly LargeNumber[] {
  if (typeof value === 'number' && (value > MOST || value < LEAST)) found.push({ field: at, value });
  if (typeof value !== 'object' || value === null) return found;
  const isList = Array.isArray(value);
  for (const [name, each] of Object.entries(value)) {
    // Most of an object is texts, which lead nowhere: their fields are not put together.
    if (typeof each !== 'number' && typeof each !== 'object') continue;
    if (!CLOSED.has(name)) largeNumbers(each, [...at, isList ? Number(name) : name], found);
  }
  return found;
}
