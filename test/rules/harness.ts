import { parseAllDocuments } from 'yaml';
import { check, type CheckedSite } from '../../src/check/check';
import { breachFinding, type Finding } from '../../src/check/finding';
import { clusterAddresses } from '../../src/dialects/operator-names';
import { StrimziRelease } from '../../src/dialects/releases';
import type { Manifest } from '../../src/dialects/common/codec';
import { AbsentKindError, codecFor, type Described, type Reader } from '../../src/dialects/read';
import type { KafkaClusterRecord } from '../../src/model/kafka-cluster';
import type { PlatformName } from '../../src/model/platform';
import { NOUNS, type Noun, type Records } from '../../src/model/nouns';
import { Placed, Topology, type SiteFacts } from '../../src/model/topology';
import type { RuleId } from '../../src/rules/registry';
import type { KindRule, ObjectRule, TopologyRule } from '../../src/rules/rule';

/** What a rule is shown: some records at a site of some release. */
export type Given = { readonly [N in Noun]?: readonly Records[N][] } & {
  readonly release?: StrimziRelease;
  readonly platform?: PlatformName;
};

type TestedRule = { readonly id: RuleId } & (ObjectRule | TopologyRule);

/** What the rule tells of a site with these records. A record's path is its name. */
export function tell(rule: TestedRule, given: Given): Finding[] {
  return tellOfSites(rule, [given]);
}

/** What the rule tells of several sites in one Kubernetes cluster, each a namespace: `site-1`, `site-2` … */
export function tellOfSites(rule: TestedRule, sites: readonly Given[]): Finding[] {
  return tellOfPlaces(
    rule,
    sites.map((site) => ({ ...site, kubernetesCluster: 'one' })),
  );
}

/** What the rule tells of several sites, each a namespace of some Kubernetes cluster: `site-1`, `site-2` … */
export function tellOfPlaces(
  rule: TestedRule,
  sites: readonly (Given & { readonly kubernetesCluster?: string })[],
): Finding[] {
  const told: Finding[] = [];
  const topology = new Topology(clusterAddresses);
  sites.forEach(
    ({ release = StrimziRelease.V1_2, platform = 'kubernetes', kubernetesCluster = 'one', ...given }, index) => {
      const site: SiteFacts = {
        platform,
        release: release.facts,
        kubernetesCluster,
        namespace: `site-${index + 1}`,
      };
      for (const noun of Object.keys(NOUNS) as Noun[]) {
        for (const record of given[noun] ?? []) {
          const says = { noun, record } as Described;
          const manifest = written(says, { release, platform });
          const placed = new Placed(record, site, { path: record.name }, manifest);
          topology.add(noun, placed);
          if (!manifest || !('nouns' in rule) || !rule.nouns.includes(noun)) continue;
          rule.check({ ...says, manifest, site }, (breach) => told.push(breachFinding(rule, placed, breach)));
        }
      }
    },
  );
  if ('across' in rule) rule.across(topology, (placed, breach) => told.push(breachFinding(rule, placed, breach)));
  return told;
}

/** Absent: a rule is asked about a record that the release has no object for. */
function written(says: Described, reader: Reader): Manifest | undefined {
  try {
    return codecFor(says, reader).write(says.record);
  } catch (error) {
    if (error instanceof AbsentKindError) return undefined;
    throw error;
  }
}

/** What a rule about kinds tells of a manifest. */
export function tellOfManifest(
  rule: { readonly id: RuleId } & KindRule,
  spec: unknown,
  type = { apiVersion: 'v1', kind: 'Any' },
): Finding[] {
  const told: Finding[] = [];
  const manifest = { ...type, metadata: { name: 'any' }, spec };
  const { facts: release } = StrimziRelease.V1_2;
  const site: SiteFacts = { platform: 'kubernetes', release, kubernetesCluster: 'one', namespace: 'site-1' };
  rule.check({ manifest, dropped: [], site }, (breach) => told.push(breachFinding(rule, { path: 'any' }, breach)));
  return told;
}

/** The objects of a stream of YAML. */
export function objectsOf(yaml: string): unknown[] {
  return parseAllDocuments(yaml).map((document) => document.toJS() as unknown);
}

/** What the judge tells of objects by one rule, each as YAML that others wrote. */
export function tellOfYaml(
  rule: Finding['rule'],
  yaml: string,
  site: Partial<Omit<CheckedSite, 'manifests'>> = {},
): Finding[] {
  return check({ release: StrimziRelease.V1_2, ...site, manifests: objectsOf(yaml) }).filter(
    (finding) => finding.rule === rule,
  );
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
