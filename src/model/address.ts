import type { KafkaClusterRecord } from './kafka-cluster';

/** Where a Kafka cluster is found. */
export interface ClusterAddresses {
  /** Names of Services in its namespace. */
  readonly services: readonly string[];
  /** Host names that are the same everywhere. */
  readonly hosts: readonly string[];
  /** Secret in its namespace that the operator keeps its certificate in. */
  readonly caSecret: string;
}

/** What operators call the Services and Secrets of a cluster. */
export type AddressesOf = (cluster: KafkaClusterRecord) => ClusterAddresses;

/** The host names of a comma-separated `host:port` list. */
export function hostsOf(bootstrapServers: string): string[] {
  return bootstrapServers
    .split(',')
    .map((server) => server.trim().replace(/:\d+$/, '').replace(/\.$/, '').toLowerCase())
    .filter((host) => host !== '');
}

/** The ports of a comma-separated `host:port` list. */
export function portsOf(bootstrapServers: string): number[] {
  return bootstrapServers.split(',').flatMap((server) => {
    const port = /:(\d+)$/.exec(server.trim())?.[1];
    return port === undefined ? [] : [Number(port)];
  });
}

/**
 * The one form of a Service's name, in all the ways that Kubernetes resolves it: `kafka`, `kafka.shop`, `kafka.shop.svc`
 * and `kafka.shop.svc.cluster.local`. Absent where a host cannot be a Service.
 *
 * @param namespace - the namespace of whoever uses the name
 */
export function serviceAddress(host: string, namespace: string, kubernetesCluster: string): string | undefined {
  const [service = '', named, svc, ...domain] = host.split('.');
  const isService =
    svc === undefined || (svc === 'svc' && (domain.length === 0 || domain.join('.') === 'cluster.local'));
  return isService ? `${service}.${named ?? namespace}.svc of ${kubernetesCluster}` : undefined;
}
