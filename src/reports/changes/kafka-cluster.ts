import type { Manifest } from '../../dialects/common/codec';
import type { KafkaClusterRecord, NodeSet, ZookeeperNodes } from '../../model/kafka-cluster';
import { compareMinors } from '../../model/minors';
import type { ChangeEffect } from '../change';
import { always, changed } from '../effects';
import type { Around, NounChanges } from '../scene';
import { POOL_OF_CLUSTER } from '../side';
import { authorizationEffects } from './authorization';
import { brokerConfigChange } from './broker-config';
import { quotasEffect, tieredStorageEffect } from './broker-bounds';
import { entityOperatorEffects } from './entity-operator';
import { clusterLosses } from './ephemeral';
import { listenerEffects } from './listeners';
import { annotationsEffects } from './metadata';
import { caChange } from './certificate-authority';
import { cruiseControlEffects } from './cruise-control';
import { KEPT_OF_KAFKA } from './kafka-cluster-kept';
import { programChanges, programEffects } from './node-program';
import { LABELLED_NODES, nodePods, nodeSetEffects, nodeWorkload } from './nodes';
import { leftOf } from './storage';
import { REORDERED, volumesOrder } from './order';
import { workloadEffects } from './workload';
import { objectsEffects } from './made-objects';

/** Nodes of pools have the labels of their pool. */
const LABELLED_HELPERS = {
  class: 'restarts-pods',
  message:
    'What runs beside the nodes has the label too: entity operator, Cruise Control and exporter restart, where they are.',
} as const;

/** Kafka. */
export const kafkaClusterChanges: NounChanges<KafkaClusterRecord> = {
  added: ({ name }) => [{ class: 'safe', message: `The operator makes the Kafka cluster "${name}".` }],
  removed: (cluster, { before }) => {
    const nodes = before.nodesOf(cluster);
    const left = nodes.map(({ storage }) => leftOf(storage));
    const worst = left.find(({ isGone }) => isGone) ?? left[0];
    return [
      {
        class: worst?.isGone === true ? 'destroys-data' : 'may-lose-data',
        message: `The operator deletes the Kafka cluster "${cluster.name}" and its nodes: ${worst?.message ?? 'what becomes of their data is said in node pools that are not seen'}.`,
        remedy: 'Move clients and data to another cluster first.',
      },
    ];
  },
  fields: {
    mode: (was, is) => [modeEffect(was, is)],
    nodePools: () => [],
    version: (was, is) => [versionEffect(was, is)],
    metadataVersion: (was, is, { was: { version } }) => [metadataVersionEffect(was, is, version)],
    listeners: (was, is) => listenerEffects(was, is),
    authorization: (was, is) => authorizationEffects(was, is),
    config: brokerConfigChange,
    rack: always(
      'spec.kafka.rack',
      'restarts-pods',
      'Brokers restart one by one. New replicas are spread by it; old ones stay.',
    ),
    quotas: (was, is) => [quotasEffect(was, is)],
    tieredStorage: (was, is) => [tieredStorageEffect(was, is)],
    ...nodeWorkload('spec.kafka'),
    ...programChanges('spec.kafka'),
    maxUnavailable: nodePods('spec.kafka').maxUnavailable,
    brokers: (was, is, around) => brokersEffects(was, is, around),
    zookeeper: zookeeperEffects,
    clusterCa: caChange('spec.clusterCa'),
    clientsCa: caChange('spec.clientsCa'),
    maintenanceTimeWindows: always('spec.maintenanceTimeWindows', 'safe', 'It says when certificates are renewed.'),
    cruiseControl: cruiseControlEffects,
    kafkaExporter: always('spec.kafkaExporter', 'restarts-pods', 'The exporter restarts.'),
    entityOperator: (was, is, around) => entityOperatorEffects(was, is, around.is.namespace),
    certificateAnnotations: (was, is) => annotationsEffects(was, is, CERTIFICATE_ANNOTATIONS),
    objects: (was, is) => objectsEffects(was, is, 'spec.kafka.template'),
  },
  manifests: modeMarkEffects,
  labels: ({ brokers, zookeeper }) => ((brokers ?? zookeeper) ? LABELLED_NODES : LABELLED_HELPERS),
  besides: (told, around, manifests) => {
    const orders = ['spec.kafka', 'spec.zookeeper'].flatMap((at) => volumesOrder(manifests, at, REORDERED));
    return [...orders, ...clusterLosses([...told, ...orders], around)];
  },
  kept: KEPT_OF_KAFKA,
};

const CERTIFICATE_ANNOTATIONS = ['spec', 'kafka', 'template', 'clusterCaCert', 'metadata', 'annotations'];

function modeEffect(was: string, is: string): ChangeEffect {
  const field = changed('metadata.annotations["strimzi.io/kraft"]', was, is);
  if (is === 'zookeeper') {
    return {
      class: 'manual-step',
      ...field,
      message: 'The operator refuses it: there is no way from KRaft back to ZooKeeper once a migration is done.',
    };
  }
  return {
    class: 'manual-step',
    ...field,
    message:
      'A cluster with ZooKeeper becomes one of KRaft in steps, with a release from 0.40 to 0.45; at once it is refused.',
    remedy:
      'Add a pool of controllers, set strimzi.io/kraft to migration, wait for KRaftPostMigration, then set it to enabled.',
  };
}

/** Where the last of them are gone, the mode of the cluster tells it, if that changes with them. */
function zookeeperEffects(
  was: ZookeeperNodes | undefined,
  is: ZookeeperNodes | undefined,
  { was: old, is: now }: Around<KafkaClusterRecord>,
): readonly ChangeEffect[] {
  if (was && is) {
    return [
      ...nodeSetEffects(was, is, 'spec.zookeeper', []),
      ...workloadEffects(was, is, nodeWorkload('spec.zookeeper')),
      ...programEffects(was, is, 'spec.zookeeper'),
      ...(was.maxUnavailable === is.maxUnavailable
        ? []
        : nodePods('spec.zookeeper').maxUnavailable(was.maxUnavailable, is.maxUnavailable)),
    ];
  }
  if (!was || old.mode !== now.mode) return [];
  return [
    {
      class: 'manual-step',
      field: 'spec.zookeeper',
      message: 'The operator refuses the cluster: nobody keeps its metadata. Nodes run on as they are.',
      remedy: 'Keep them until the cluster has migrated to KRaft.',
    },
  ];
}

/** Annotations without which releases before 0.46 take a cluster for one with ZooKeeper, or without node pools. */
const MODE_MARKS = ['strimzi.io/kraft', 'strimzi.io/node-pools'];

function modeMarkEffects(
  was: Manifest,
  is: Manifest,
  { was: old, is: now }: Around<KafkaClusterRecord>,
): ChangeEffect[] {
  if (old.mode !== 'kraft' || now.mode !== 'kraft' || was.apiVersion !== is.apiVersion) return [];
  return MODE_MARKS.flatMap((name): readonly ChangeEffect[] => {
    const [before, after] = [was, is].map(({ metadata }) => metadata.annotations?.[name]);
    if (before !== 'enabled' || after === 'enabled') return [];
    return [
      {
        class: 'manual-step',
        ...changed(`metadata.annotations["${name}"]`, before, after),
        message: 'Releases before 0.46 refuse the cluster without it, and leave it as it is.',
        remedy: 'Keep it until the operator is one of 0.46 or later.',
      },
    ];
  });
}

function versionEffect(was: string | undefined, is: string | undefined): ChangeEffect {
  const field = changed('spec.kafka.version', was, is);
  if (was !== undefined && is !== undefined && compareVersions(is, was) < 0) {
    return {
      class: 'manual-step',
      ...field,
      message:
        'The operator goes back only where the metadata, or the protocol and format, are no newer than that version knows.',
      remedy:
        'See metadataVersion, or inter.broker.protocol.version and log.message.format.version, of the running cluster.',
    };
  }
  return { class: 'restarts-pods', ...field, message: 'Nodes restart one by one with the other version of Kafka.' };
}

/** By all parts of a version, that of metadata (`4.1-IV1`) included: a patch is taken back like a minor. */
function compareVersions(one: string, other: string): number {
  const [before, after] = [one, other].map((version) => version.replace('-IV', '.')) as [string, string];
  const patch = (version: string): number => Number(version.split('.')[2] ?? 0);
  return compareMinors(before, after) || patch(before) - patch(after);
}

/** @param version - of Kafka before, whose metadata the cluster has where nothing was said */
function metadataVersionEffect(was: string | undefined, is: string | undefined, version?: string): ChangeEffect {
  const field = changed('spec.kafka.metadataVersion', was, is);
  if (is !== undefined && isEarlier(is, was, version)) {
    return {
      class: 'manual-step',
      ...field,
      message: 'Kafka refuses it where metadata would be lost; then the cluster keeps the version that it has.',
      remedy: 'See the conditions of the object afterwards.',
    };
  }
  return { class: 'safe', ...field, message: 'Controllers take it up while they run. There is no way back after it.' };
}

function isEarlier(is: string, was: string | undefined, version: string | undefined): boolean {
  if (was !== undefined) return compareVersions(is, was) < 0;
  return version !== undefined && compareMinors(is.replace(/-IV\d+$/, ''), version) < 0;
}

/** Brokers that the object described may have moved to the node pool that takes them over, and back. */
function brokersEffects(
  was: NodeSet | undefined,
  is: NodeSet | undefined,
  { is: cluster, was: old, before, after }: Around<KafkaClusterRecord>,
): readonly ChangeEffect[] {
  const all = (nodes: ReturnType<typeof before.nodesOf>): NodeSet | undefined =>
    nodes.find(({ pool }) => pool === POOL_OF_CLUSTER);
  const [one, other] = [was ?? all(before.nodesOf(old)), is ?? all(after.nodesOf(cluster))];
  if (one && other) return nodeSetEffects(one, other, 'spec.kafka', ['broker']);
  if (!one) return other && old.nodePools && cluster.mode === 'zookeeper' ? poolsEffects(before.nodesOf(old)) : [];
  const { isGone, message } = leftOf(one.storage);
  return [
    {
      class: isGone ? 'destroys-data' : 'may-lose-data',
      field: 'spec.kafka.replicas',
      message: `The brokers are described nowhere any more: ${message}.`,
      remedy: `Describe them in a node pool with the name ${POOL_OF_CLUSTER} and the role broker, which takes them over.`,
    },
  ];
}

/** Pools that the operator looks at no more, since the object describes brokers itself. */
function poolsEffects(pools: readonly NodeSet[]): readonly ChangeEffect[] {
  const left = pools.map(({ storage }) => leftOf(storage));
  const worst = left.find(({ isGone }) => isGone) ?? left[0];
  return [
    {
      class: worst?.isGone === true ? 'destroys-data' : 'may-lose-data',
      field: 'spec.kafka.replicas',
      message: `The operator makes brokers by this object, and looks at no node pool: ${worst?.message ?? 'what becomes of their data is said in pools that are not seen'}.`,
      remedy: 'Keep strimzi.io/node-pools, or move the partitions first.',
    },
  ];
}
