import type { NodeSet } from '../../model/kafka-cluster';
import { defined, present, sorted } from './codec';
import { POD_TEMPLATE, readPod, writePod } from './pod-template';
import { POD_SHAPES, readResources, writeResources } from './pods';
import type { Fitting, Shape } from './shape';
import { readStorage, STORAGE_SHAPE, writeStorage } from './storage';

/** What readers take nodes for. */
export const NODES_SHAPE = {
  replicas: 'number',
  storage: STORAGE_SHAPE,
  resources: POD_SHAPES.resources,
  template: { pod: POD_TEMPLATE, persistentVolumeClaim: { metadata: { annotations: { '*': 'text' } } } },
} as const satisfies Shape;

/** Like nodes: brokers, ZooKeeper nodes or a pool. */
export type WireNodes = Fitting<typeof NODES_SHAPE>;

/** Spells nodes but for their number, which stands in different places. */
export function writeNodeBody(nodes: NodeSet): Omit<WireNodes, 'replicas'> {
  const annotations = sorted(nodes.claimAnnotations);
  return defined({
    storage: writeStorage(nodes.storage),
    resources: writeResources(nodes.resources),
    template: present({
      pod: writePod(nodes),
      persistentVolumeClaim: annotations && { metadata: { annotations } },
    }),
  });
}

/** Reads nodes. */
export function readNodes(wire: WireNodes): NodeSet {
  return defined({
    replicas: wire.replicas ?? 0,
    storage: readStorage(wire.storage),
    resources: readResources(wire.resources),
    ...readPod(wire.template?.pod),
    claimAnnotations: claimAnnotationsOf(wire),
  });
}

function claimAnnotationsOf({ template }: WireNodes): Readonly<Record<string, string>> | undefined {
  const annotations = template?.persistentVolumeClaim?.metadata?.annotations ?? {};
  return Object.keys(annotations).length > 0 ? sorted(annotations) : undefined;
}
