import { aclsOf, type GrantRecord } from '../../src/model/grant';
import { clusterCertificate } from '../../src/dialects/operator-names';
import type { ListenerRecord } from '../../src/model/listener';
import type { ReachableCluster } from '../../src/wiring/connection';
import type { SiteIdentity } from '../../src/wiring/identity';
import type { MirrorPlan, MirrorSource } from '../../src/wiring/mirror';

/** A site of the Kubernetes cluster `blue`. */
export function siteIdentity(targetNamespace = 'kafka', kubernetesCluster = 'blue'): SiteIdentity {
  return { kubernetesCluster, targetNamespace };
}

/** The listener `tls`, which asks for client certificates. */
export const TLS: ListenerRecord = {
  name: 'tls',
  port: 9093,
  type: 'internal',
  tls: true,
  authentication: { type: 'tls' },
};

/** A Kafka cluster as others see it. */
export function clusterSeen(changes: Partial<ReachableCluster> = {}): ReachableCluster & { readonly brokers: number } {
  const { clusterName = 'europe' } = changes;
  return {
    clusterName,
    site: siteIdentity(),
    listeners: [{ record: TLS }],
    certificate: clusterCertificate(clusterName),
    brokers: 3,
    ...changes,
  };
}

/** What Strimzi 1.2 can do. */
export const TODAY: MirrorPlan['release'] = {
  name: 'Strimzi 1.2.0',
  kafka: { versions: ['4.3.1'], default: '4.3.1' },
  mirrorMaker2: {
    identityPolicy: true,
    groupOffsets: true,
    offsetSyncsLocation: true,
    internalSeparator: true,
    exactlyOnce: true,
    traced: true,
  },
};

/** What Strimzi 0.18 can do. */
export const IN_2020: MirrorPlan['release'] = {
  name: 'Strimzi 0.18.0',
  kafka: { versions: ['2.5.0'], default: '2.5.0' },
  mirrorMaker2: {
    identityPolicy: false,
    groupOffsets: false,
    offsetSyncsLocation: false,
    internalSeparator: false,
    exactlyOnce: false,
    traced: false,
  },
};

/** The cluster `europe` as a source of the topic `orders`. */
export function mirrorSource(changes: Partial<MirrorSource> = {}): MirrorSource {
  return {
    cluster: clusterSeen(),
    alias: 'europe',
    endpoint: { bootstrapServers: 'europe:9093' },
    topics: ['orders'],
    replicationPolicy: 'identity',
    ...changes,
  };
}

/** A mirror from sources, or from `europe` alone, to `us`. */
export function mirrorPlan(
  source: Partial<MirrorSource> | readonly MirrorSource[] = {},
  changes: Partial<MirrorPlan> = {},
): MirrorPlan {
  return {
    sources: 'length' in source ? source : [mirrorSource(source)],
    target: { cluster: clusterSeen({ clusterName: 'us' }), alias: 'us', endpoint: { bootstrapServers: 'us:9093' } },
    site: siteIdentity(),
    groupsInterval: 60,
    release: TODAY,
    workers: { name: 'mirror', replicas: 1 },
    ...changes,
  };
}

/** What grants come to, a line for each thing. */
export function rightsText(grants: readonly GrantRecord[]): string[] {
  return aclsOf(grants).map(({ resource, operations }) => {
    const named = resource.type === 'cluster' ? '' : ` ${resource.patternType ?? ''} ${resource.name}`;
    return `${resource.type}${named}: ${operations.join(' ')}`;
  });
}
