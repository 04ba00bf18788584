import type { Config } from './resource';

/** What is said of a connector, of a Kafka Connect or of a mirror. */
export interface ConnectorOptions {
  /** The most tasks at a time. */
  readonly tasksMax?: number;
  readonly config?: Config;
  /** Absent: it runs. */
  readonly state?: ConnectorState;
  readonly autoRestart?: ConnectorRestarts;
  /** Version of the plugin; absent: the newest that is there. */
  readonly version?: string;
  /** ConfigMap that offsets are written to when they are listed. */
  readonly listOffsetsTo?: string;
  /** ConfigMap that offsets are taken from when they are altered. */
  readonly alterOffsetsFrom?: string;
}

/** Whether a connector copies, waits, or is off with its tasks ended. */
export type ConnectorState = 'running' | 'paused' | 'stopped';

/** How a connector that failed is restarted. */
export interface ConnectorRestarts {
  /** Whether it is restarted; absent: it is. */
  readonly enabled?: boolean;
  /** Absent: without end. */
  readonly maxRestarts?: number;
}

/** What is to be done with the offsets of a connector, once. */
export type OffsetsAction = 'list' | 'alter' | 'reset';
