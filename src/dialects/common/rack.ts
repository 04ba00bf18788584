import type { RackRecord } from '../../model/kafka-cluster';

/** Reads a rack that is told by a node label; another one is kept by the codec. */
export function readRack(wire: Partial<RackRecord> | undefined): RackRecord | undefined {
  return wire?.topologyKey === undefined ? undefined : { topologyKey: wire.topologyKey };
}
