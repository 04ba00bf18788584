import type { Json, JsonObject } from '../model/json';
import type { ListenerRecord } from '../model/listener';
import type { Placed, Topology } from '../model/topology';
import type { KafkaClusterRecord } from '../model/kafka-cluster';
import { listenerFields } from './listener-fields';
import { topologyRule, type Breach } from './rule';

/** Listeners whose hosts nobody chooses but the team. */
export const listenerHosts = topologyRule({
  id: 'listener-hosts',
  summary: 'An ingress or TLS route has a host to begin with, and one for each broker.',
  remedy: 'Give bootstrap.host, and hostTemplate or a host for each broker.',
  effect: 'refused',
  source: 'The operator refuses others with InvalidResource (Strimzi 0.18.0, 0.45.2, 1.2.0, ListenersValidator).',
  catalog: ['L-040', 'L-041', 'L-042', 'L-043', 'L-044', 'L-046', 'L-047', 'L-048', 'L-087', 'L-088', 'L-089'],
  across: (topology, report) => {
    for (const cluster of topology.all('kafkaCluster')) {
      for (const { field: at, listener } of listenerFields(cluster)) {
        if (listener.type !== 'ingress' && listener.type !== 'tlsroute') continue;
        for (const { field, ...breach } of hostBreaches(topology, cluster, listener)) {
          report(cluster, { ...breach, field: [...at, 'configuration', ...(field ?? [])] });
        }
      }
    }
  },
});

function hostBreaches(topology: Topology, cluster: Placed<KafkaClusterRecord>, listener: ListenerRecord): Breach[] {
  const { configuration = {}, name, type } = listener;
  const { bootstrap, hostTemplate } = configuration;
  const breaches: Breach[] = [];
  if (!hasHost(bootstrap)) {
    breaches.push({
      field: ['bootstrap', 'host'],
      allowed: 'a host name',
      message: `Listener "${name}" is of type ${type}, and has no host that clients begin at.`,
    });
  }
  const lacking = hostTemplate === undefined ? lackingText(topology, cluster, configuration) : undefined;
  if (lacking !== undefined) {
    breaches.push({
      field: ['brokers'],
      allowed: 'a host for each broker, or hostTemplate',
      message: `Listener "${name}" is of type ${type}, and has no host for ${lacking}.`,
    });
  }
  return breaches;
}

/** Which brokers have no host. The operator numbers those of node pools, so they are counted alone. */
function lackingText(
  topology: Topology,
  cluster: Placed<KafkaClusterRecord>,
  { brokers }: JsonObject,
): string | undefined {
  const given = (Array.isArray(brokers) ? brokers : []).filter(hasHost);
  const ids = new Set(given.map((broker: Json) => (broker as JsonObject)['broker']));
  const wanted = topology.brokersOf(cluster);
  if (ids.size === 0) return 'any broker';
  if (wanted === undefined) return undefined;
  if (cluster.record.nodePools) {
    return ids.size < wanted ? `${wanted - ids.size} of its ${wanted} brokers` : undefined;
  }
  const lacking = Array.from({ length: Math.min(wanted, 1000) }, (_, id) => id).filter((id) => !ids.has(id));
  return lacking.length === 0 ? undefined : `broker ${lacking.join(', ')}`;
}

function hasHost(value: Json | undefined): boolean {
  const { host } = (typeof value === 'object' && value !== null ? value : {}) as { readonly host?: Json };
  return typeof host === 'string' && host !== '';
}
