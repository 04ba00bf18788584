import { defined } from '../dialects/common/codec';
import type { KafkaClusterRecord, ZookeeperNodes } from '../model/kafka-cluster';
import type { WorkloadRecord } from '../model/workload';
import { cruiseControlRecord } from './cruise-control';
import { entityOperatorRecord } from './entity-operator';
import type { KafkaClusterProps, ZookeeperProps } from './kafka-cluster-props';
import { exporterRecord } from './kafka-exporter';
import { sidecarRecord } from './tls-sidecar';

/** What a Kafka cluster has beside its nodes, for its record. */
export function besideNodes(
  props: KafkaClusterProps,
  cruiseControlWorkload: WorkloadRecord,
): Partial<KafkaClusterRecord> {
  const { clusterCa, clientsCa, maintenanceTimeWindows, cruiseControl, kafkaExporter, placement, pods } = props;
  const entityOperator = entityOperatorRecord(props.entityOperator ?? {}, placement);
  return {
    ...programOfNodes(props),
    metadataVersion: props.metadataVersion,
    maxUnavailable: pods?.maxUnavailable,
    clusterCa: clusterCa?.record,
    clientsCa: clientsCa?.record,
    maintenanceTimeWindows,
    ...(cruiseControl && { cruiseControl: cruiseControlRecord(cruiseControl, cruiseControlWorkload, placement) }),
    ...(kafkaExporter && { kafkaExporter: exporterRecord(kafkaExporter, placement) }),
    ...(entityOperator && { entityOperator }),
  };
}

/** What is said of ZooKeeper's program and of all of its pods together, besides what all programs have, for a record. */
export function programOfZookeeper(props: Partial<ZookeeperProps> = {}): Partial<ZookeeperNodes> {
  return { ...programOfNodes(props), maxUnavailable: props.pods?.maxUnavailable };
}

/** What is said of the program of nodes besides what all programs have, for a record. */
function programOfNodes({
  image,
  jmx,
  tlsSidecar,
}: Pick<ZookeeperProps, 'image' | 'jmx' | 'tlsSidecar'>): Pick<ZookeeperNodes, 'image' | 'jmx' | 'tlsSidecar'> {
  return defined({ image, jmx, tlsSidecar: tlsSidecar && sidecarRecord(tlsSidecar) });
}
