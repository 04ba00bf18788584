import type { ContainerRecord } from './container';
import type { HostedRecord } from './pods';
import type { Resources } from './resource';
import type { WorkloadRecord } from './workload';

/** An exporter of metrics of topics and consumer groups: how many records a group is behind. */
export interface KafkaExporterRecord
  extends HostedRecord, ContainerRecord, Pick<WorkloadRecord, 'livenessProbe' | 'readinessProbe'> {
  /** Topics, as a regular expression; absent: all. */
  readonly topicRegex?: string;
  /** Topics that are left out, as a regular expression. */
  readonly topicExcludeRegex?: string;
  /** Consumer groups, as a regular expression; absent: all. */
  readonly groupRegex?: string;
  /** Consumer groups that are left out, as a regular expression. */
  readonly groupExcludeRegex?: string;
  /** Whether offsets of groups without members are told too; absent: they are. */
  readonly showAllOffsets?: boolean;
  /** Level of logging: `fatal`, `error`, `warn`, `info` or `debug`. */
  readonly logLevel?: string;
  /** Whether the Kafka client is logged too. */
  readonly clientLogging?: boolean;
  readonly resources?: Resources;
  /** The container image; absent: the operator's. */
  readonly image?: string;
}
