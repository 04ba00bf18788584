import type { KafkaExporterRecord } from '../model/kafka-exporter';
import type { Resources } from '../model/resource';
import { defined } from '../dialects/common/codec';
import { containerRecord, type ContainerProps } from './container';
import type { Placement } from './placement';
import { podsRecord, type PodOptions } from './pods';
import type { WorkloadProbes } from './workload';

/** An exporter of metrics of topics and consumer groups: how many records a group is behind. */
export interface KafkaExporterProps extends ContainerProps {
  /**
   * Topics, as a regular expression.
   * @default - all
   */
  readonly topicRegex?: string;
  /**
   * Topics that are left out, as a regular expression (from Strimzi 0.36 on).
   * @default - none
   */
  readonly topicExcludeRegex?: string;
  /**
   * Consumer groups, as a regular expression.
   * @default - all
   */
  readonly groupRegex?: string;
  /**
   * Consumer groups that are left out, as a regular expression (from Strimzi 0.36 on).
   * @default - none
   */
  readonly groupExcludeRegex?: string;
  /**
   * Whether offsets of groups without members are told too (from Strimzi 0.40 on).
   * @default true
   */
  readonly showAllOffsets?: boolean;
  /**
   * Level of logging: `fatal`, `error`, `warn`, `info` or `debug`.
   * @default info
   */
  readonly logLevel?: string;
  /**
   * Whether the Kafka client is logged too.
   * @default false
   */
  readonly clientLogging?: boolean;
  /**
   * Times and counts of probes.
   * @default - the operator's
   */
  readonly probes?: WorkloadProbes;
  /**
   * The container image, with a tag or a digest.
   * @default - the operator's
   */
  readonly image?: string;
  /**
   * CPU and memory.
   * @default - not said
   */
  readonly resources?: Resources;
  /**
   * Nodes of the Kubernetes cluster that it must run on.
   * @default - as the Kafka cluster has it
   */
  readonly placement?: Placement;
  /**
   * Labels, tolerations, spread, rights and so on of the pods.
   * @default - the operator's
   */
  readonly pods?: PodOptions;
}

/** What is said of an exporter, for the record of its cluster. */
export function exporterRecord(props: KafkaExporterProps, usual: Placement | undefined): KafkaExporterRecord {
  const { probes, pods, placement = usual, env, files, ...said } = props;
  return defined({
    ...said,
    ...podsRecord(pods),
    ...containerRecord({ env, files }),
    livenessProbe: probes?.liveness,
    readinessProbe: probes?.readiness,
    placement: placement?.record,
  });
}
