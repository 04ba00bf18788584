import { map } from '../model/guarded';
import { kindRule, type JudgedKind } from './rule';

/** What the operator takes from the Secrets of a team's own CA, by what follows the cluster in their names. */
const KEYS: Readonly<Record<string, string>> = {
  '-cluster-ca-cert': 'ca.crt',
  '-clients-ca-cert': 'ca.crt',
  '-cluster-ca': 'ca.key',
  '-clients-ca': 'ca.key',
};

/** A CA of the team's own is whole. */
export const caSecret = kindRule({
  id: 'ca-secret',
  summary:
    'A Secret with a CA for a Kafka cluster has the certificate, or the key, under the name that the operator reads.',
  remedy: 'Give the Secret the key.',
  effect: 'fails',
  source: 'The operator fails on others (Strimzi 0.18.0 to 1.2.0, Ca).',
  catalog: ['K-073'],
  kinds: ['v1/Secret'],
  check({ manifest }, report) {
    const key = keyOf(manifest);
    const holders = ['data', 'stringData'].filter((holder) => Object.keys(map(manifest[holder])).length > 0);
    if (key === undefined || holders.length === 0) return; // somebody else fills it
    if (holders.some((holder) => map(manifest[holder])[key] !== undefined)) return;
    report({
      field: [holders[0] ?? 'data'],
      allowed: key,
      message: `The Secret has no ${key}: the operator takes it for a CA by its name and labels, and fails.`,
    });
  },
});

/** The key of a Secret that the labels make one of the operator's. */
function keyOf({ metadata }: JudgedKind['manifest']): string | undefined {
  const { 'strimzi.io/cluster': cluster, 'strimzi.io/kind': kind } = map(metadata.labels);
  if (kind !== 'Kafka' || typeof cluster !== 'string' || !metadata.name.startsWith(cluster)) return undefined;
  return KEYS[metadata.name.slice(cluster.length)];
}
