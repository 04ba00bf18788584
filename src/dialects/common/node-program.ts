import type { KafkaClusterRecord, ZookeeperNodes } from '../../model/kafka-cluster';
import type { WorkloadRecord } from '../../model/workload';
import { defined } from './codec';
import { JMX_SHAPE, readJmx, writeJmx } from './jmx';
import type { Fitting, Shape } from './shape';
import { readSidecar, SIDECAR_SHAPE, writeSidecar } from './tls-sidecar';
import { readWorkload, WORKLOAD_SHAPE, writeWorkload, type WorkloadForm } from './workload';

/** What readers take the program of brokers, or of ZooKeeper nodes, for. */
export const NODE_PROGRAM_SHAPE = {
  ...WORKLOAD_SHAPE,
  ...JMX_SHAPE,
  image: 'text',
  tlsSidecar: SIDECAR_SHAPE,
} as const satisfies Shape;

type WireProgram = Fitting<typeof NODE_PROGRAM_SHAPE>;

/** Spells the program of nodes, but for its image. */
export function writeProgram(nodes: KafkaClusterRecord | ZookeeperNodes, workload: WorkloadForm): WireProgram {
  return {
    ...writeWorkload(nodes, workload),
    ...writeJmx(nodes),
    ...defined({ tlsSidecar: writeSidecar(nodes.tlsSidecar) }),
  };
}

/** Reads the program of nodes. */
export function readProgram(
  wire: WireProgram,
  workload: WorkloadForm,
): WorkloadRecord & Pick<ZookeeperNodes, 'image' | 'jmx' | 'tlsSidecar'> {
  return defined({
    image: wire.image,
    ...readWorkload(wire, workload),
    ...readJmx(wire),
    tlsSidecar: readSidecar(wire.tlsSidecar),
  });
}
