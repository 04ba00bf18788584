import type { SiteTopology } from '../model/topology';

/** How many brokers each Kafka cluster of a site has, by name. */
export function brokersByCluster({ records }: SiteTopology): ReadonlyMap<string, number> {
  const brokers = new Map<string, number>();
  for (const { record } of records.kafkaCluster) if (record.brokers) brokers.set(record.name, record.brokers.replicas);
  for (const { record } of records.nodePool) {
    if (record.roles.includes('broker'))
      brokers.set(record.cluster, (brokers.get(record.cluster) ?? 0) + record.replicas);
  }
  return brokers;
}
