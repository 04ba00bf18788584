import { clusterCertificate } from '../../src/dialects/operator-names';
import type { ListenerRecord } from '../../src/model/listener';
import type { ReachableCluster } from '../../src/wiring/connection';
import type { SiteIdentity } from '../../src/wiring/identity';

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
