import type { NodeSet } from '../../model/kafka-cluster';
import { defined, sorted } from './codec';
import { POD_SHAPES, readAffinity, readResources, writePodTemplate, writeResources } from './pods';
import type { Fitting, Shape } from './shape';
import { readStorage, STORAGE_SHAPE, writeStorage } from './storage';

/** What readers take nodes for. */
export const NODES_SHAPE = {
  replicas: 'number',
  storage: STORAGE_SHAPE,
  resources: POD_SHAPES.resources,
  template: { pod: POD_SHAPES.pod, persistentVolumeClaim: { metadata: { annotations: { '*': 'text' } } } },
} as const satisfies Shape;

/** Like nodes: brokers, ZooKeeper nodes or a pool. */
export type WireNodes = Fitting<typeof NODES_SHAPE>;

/** Spells nodes but for their number, which stands in different places. */
export function writeNodeBody({
  storage,
  resources,
  placement,
  claimAnnotations,
}: NodeSet): Omit<WireNodes, 'replicas'> {
  const annotations = sorted(claimAnnotations);
  return defined({
    storage: writeStorage(storage),
    resources: writeResources(resources),
    template: annotations
      ? { ...writePodTemplate(placement), persistentVolumeClaim: { metadata: { annotations } } }
      : writePodTemplate(placement),
  });
}

/** Reads nodes. */
export function readNodes(wire: WireNodes): NodeSet {
  return defined({
    replicas: wire.replicas ?? 0,
    storage: readStorage(wire.storage),
    resources: readResources(wire.resources),
    ...placementOf(wire),
    claimAnnotations: claimAnnotationsOf(wire),
  });
}

function claimAnnotationsOf({ template }: WireNodes): Readonly<Record<string, string>> | undefined {
  const annotations = template?.persistentVolumeClaim?.metadata?.annotations ?? {};
  return Object.keys(annotations).length > 0 ? sorted(annotations) : undefined;
}

/** Where pods of a template are placed. */
export function placementOf({ template }: Pick<WireNodes, 'template'>): Pick<NodeSet, 'placement'> {
  const placement = readAffinity(template?.pod?.affinity);
  return placement ? { placement } : {};
}
