import type { KafkaClusterRecord, NodeSet } from '../../model/kafka-cluster';
import type { ListenerRecord } from '../../model/listener';
import type { OperatorObjects } from '../../model/release';
import type { StorageRecord } from '../../model/storage';
import { list, map, text } from '../../model/guarded';
import { bootstrapService, clusterCertificate } from '../operator-names';
import { deploymentPods, named, type MadeObject } from './made-object';

/** A node of a cluster. */
export interface KafkaNode {
  readonly id: number;
  /** What its pods are called, without the number. */
  readonly set: string;
  readonly isBroker: boolean;
  readonly storage: StorageRecord;
}

/**
 * What the operator makes of a Kafka cluster, the node pools aside: those give its nodes.
 * @see KafkaResources, ListenersUtils and KafkaCluster of Strimzi 0.18.0 to 1.2.0
 */
export function kafkaObjects(
  cluster: KafkaClusterRecord,
  nodes: readonly KafkaNode[],
  makes: OperatorObjects,
): readonly MadeObject[] {
  const { name } = cluster;
  return [
    ...nodes.flatMap((node) => nodeObjects(node, makes)),
    ...zookeeperObjects(name, cluster.zookeeper, makes),
    ...named('Service', `${name}-kafka-bootstrap`, `${name}-kafka-brokers`),
    ...cluster.listeners.flatMap((listener) => listenerObjects(name, listener, nodes)),
    ...named('Secret', `${name}-cluster-ca`, clusterCertificate(name).secret),
    ...named('Secret', `${name}-clients-ca`, `${name}-clients-ca-cert`, `${name}-cluster-operator-certs`),
    ...(makes.nodeSecrets ? [] : named('Secret', `${name}-kafka-brokers`)),
    ...(makes.trustBundle ? named('Secret', `${name}-trustbundle`) : []),
    ...(makes.kafkaPods === 'StatefulSet' ? named('ConfigMap', `${name}-kafka-config`) : []),
    ...entityOperatorObjects(cluster, makes),
    ...(cluster.cruiseControl ? cruiseControlObjects(name) : []),
    ...(cluster.kafkaExporter ? exporterObjects(name) : []),
  ];
}

function nodeObjects({ id, set, storage }: KafkaNode, makes: OperatorObjects): readonly MadeObject[] {
  const pod = `${set}-${id}`;
  return [
    ...named('Pod', pod),
    ...claims(pod, storage),
    ...(makes.nodeSecrets ? named('Secret', pod) : []),
    ...(makes.kafkaPods === 'StrimziPodSet' ? named('ConfigMap', pod) : []),
  ];
}

/** The claims of a pod: one, or one for each volume of a JBOD. */
function claims(pod: string, storage: StorageRecord): readonly MadeObject[] {
  const volumes = storage.type === 'jbod' ? storage.volumes : [storage];
  return volumes.flatMap((volume): readonly MadeObject[] => {
    if (volume.type !== 'persistent-claim') return [];
    const { size, storageClass } = volume;
    const name = 'id' in volume ? `data-${volume.id}-${pod}` : `data-${pod}`;
    return [{ kind: 'PersistentVolumeClaim', name, size, ...(storageClass !== undefined && { storageClass }) }];
  });
}

function zookeeperObjects(cluster: string, nodes: NodeSet | undefined, makes: OperatorObjects): readonly MadeObject[] {
  if (!nodes) return [];
  const set = `${cluster}-zookeeper`;
  const pods = Array.from({ length: nodes.replicas }, (_, id) => `${set}-${id}`);
  return [
    ...pods.flatMap((pod) => [...named('Pod', pod), ...claims(pod, nodes.storage)]),
    ...named('Service', `${set}-client`, `${set}-nodes`),
    ...(makes.nodeSecrets ? [] : named('Secret', `${set}-nodes`)),
    ...named('ConfigMap', `${set}-config`),
  ];
}

/** A listener that the operators have known since listeners had no names has shorter names for its objects. */
function isOld({ name, port }: ListenerRecord): boolean {
  return name === 'external' && port === 9094;
}

function listenerObjects(
  cluster: string,
  listener: ListenerRecord,
  nodes: readonly KafkaNode[],
): readonly MadeObject[] {
  const { type, name, configuration } = listener;
  if (type === 'internal') return [];
  const settings = map(configuration);
  const part = isOld(listener) ? '' : `-${name}`;
  const bootstrap = isOld(listener) ? `${cluster}-kafka-bootstrap` : `${cluster}-kafka-${name}-bootstrap`;
  const brokers = nodes.filter(({ isBroker }) => isBroker);
  const own = brokers.map(({ id, set }) => ({ id, name: `${set}${part}-${id}` }));
  const services = [
    ...(settings['createBootstrapService'] === false ? [] : [bootstrapService(cluster, listener)]),
    ...own.map((broker) => broker.name),
  ];
  const kind = type === 'route' || type === 'tlsroute' ? 'Route' : type === 'ingress' ? 'Ingress' : undefined;
  if (kind === undefined) return named('Service', ...services);
  const hosts = new Map(list(settings['brokers']).map((broker) => [map(broker)['broker'], text(map(broker)['host'])]));
  return [
    ...named('Service', ...services),
    withHost(kind, bootstrap, text(map(settings['bootstrap'])['host'])),
    ...own.map((broker) => withHost(kind, broker.name, hosts.get(broker.id))),
  ];
}

function withHost(kind: 'Route' | 'Ingress', name: string, host: string | undefined): MadeObject {
  return { kind, name, ...(host !== undefined && { host }) };
}

function entityOperatorObjects(
  { name, entityOperator, cruiseControl }: KafkaClusterRecord,
  makes: OperatorObjects,
): readonly MadeObject[] {
  const { topicOperator, userOperator } = entityOperator ?? {};
  if (!topicOperator && !userOperator) return [];
  const parts = [...(topicOperator ? ['topic'] : []), ...(userOperator ? ['user'] : [])];
  const secrets = makes.entitySecrets
    ? parts.map((part) => `${name}-entity-${part}-operator-certs`)
    : [`${name}-entity-operator-certs`];
  return [
    ...deploymentPods(`${name}-entity-operator`, 1),
    ...named('Secret', ...secrets),
    ...(topicOperator && cruiseControl && makes.rebalanceSecret
      ? named('Secret', `${name}-entity-topic-operator-cc-api`)
      : []),
    ...named('ConfigMap', ...parts.map((part) => `${name}-entity-${part}-operator-config`)),
  ];
}

function cruiseControlObjects(cluster: string): readonly MadeObject[] {
  const name = `${cluster}-cruise-control`;
  return [
    ...deploymentPods(name, 1),
    ...named('Service', name),
    ...named('Secret', `${name}-api`, `${name}-certs`),
    ...named('ConfigMap', `${name}-config`),
  ];
}

function exporterObjects(cluster: string): readonly MadeObject[] {
  const name = `${cluster}-kafka-exporter`;
  return [...deploymentPods(name, 1), ...named('Secret', `${name}-certs`)];
}
