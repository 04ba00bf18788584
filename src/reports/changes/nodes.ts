import { equal } from '../../dialects/common/values';
import { fieldPath, type FieldPath } from '../../model/field';
import type { NodeSet } from '../../model/kafka-cluster';
import type { NodePoolRecord, NodeRole } from '../../model/node-pool';
import type { ChangeEffect } from '../change';
import { always, changed } from '../effects';
import type { KeptRow } from '../kept';
import type { NounChanges } from '../scene';
import { POOL_OF_CLUSTER } from '../side';
import { poolLosses } from './ephemeral';
import { annotationsEffects } from './metadata';
import { REORDERED, volumesOrder } from './order';
import { leftOf, storageEffects } from './storage';
import { containerChanges, podsChanges, workloadChanges } from './workload';

/** Fields of nodes that the model does not know, wherever nodes stand. */
export function keptOfNodes(at: string): readonly KeptRow[] {
  return [
    { at: `${at}.template.podSet`, class: 'safe', message: 'It is about the object that holds the pods.' },
    {
      at: `${at}.template.persistentVolumeClaim`,
      class: 'safe',
      message: 'It is about labels and annotations of claims.',
    },
    ...['storage', 'storage.volumes'].map((storage): KeptRow => ({
      at: `${at}.${storage}.volumeAttributesClass`,
      class: 'safe',
      message: 'It is how fast a volume is; where its driver can, it is changed while the volume is in use.',
    })),
    {
      at: `${at}.storage`,
      class: 'manual-step',
      message:
        'The operator takes few changes of storage; what it does not take it ignores, and says so in a condition.',
      remedy: 'See the conditions of the object afterwards.',
    },
    { at, class: 'restarts-pods', message: 'The nodes restart one by one.' },
  ];
}

/** What comes of what is said otherwise of the programs of nodes. */
export const nodeWorkload = (at: string): ReturnType<typeof workloadChanges> =>
  workloadChanges(at, { class: 'restarts-pods', message: 'The nodes restart one by one.' });

/** What comes of what is said otherwise of the pods of nodes. */
export const nodePods = (at: string): ReturnType<typeof podsChanges> =>
  podsChanges(at, { class: 'restarts-pods', message: 'The nodes restart one by one.' });

/** What comes of other variables and files of the program of nodes. */
const nodeContainer = (at: string): ReturnType<typeof containerChanges> =>
  containerChanges(at, { class: 'restarts-pods', message: 'The nodes restart one by one.' });

const RESIZED = 'The nodes restart one by one, with other CPU and memory.';
const PLACED =
  'The nodes restart one by one on other Kubernetes nodes; a volume that is bound to a zone holds its node there.';

/** What comes of other labels of an object that nodes are made from. */
export const LABELLED_NODES = {
  class: 'restarts-pods',
  message: 'The nodes have the label too: they restart one by one.',
} as const;

/**
 * KafkaNodePool.
 * @see KafkaPool and KafkaClusterCreator of Strimzi 0.36.0 to 1.2.0
 */
export const nodePoolChanges: NounChanges<NodePoolRecord> = {
  added: (pool, { before }) => {
    const cluster = before.cluster(pool.namespace, pool.cluster);
    if (cluster?.brokers && pool.name === POOL_OF_CLUSTER) {
      return [{ class: 'safe', message: `The pool takes over the brokers of ${pool.cluster}, with their data.` }];
    }
    if (cluster && pool.roles.includes('controller')) {
      return [
        {
          class: 'manual-step',
          message: `Controllers are added to ${pool.cluster}, which exists: not every Kafka and every operator can do that.`,
          remedy: 'See what the release says of scaling controllers.',
        },
      ];
    }
    return [{ class: 'safe', message: 'Nodes are added; brokers hold no partitions until some are moved to them.' }];
  },
  removed: (pool) => {
    if (pool.replicas === 0) return [{ class: 'no-effect', message: NO_NODES }];
    const { isGone, message } = leftOf(pool.storage);
    return [
      {
        class: isGone ? 'destroys-data' : 'may-lose-data',
        message: `The nodes of the pool (${rolesText(pool.roles)}) are stopped at once: ${message}.`,
        remedy: 'Move the partitions to other brokers first.',
      },
    ];
  },
  fields: {
    cluster: (was, is) => [clusterEffect(was, is)],
    roles: (was, is) => rolesEffects(was, is),
    replicas: (was, is, { is: { roles } }) => [replicasEffect(was, is, roles, 'spec.replicas')],
    storage: (was, is) => storageEffects(was, is, 'spec.storage'),
    resources: always('spec.resources', 'restarts-pods', RESIZED),
    placement: always('spec.template.pod.affinity', 'restarts-pods', PLACED),
    jvm: nodeWorkload('spec').jvm,
    pods: nodePods('spec').pods,
    ...nodeContainer('spec.template.kafkaContainer'),
    claimAnnotations: (was, is) => annotationsEffects(was, is, claimAnnotationsAt('spec')),
  },
  labels: () => LABELLED_NODES,
  unheeded: ({ was, is }) => (was.replicas === 0 && is.replicas === 0 ? NO_NODES : undefined),
  besides: (told, around, manifests) => {
    const orders = volumesOrder(manifests, 'spec', REORDERED);
    return [...orders, ...poolLosses([...told, ...orders], around)];
  },
  kept: [...keptOfNodes('spec'), { at: '', class: 'no-effect', message: 'It is about the object alone.' }],
};

const NO_NODES = 'The pool has no nodes.';

function clusterEffect(was: string, is: string): ChangeEffect {
  const field = changed('metadata.labels["strimzi.io/cluster"]', was || undefined, is || undefined);
  if (was === '') return { class: 'safe', ...field, message: `The nodes of the pool are made for ${is}.` };
  return {
    class: 'may-lose-data',
    ...field,
    message:
      is === ''
        ? `The nodes are taken from ${was}, and are of no cluster any more.`
        : `The nodes are taken from ${was}; what they hold is of no use to ${is}.`,
    remedy: 'Add a pool of another name, and move the partitions off this one first.',
  };
}

/** What comes of other brokers or ZooKeeper nodes that a Kafka object describes itself. */
export function nodeSetEffects(was: NodeSet, is: NodeSet, field: string, roles: readonly NodeRole[]): ChangeEffect[] {
  const { resources, placement } = was;
  return [
    ...(was.replicas === is.replicas ? [] : [replicasEffect(was.replicas, is.replicas, roles, `${field}.replicas`)]),
    ...storageEffects(was.storage, is.storage, `${field}.storage`),
    ...(equal(resources, is.resources)
      ? []
      : always(`${field}.resources`, 'restarts-pods', RESIZED)(resources, is.resources)),
    ...(equal(placement, is.placement)
      ? []
      : always(`${field}.template.pod.affinity`, 'restarts-pods', PLACED)(placement, is.placement)),
    ...(equal(was.pods, is.pods) ? [] : nodePods(field).pods(was.pods, is.pods)),
    ...containerEffects(was, is, field),
    ...annotationsEffects(was.claimAnnotations, is.claimAnnotations, claimAnnotationsAt(field)),
  ];
}

function containerEffects(was: NodeSet, is: NodeSet, field: string): readonly ChangeEffect[] {
  const name = field === 'spec.zookeeper' ? 'zookeeperContainer' : 'kafkaContainer';
  const { env, volumes } = nodeContainer(`${field}.template.${name}`);
  return [
    ...(equal(was.env, is.env) ? [] : env(was.env, is.env)),
    ...(equal(was.volumes, is.volumes) ? [] : volumes(was.volumes, is.volumes)),
  ];
}

function claimAnnotationsAt(field: string): FieldPath {
  return [...fieldPath(field), 'template', 'persistentVolumeClaim', 'metadata', 'annotations'];
}

function replicasEffect(was: number, is: number, roles: readonly NodeRole[], field: string): ChangeEffect {
  const at = changed(field, was, is);
  if (roles.includes('controller')) {
    return {
      class: 'manual-step',
      ...at,
      message: 'The quorum of controllers changes, which not every Kafka and every operator can do while it runs.',
      remedy: 'See what the release says of scaling controllers.',
    };
  }
  if (is > was) {
    const message = roles.includes('broker')
      ? 'Brokers are added; they hold no partitions until some are moved to them.'
      : 'Nodes are added; the others restart one by one.';
    return { class: roles.includes('broker') ? 'safe' : 'restarts-pods', ...at, message };
  }
  if (!roles.includes('broker')) {
    return { class: 'restarts-pods', ...at, message: 'Nodes are taken away; the others restart one by one.' };
  }
  return {
    class: 'may-lose-data',
    ...at,
    message:
      'Brokers are stopped. From 0.38 on the operator refuses it while they hold partitions; before, nobody looks.',
    remedy: 'Move the partitions off the last brokers first, with a KafkaRebalance of mode remove-brokers.',
  };
}

function rolesEffects(was: readonly NodeRole[], is: readonly NodeRole[]): ChangeEffect[] {
  const at = changed('spec.roles', was, is);
  const gone = was.filter((role) => !is.includes(role));
  const added = is.filter((role) => !was.includes(role));
  if (gone.includes('broker')) {
    return [
      {
        class: 'manual-step',
        ...at,
        message: 'The operator refuses it while the nodes hold partitions.',
        remedy: 'Move the partitions to other brokers first.',
      },
    ];
  }
  if (gone.includes('controller') || added.includes('controller')) {
    return [
      {
        class: 'manual-step',
        ...at,
        message: 'The quorum of controllers changes, which not every Kafka and every operator can do while it runs.',
        remedy: 'See what the release says of scaling controllers.',
      },
    ];
  }
  return added.length === 0 ? [] : [{ class: 'restarts-pods', ...at, message: 'The nodes restart one by one.' }];
}

function rolesText(roles: readonly NodeRole[]): string {
  return roles.length === 0 ? 'without a role' : [...roles].sort().join(' and ');
}
