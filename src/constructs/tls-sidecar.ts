import { defined } from '../dialects/common/codec';
import type { Resources } from '../model/resource';
import type { TlsSidecarRecord } from '../model/tls-sidecar';
import type { WorkloadProbes } from './workload';

/** A container that spoke TLS for a program, where a release has one. */
export interface TlsSidecarProps {
  /**
   * The container image, with a tag or a digest.
   * @default - the operator's
   */
  readonly image?: string;
  /**
   * Level of logging: `emerg`, `alert`, `crit`, `err`, `warning`, `notice`, `info` or `debug`.
   * @default notice
   */
  readonly logLevel?: string;
  /**
   * CPU and memory.
   * @default - not said
   */
  readonly resources?: Resources;
  /**
   * Times and counts of probes.
   * @default - the operator's
   */
  readonly probes?: WorkloadProbes;
}

/** What is said of such a container, for a record. */
export function sidecarRecord({ probes, ...said }: TlsSidecarProps): TlsSidecarRecord {
  return defined({ ...said, livenessProbe: probes?.liveness, readinessProbe: probes?.readiness });
}
