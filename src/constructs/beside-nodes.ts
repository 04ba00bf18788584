import type { KafkaClusterRecord } from '../model/kafka-cluster';
import type { WorkloadRecord } from '../model/workload';
import { cruiseControlRecord } from './cruise-control';
import { entityOperatorRecord } from './entity-operator';
import type { KafkaClusterProps } from './kafka-cluster-props';
import { exporterRecord } from './kafka-exporter';

/** What a Kafka cluster has beside its nodes, for its record. */
export function besideNodes(
  props: KafkaClusterProps,
  cruiseControlWorkload: WorkloadRecord,
): Partial<KafkaClusterRecord> {
  const { clusterCa, clientsCa, maintenanceTimeWindows, cruiseControl, kafkaExporter, placement, pods } = props;
  const entityOperator = entityOperatorRecord(props.entityOperator ?? {}, placement);
  return {
    maxUnavailable: pods?.maxUnavailable,
    clusterCa: clusterCa?.record,
    clientsCa: clientsCa?.record,
    maintenanceTimeWindows,
    ...(cruiseControl && { cruiseControl: cruiseControlRecord(cruiseControl, cruiseControlWorkload, placement) }),
    ...(kafkaExporter && { kafkaExporter: exporterRecord(kafkaExporter, placement) }),
    ...(entityOperator && { entityOperator }),
  };
}
