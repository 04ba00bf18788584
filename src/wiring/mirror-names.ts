import type { ClusterIdentity } from './identity';

/** What becomes of a topic's name at the target: it stays, or the source's alias is put before it. */
export type ReplicationPolicy = 'identity' | 'default';

/** The names that a mirror gives its two clusters. */
export interface Aliases {
  readonly source: string;
  readonly target: string;
}

/**
 * The usual aliases: the names of the clusters. Clusters of one name are told apart by namespace, or by Kubernetes
 * cluster where the namespace is one too.
 */
export function usualAliases(source: ClusterIdentity, target: ClusterIdentity): Aliases {
  if (source.clusterName !== target.clusterName) {
    return { source: source.clusterName, target: target.clusterName };
  }
  const part = source.site.targetNamespace === target.site.targetNamespace ? 'kubernetesCluster' : 'targetNamespace';
  const alias = ({ clusterName, site }: ClusterIdentity): string => `${inAlias(site[part])}-${clusterName}`;
  return { source: alias(source), target: alias(target) };
}

/** A mirror takes letters, digits, dots, underscores and hyphens for an alias. */
function inAlias(name: string): string {
  return name.replace(/[^a-zA-Z0-9._-]/g, '-');
}

/** A topic as it is called at the target. */
export function remoteName(topic: string, sourceAlias: string, policy: ReplicationPolicy): string {
  return policy === 'default' ? `${sourceAlias}.${topic}` : topic;
}

/**
 * The names that the Connect workers of a mirror keep to themselves. Topics begin with two underscores, so that no
 * mirror copies them.
 */
export function workerNames(mirror: string): { readonly groupId: string; readonly storagePrefix: string } {
  return { groupId: mirror, storagePrefix: `__${mirror}-` };
}

/** The topic in which offsets of the source are put beside those of the target. It bears the alias of the other end. */
export function offsetSyncsTopic(otherAlias: string): string {
  return `mm2-offset-syncs.${otherAlias}.internal`;
}

/** The topic at the target in which consumer groups' offsets are kept. */
export function checkpointsTopic(sourceAlias: string): string {
  return `${sourceAlias}.checkpoints.internal`;
}

/**
 * A pattern that finds the names and nothing else, in order. A mirror splits it at commas, and reads each part as a
 * regular expression.
 */
export function patternOf(names: readonly string[]): string {
  return [...names].sort().map(literally).join(',');
}

function literally(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll(',', '\\x2C');
}
