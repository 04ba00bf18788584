import type { NodeSet } from '../../model/kafka-cluster';
import { defined } from './codec';
import {
  readAffinity,
  readResources,
  writePodTemplate,
  writeResources,
  type WirePodTemplate,
  type WireResources,
} from './pods';
import { readStorage, writeStorage, type WireStorage } from './storage';

/** Like nodes: brokers, ZooKeeper nodes or a pool. */
export interface WireNodes {
  replicas?: number;
  storage?: WireStorage;
  resources?: WireResources;
  template?: { pod?: WirePodTemplate };
}

/** Spells nodes but for their number, which stands in different places. */
export function writeNodeBody({ storage, resources, placement }: NodeSet): Omit<WireNodes, 'replicas'> {
  return defined({
    storage: writeStorage(storage),
    resources: writeResources(resources),
    template: writePodTemplate(placement),
  });
}

/** Reads nodes. */
export function readNodes(wire: WireNodes): NodeSet {
  return defined({
    replicas: wire.replicas ?? 0,
    storage: readStorage(wire.storage),
    resources: readResources(wire.resources),
    ...placementOf(wire),
  });
}

/** Where pods of a template are placed. */
export function placementOf({ template }: Pick<WireNodes, 'template'>): Pick<NodeSet, 'placement'> {
  const placement = readAffinity(template?.pod?.affinity);
  return placement ? { placement } : {};
}
