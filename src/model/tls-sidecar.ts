import type { Resources } from './resource';
import type { WorkloadRecord } from './workload';

/** A container that spoke TLS for a program, where releases have one. */
export interface TlsSidecarRecord extends Pick<WorkloadRecord, 'livenessProbe' | 'readinessProbe'> {
  /** The container image; absent: the operator's. */
  readonly image?: string;
  /** Level of logging: `emerg`, `alert`, `crit`, `err`, `warning`, `notice`, `info` or `debug`. */
  readonly logLevel?: string;
  readonly resources?: Resources;
}
