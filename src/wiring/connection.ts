import { bootstrapService } from '../dialects/operator-names';
import type { TrustedCertificate } from '../model/endpoint';
import type { ListenerRecord } from '../model/listener';
import type { ClusterIdentity, SiteIdentity } from './identity';
import type { Unreachable } from './unreachable';

/** A listener, and where clients outside its Kubernetes cluster find it. */
export interface ReachableListener {
  readonly record: ListenerRecord;
  /** `host:port`; absent: nobody outside can connect. */
  readonly address?: string | undefined;
  /** Certificates that clients trust; absent: that of the cluster's CA. */
  readonly trust?: readonly TrustedCertificate[] | undefined;
}

/** A Kafka cluster as those know it who connect to it. */
export interface ReachableCluster extends ClusterIdentity {
  readonly listeners: readonly ReachableListener[];
  /** The certificate of the CA that signs the brokers' certificates. */
  readonly certificate: TrustedCertificate;
}

/** How a program at a site reaches a Kafka cluster. */
export interface Connection {
  readonly listener: ListenerRecord;
  readonly bootstrapServers: string;
  /** Certificates to trust; absent: the listener has no TLS. */
  readonly trust?: readonly TrustedCertificate[];
}

/**
 * The way from a site to a cluster, through the listener named, or the best there is: TLS before none, inside before
 * outside.
 */
export function connect(
  cluster: ReachableCluster,
  from: SiteIdentity,
  listenerName?: string,
): Connection | Required<Unreachable> {
  const named = cluster.listeners.filter(({ record }) => listenerName === undefined || record.name === listenerName);
  if (named.length === 0) return noListener(cluster, listenerName);
  const inside = cluster.site.kubernetesCluster === from.kubernetesCluster;
  const ways = named.flatMap((listener) => {
    const bootstrapServers = addressOf(cluster, listener, from, inside);
    return bootstrapServers === undefined ? [] : [{ listener, bootstrapServers }];
  });
  const [best] = ways.sort((a, b) => rank(a.listener, inside) - rank(b.listener, inside));
  if (!best) return noAddress(cluster);
  const { listener, bootstrapServers } = best;
  return {
    listener: listener.record,
    bootstrapServers,
    ...(listener.record.tls && { trust: listener.trust ?? [cluster.certificate] }),
  };
}

function noListener({ listeners }: ReachableCluster, name: string | undefined): Required<Unreachable> {
  return {
    unreachable: name === undefined ? 'the cluster has no listener' : `the cluster has no listener "${name}"`,
    remedy:
      listeners.length === 0
        ? 'Give the cluster a listener, such as Listener.tls().'
        : `Name one of its listeners: ${listeners.map(({ record }) => record.name).join(', ')}.`,
  };
}

function noAddress({ site }: ReachableCluster): Required<Unreachable> {
  return {
    unreachable: `no listener of the cluster has an address outside its Kubernetes cluster "${site.kubernetesCluster}"`,
    remedy: 'Give an external listener a bootstrapHost or an address, or both sites the same kubernetesCluster.',
  };
}

function addressOf(
  { clusterName, site }: ReachableCluster,
  { record, address }: ReachableListener,
  from: SiteIdentity,
  inside: boolean,
): string | undefined {
  if (isExternal(record)) return address;
  if (!inside) return undefined;
  const service = bootstrapService(clusterName, record);
  const { targetNamespace } = site;
  const host = targetNamespace === from.targetNamespace ? service : `${service}.${targetNamespace}.svc`;
  return `${host}:${record.port}`;
}

/** Only listeners with an address come this far: less is better. */
function rank({ record }: ReachableListener, inside: boolean): number {
  return (record.tls ? 0 : 2) + (isExternal(record) === inside ? 1 : 0);
}

function isExternal({ type }: ListenerRecord): boolean {
  return type !== 'internal' && type !== 'cluster-ip';
}
