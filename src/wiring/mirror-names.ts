import type { NameOrPrefix } from '../model/permissions';
import { clusterKey, sameSite, type ClusterIdentity, type SiteIdentity } from './identity';
import { ALL_NAMES } from './name-matches';

/** Kafka's default policy with something else than a dot between alias and name. */
export interface SeparatedNames {
  /** What stands between the source's alias and a topic's name; of internal topics too, from Kafka 3.1 on. */
  readonly separator: string;
}

/** A policy of the team's own, which the image of the mirror has. */
export interface PolicyClass {
  /** The Java class: an `org.apache.kafka.connect.mirror.ReplicationPolicy`. */
  readonly className: string;
  /**
   * What it calls a topic at the target, with `{topic}` for the name at the source and `{source}` for the source's alias:
   * `'{source}-{topic}'`.
   */
  readonly names: string;
}

/**
 * What becomes of a topic's name at the target: it stays (`identity`), the source's alias and a dot are put before it
 * (`default`), or the alias and a separator, or a class of the team's own names it.
 */
export type ReplicationPolicy = 'identity' | 'default' | SeparatedNames | PolicyClass;

/** What stands before and behind the names of topics at the target. */
interface Frame {
  readonly before: string;
  readonly behind: string;
}

/**
 * The usual aliases: the names of the clusters. Clusters of one name are told apart by namespace, or by Kubernetes
 * cluster where the namespace is one too, or by both.
 */
export function usualAliases(clusters: readonly ClusterIdentity[]): readonly string[] {
  const different = [...new Map(clusters.map((cluster) => [clusterKey(cluster), cluster])).values()];
  return clusters.map((cluster) => {
    const twins = different.filter(({ clusterName }) => clusterName === cluster.clusterName);
    return twins.length < 2 ? cluster.clusterName : `${dnsName(siteWords(cluster, twins))}-${cluster.clusterName}`;
  });
}

/**
 * A name that no object of the name at another site has, as seen from a site: it stays at the site itself, and has the
 * namespace before it elsewhere, and the Kubernetes cluster before that in another one. It depends on nothing else, so that
 * it does not change with what comes and goes.
 */
export function nameFrom(name: string, site: SiteIdentity, seenFrom: SiteIdentity): string {
  return sameSite(site, seenFrom) ? name : `${dnsName(placeOf(site, seenFrom))}-${name}`;
}

/** A topic as it is called at the target. */
export function remoteName(topic: string, alias: string, policy: ReplicationPolicy): string {
  const { before, behind } = frameOf(alias, policy);
  return `${before}${topic}${behind}`;
}

/** Names as they are called at the target. */
export function remoteNames(names: NameOrPrefix, alias: string, policy: ReplicationPolicy): NameOrPrefix {
  const { before } = frameOf(alias, policy);
  if (names === ALL_NAMES) return before === '' ? ALL_NAMES : { prefix: before };
  return typeof names === 'string' ? remoteName(names, alias, policy) : { prefix: `${before}${names.prefix}` };
}

/** What a topic at the target is called at the source; absent: it is no copy. */
export function sourceName(topic: string, alias: string, policy: ReplicationPolicy): string | undefined {
  const { before, behind } = frameOf(alias, policy);
  const isCopy = topic.startsWith(before) && topic.endsWith(behind) && topic.length > before.length + behind.length;
  return isCopy ? topic.slice(before.length, topic.length - behind.length) : undefined;
}

/** What the policy puts between an alias and a name: that of Kafka's own policies is also in the names of internal topics. */
export function separatorOf(policy: ReplicationPolicy): string {
  return typeof policy === 'object' && 'separator' in policy ? policy.separator : '.';
}

/**
 * The names that the Connect workers of a mirror keep to themselves. Topics begin with two underscores, so that no
 * mirror copies them.
 */
export function workerNames(mirror: string): { readonly groupId: string; readonly storagePrefix: string } {
  return { groupId: mirror, storagePrefix: `__${mirror}-` };
}

/** The topic in which offsets of the source are put beside those of the target. It bears the alias of the other end. */
export function offsetSyncsTopic(otherAlias: string, separator = '.'): string {
  return ['mm2-offset-syncs', otherAlias, 'internal'].join(separator);
}

/** The topic at the target in which consumer groups' offsets are kept. */
export function checkpointsTopic(sourceAlias: string, separator = '.'): string {
  return [sourceAlias, 'checkpoints', 'internal'].join(separator);
}

function frameOf(alias: string, policy: ReplicationPolicy): Frame {
  if (policy === 'identity') return { before: '', behind: '' };
  if (policy === 'default' || 'separator' in policy) return { before: `${alias}${separatorOf(policy)}`, behind: '' };
  const [before = '', behind = ''] = policy.names.replaceAll('{source}', alias).split('{topic}');
  return { before, behind };
}

function siteWords({ site }: ClusterIdentity, twins: readonly ClusterIdentity[]): string {
  const tell = (word: (site: SiteIdentity) => string): boolean =>
    new Set(twins.map((twin) => word(twin.site))).size === twins.length;
  const namespace = (at: SiteIdentity): string => at.targetNamespace;
  const kubernetes = (at: SiteIdentity): string => at.kubernetesCluster;
  if (tell(namespace)) return namespace(site);
  return tell(kubernetes) ? kubernetes(site) : `${kubernetes(site)}-${namespace(site)}`;
}

function placeOf({ kubernetesCluster, targetNamespace }: SiteIdentity, seenFrom: SiteIdentity): string {
  if (kubernetesCluster === seenFrom.kubernetesCluster || kubernetesCluster === targetNamespace) return targetNamespace;
  return `${kubernetesCluster}-${targetNamespace}`;
}

/** A name as Kubernetes takes it: operators make names of volumes of aliases too. */
export function dnsName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9.-]/g, '-');
}
