import { bootstrapService } from '../dialects/operator-names';
import type { TrustedCertificate } from '../model/endpoint';
import type { Listener } from './listener';
import type { IKafkaCluster } from './kafka-cluster';
import type { Site } from './site';

/** How a program at a site reaches a Kafka cluster. */
export interface Connection {
  readonly listener: Listener;
  readonly bootstrapServers: string;
  /** Certificates to trust; absent: the listener has no TLS. */
  readonly trust?: readonly TrustedCertificate[];
}

/** Why a program cannot reach a Kafka cluster, and what to do. */
export interface Unreachable {
  readonly unreachable: string;
  readonly remedy: string;
}

/**
 * The way from a site to a cluster, through the listener named, or the best there is: TLS before none, inside before
 * outside.
 */
export function connect(cluster: IKafkaCluster, from: Site, listenerName?: string): Connection | Unreachable {
  const named = cluster.listeners.filter(({ record }) => listenerName === undefined || record.name === listenerName);
  if (named.length === 0) {
    return {
      unreachable:
        listenerName === undefined ? 'the cluster has no listener' : `the cluster has no listener "${listenerName}"`,
      remedy: `Name one of its listeners: ${cluster.listeners.map(({ record }) => record.name).join(', ')}.`,
    };
  }
  const inside = cluster.site.kubernetesCluster === from.kubernetesCluster;
  const ways = named.flatMap((listener) => {
    const bootstrapServers = addressOf(cluster, listener, from, inside);
    return bootstrapServers === undefined ? [] : [{ listener, bootstrapServers }];
  });
  const best = ways.sort((a, b) => rank(a.listener, inside) - rank(b.listener, inside))[0];
  if (!best) {
    return {
      unreachable: `no listener of the cluster has an address outside its Kubernetes cluster "${cluster.site.kubernetesCluster}"`,
      remedy: 'Give an external listener a bootstrapHost or an address, or both sites the same kubernetesCluster.',
    };
  }
  return best.listener.record.tls ? { ...best, trust: [cluster.certificate] } : best;
}

function addressOf(
  cluster: IKafkaCluster,
  { record, address }: Listener,
  from: Site,
  inside: boolean,
): string | undefined {
  if (record.type !== 'internal' && record.type !== 'cluster-ip') return address;
  if (!inside) return undefined;
  const service = bootstrapService(cluster.clusterName, record);
  const { targetNamespace } = cluster.site;
  const host = targetNamespace === from.targetNamespace ? service : `${service}.${targetNamespace}.svc`;
  return `${host}:${record.port}`;
}

function rank({ record, address }: Listener, inside: boolean): number {
  const outside = record.type !== 'internal' && record.type !== 'cluster-ip';
  return (record.tls ? 0 : 2) + (outside === inside ? 1 : 0) + (outside && address === undefined ? 4 : 0);
}
