import type { Manifest } from '../../dialects/common/codec';
import type { KafkaClusterRecord } from '../../model/kafka-cluster';
import type { NodePoolRecord, NodeRole } from '../../model/node-pool';
import type { StorageRecord } from '../../model/storage';
import type { ChangeEffect } from '../change';
import { weightOf } from '../change-class';
import type { Around } from '../scene';
import type { Nodes, Side } from '../side';
import { copiesOf } from './topic-settings';

/**
 * What becomes of the data of nodes of a cluster that restart, where it goes with their pods.
 * @see VolumeUtils of Strimzi 0.18.0 to 1.2.0: ephemeral storage is an `emptyDir`, and KafkaRoller deletes pods to restart them
 */
export function clusterLosses(
  effects: readonly ChangeEffect[],
  { was, before }: Around<KafkaClusterRecord>,
): readonly ChangeEffect[] {
  const { zookeeper, nodePools } = was;
  // Nodes of pools have the labels of their pool.
  const heard = nodePools ? effects.filter(({ field }) => field?.startsWith('metadata.') !== true) : effects;
  const isLone = zookeeper?.replicas === 1 && isEphemeral(zookeeper.storage);
  return [
    ...(heard.some(restartsKafka) ? losses(before.nodesOf(was), was, before) : []),
    ...(isLone && heard.some(restartsZookeeper) ? [FORGOTTEN] : []),
  ];
}

/** The same of nodes of a pool. */
export function poolLosses(
  effects: readonly ChangeEffect[],
  { was, before }: Around<NodePoolRecord>,
): readonly ChangeEffect[] {
  const cluster = before.cluster(was.namespace, was.cluster);
  const restarts = effects.some((effect) => effect.class === 'restarts-pods');
  return restarts && cluster ? losses([{ ...was, pool: was.name }], cluster, before) : [];
}

/** The same of nodes that restart since a ConfigMap or a Secret is another one: rules of metrics, or a certificate authority. */
export function contentLosses(
  effects: readonly ChangeEffect[],
  content: Manifest,
  side: Side,
): readonly ChangeEffect[] {
  if (!effects.some((effect) => effect.class === 'restarts-pods')) return [];
  const readers = side.kafkas().filter((cluster) => isReadBy(cluster, content));
  return readers.flatMap((cluster) => losses(side.nodesOf(cluster), cluster, side));
}

function isReadBy({ name, namespace, metrics }: KafkaClusterRecord, { kind, metadata }: Manifest): boolean {
  if (namespace !== metadata.namespace) return false;
  return kind === 'Secret'
    ? CAS.some((ca) => metadata.name === `${name}-${ca}`)
    : metrics?.type === 'jmxPrometheusExporter' && metrics.configMap === metadata.name;
}

const CAS = ['cluster-ca', 'cluster-ca-cert', 'clients-ca', 'clients-ca-cert'];

function losses(restarted: readonly Nodes[], cluster: KafkaClusterRecord, side: Side): readonly ChangeEffect[] {
  const all = side.nodesOf(cluster);
  const emptied = (role: NodeRole): boolean =>
    restarted.some(({ roles, storage }) => roles.includes(role) && isEphemeral(storage));
  const isForgotten = emptied('controller') && countOf(all, 'controller') === 1;
  return [
    ...(isForgotten ? [FORGOTTEN] : []),
    ...(!emptied('broker') ? [] : countOf(all, 'broker') === 1 ? [LONE] : hasLoneCopies(cluster, side) ? [FEW] : []),
  ];
}

function isEphemeral(storage: StorageRecord): boolean {
  const volumes = storage.type === 'jbod' ? storage.volumes : [storage];
  return volumes.some(({ type }) => type === 'ephemeral');
}

function countOf(nodes: readonly Nodes[], role: NodeRole): number {
  return nodes.filter(({ roles }) => roles.includes(role)).reduce((count, { replicas }) => count + replicas, 0);
}

/** Whether a topic has one copy; those that do not say how many have what brokers say. */
function hasLoneCopies(cluster: KafkaClusterRecord, side: Side): boolean {
  const usual = copiesOf(cluster.config);
  const topics = side.topicsOf(cluster);
  return topics.length === 0 ? usual < 2 : topics.some(({ replicas = usual }) => replicas < 2);
}

function restartsKafka({ class: changeClass, field = '', before, after }: ChangeEffect): boolean {
  if (field === 'spec.cruiseControl') return before === undefined || after === undefined;
  if (changeClass === 'restarts-pods') return /^(spec\.kafka|metadata\.labels)\b/.test(field);
  return weightOf(changeClass) > weightOf('restarts-pods') && RESTARTING.test(field) && !CALLERS.test(field);
}

function restartsZookeeper({ class: changeClass, field = '' }: ChangeEffect): boolean {
  return changeClass === 'restarts-pods' && /^(spec\.zookeeper|metadata\.labels)\b/.test(field);
}

/** Fields of which more is told than that brokers restart. */
const RESTARTING = /^spec\.kafka\.(jmxOptions|listeners|tieredStorage)\b/;
/** Of these brokers never hear. */
const CALLERS = /\.(networkPolicyPeers|loadBalancerSourceRanges)$/;

const REMEDY = 'Copy what is needed first, or have a cluster with claims.';
const LONE: ChangeEffect = {
  class: 'may-lose-data',
  message: 'The only broker has ephemeral storage: its records are gone once it restarts.',
  remedy: REMEDY,
};
const FEW: ChangeEffect = {
  class: 'may-lose-data',
  message:
    'What brokers have in ephemeral storage is gone once they restart: records of which there is no copy on another broker are lost.',
  remedy: 'Give topics more replicas first.',
};
const FORGOTTEN: ChangeEffect = {
  class: 'may-lose-data',
  message: 'Who alone keeps the metadata has ephemeral storage: once it restarts, Kafka knows no topic and no right.',
  remedy: REMEDY,
};
