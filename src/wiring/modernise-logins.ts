import type { Described } from '../dialects/read';
import type { ContainerRecord } from '../model/container';
import type { KafkaClusterRecord } from '../model/kafka-cluster';
import type { NodePoolRecord } from '../model/node-pool';
import type { Release } from '../model/release';
import { saysMore } from '../model/resource';
import { toldBrokers, withToldLogin, withToldLogins } from './told-logins';

/**
 * Objects that log in by OAuth, or let clients in by it, as an operator is told that configures none of it by itself. What
 * nodes need for it goes to their pools; where these are not among the objects, or the Kafka has a template that one of
 * theirs would stand in place of, the Kafka stays as it is, and what is lost of it is told.
 */
export function withLoginsTold(all: readonly Described[], release: Release): readonly Described[] {
  if (release.logins === 'oauth') return all;
  const needed = new Map<string, Needed>();
  const pools = new Set(all.flatMap((each) => (each.noun === 'nodePool' ? [ownerOf(each.record)] : [])));
  const told = all.map((each): Described => {
    switch (each.noun) {
      case 'kafkaCluster': {
        const owner = ownerOf({ ...each.record, cluster: each.record.name });
        const cluster = toldCluster(each.record, release);
        if (!cluster) return each;
        if (hasNeeds(cluster.nodes) && !(pools.has(owner) && isFree(each.record))) return each;
        needed.set(owner, cluster.nodes);
        return { ...each, record: cluster.record };
      }
      case 'connect':
        return { ...each, record: withToldLogin(each.record, release) };
      case 'bridge':
        return { ...each, record: withToldLogin(each.record, release) };
      case 'mirrorMaker2':
        return { ...each, record: withToldLogins(each.record, release) };
      default:
        return each;
    }
  });
  return told.map((each) =>
    each.noun === 'nodePool' ? { ...each, record: withNeeded(each.record, needed.get(ownerOf(each.record))) } : each,
  );
}

type Needed = Pick<ContainerRecord, 'env' | 'volumes'>;

function toldCluster(
  record: KafkaClusterRecord,
  release: Release,
): { readonly record: KafkaClusterRecord; readonly nodes: Needed } | undefined {
  const { name, listeners, authorization } = record;
  const entrance = { name, listeners, ...(authorization && { authorization }) };
  const { config, nodes = {}, ...told } = toldBrokers(entrance, release);
  return config && { record: { ...record, ...told, config: { ...config, ...record.config } }, nodes };
}

function hasNeeds({ env, volumes }: Needed): boolean {
  return env !== undefined || volumes !== undefined;
}

/** Whether a template of pools stands in place of none of the Kafka, which its record has no word for. */
function isFree(cluster: KafkaClusterRecord): boolean {
  return !saysMore(cluster, ['spec', 'kafka', 'template']);
}

function withNeeded(pool: NodePoolRecord, { env = [], volumes = [] }: Needed = {}): NodePoolRecord {
  return {
    ...pool,
    ...(env.length > 0 && { env: [...(pool.env ?? []), ...env] }),
    ...(volumes.length > 0 && { volumes: [...(pool.volumes ?? []), ...volumes] }),
  };
}

function ownerOf({ cluster, namespace = '' }: Pick<NodePoolRecord, 'cluster' | 'namespace'>): string {
  return `${namespace}/${cluster}`;
}
