import type { NodeSet, ZookeeperNodes } from '../../model/kafka-cluster';
import { defined, present, sorted } from './codec';
import { CONTAINER_SHAPE, POD_WITH_VOLUMES, readContainer, withContainers } from './container';
import { readPod, TEMPLATE_SHAPE, writePod } from './pod-template';
import { POD_SHAPES, readResources, writeResources } from './pods';
import type { Fitting, Shape } from './shape';
import { readStorage, STORAGE_SHAPE, writeStorage } from './storage';

const NODES = {
  replicas: 'number',
  storage: STORAGE_SHAPE,
  resources: POD_SHAPES.resources,
} as const satisfies Shape;
const TEMPLATE = {
  pod: POD_WITH_VOLUMES,
  persistentVolumeClaim: { metadata: { annotations: { '*': 'text' } } },
} as const satisfies Shape;

/** What readers take nodes of Kafka for. */
export const NODES_SHAPE = {
  ...NODES,
  template: { ...TEMPLATE, kafkaContainer: CONTAINER_SHAPE },
} as const satisfies Shape;

/** What readers take nodes of ZooKeeper for. */
export const ZOOKEEPER_NODES_SHAPE = {
  ...NODES,
  template: {
    ...TEMPLATE,
    podDisruptionBudget: TEMPLATE_SHAPE.podDisruptionBudget,
    zookeeperContainer: CONTAINER_SHAPE,
  },
} as const satisfies Shape;

/** Like nodes: brokers or a pool. */
export type WireNodes = Fitting<typeof NODES_SHAPE>;

/** ZooKeeper nodes. */
type WireZookeeperNodes = Fitting<typeof ZOOKEEPER_NODES_SHAPE>;

/** Spells nodes of Kafka but for their number, which stands in different places. */
export function writeNodeBody(nodes: NodeSet): Omit<WireNodes, 'replicas'> {
  return writeBody(nodes, 'kafkaContainer');
}

/** Spells nodes of ZooKeeper. */
export function writeZookeeperNodes(nodes: ZookeeperNodes): WireZookeeperNodes {
  const { replicas, maxUnavailable } = nodes;
  const body = writeBody(nodes, 'zookeeperContainer');
  if (maxUnavailable === undefined) return { replicas, ...body };
  return { replicas, ...body, template: { ...body.template, podDisruptionBudget: { maxUnavailable } } };
}

/** Reads nodes of Kafka. */
export function readNodes(wire: WireNodes): NodeSet {
  return defined({ ...readBody(wire), ...readContainer(wire.template, 'kafkaContainer') });
}

/** Reads nodes of ZooKeeper. */
export function readZookeeperNodes(wire: WireZookeeperNodes): ZookeeperNodes {
  return defined({
    ...readBody(wire),
    ...readContainer(wire.template, 'zookeeperContainer'),
    maxUnavailable: wire.template?.podDisruptionBudget?.maxUnavailable,
  });
}

function writeBody(
  nodes: NodeSet,
  container: 'kafkaContainer' | 'zookeeperContainer',
): Omit<WireNodes & WireZookeeperNodes, 'replicas'> {
  const annotations = sorted(nodes.claimAnnotations);
  const template = present({
    pod: writePod(nodes),
    persistentVolumeClaim: annotations && { metadata: { annotations } },
  });
  return defined({
    storage: writeStorage(nodes.storage),
    resources: writeResources(nodes.resources),
    template: withContainers(template, { [container]: nodes }),
  });
}

function readBody(wire: Omit<WireNodes, 'template'> & { readonly template?: Fitting<typeof TEMPLATE> }): NodeSet {
  return defined({
    replicas: wire.replicas ?? 0,
    storage: readStorage(wire.storage),
    resources: readResources(wire.resources),
    ...readPod(wire.template?.pod),
    claimAnnotations: claimAnnotationsOf(wire.template),
  });
}

function claimAnnotationsOf(
  template: Fitting<typeof TEMPLATE> | undefined,
): Readonly<Record<string, string>> | undefined {
  const annotations = template?.persistentVolumeClaim?.metadata?.annotations ?? {};
  return Object.keys(annotations).length > 0 ? sorted(annotations) : undefined;
}
