import { StrimziRelease } from '../../src/dialects/releases';
import type { KafkaClusterRecord } from '../../src/model/kafka-cluster';
import type { PlatformName } from '../../src/model/platform';
import { NOUNS, type Noun, type Records, type SiteTopology } from '../../src/model/topology';
import type { Finding } from '../../src/rules/finding';
import type { Rule } from '../../src/rules/rule';

/** What a rule is shown: some records at a site of some release. */
export type Given = { readonly [N in Noun]?: readonly Records[N][] } & {
  readonly release?: StrimziRelease;
  readonly platform?: PlatformName;
};

/** What the rule tells of a site with these records. A record's path is its name. */
export function tell(
  rule: Rule,
  { release = StrimziRelease.V1_2, platform = 'kubernetes', ...given }: Given,
): Omit<Finding, 'rule'>[] {
  const records = Object.fromEntries(
    Object.keys(NOUNS).map((noun) => [
      noun,
      (given[noun as Noun] ?? []).map((record) => ({ record, path: (record as { name: string }).name })),
    ]),
  ) as unknown as SiteTopology['records'];
  const told: Omit<Finding, 'rule'>[] = [];
  rule.check({ path: 'site', platform, release: release.facts, records }, (fault) =>
    told.push({ severity: 'error', ...fault }),
  );
  return told;
}

/** A sound cluster of three brokers with ZooKeeper. */
export function cluster(changes: Partial<KafkaClusterRecord> = {}): KafkaClusterRecord {
  const storage = { type: 'persistent-claim', size: '20Gi' } as const;
  return {
    name: 'europe',
    mode: 'zookeeper',
    nodePools: false,
    listeners: [{ name: 'tls', port: 9093, type: 'internal', tls: true, authentication: { type: 'tls' } }],
    authorization: { type: 'simple' },
    brokers: { replicas: 3, storage },
    zookeeper: { replicas: 3, storage },
    ...changes,
  };
}
