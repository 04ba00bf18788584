import type { JsonObject } from './json';

/** What is said of the programs that an operator runs, in the same words for all of them. */
export interface WorkloadRecord {
  /** The Java virtual machine. */
  readonly jvm?: JvmRecord;
  /** What is written to the log. */
  readonly logging?: LoggingRecord;
  /** How metrics are offered; absent: they are not. */
  readonly metrics?: MetricsRecord;
  /** When a container counts as dead, and is started anew; absent: as the operator has it. */
  readonly livenessProbe?: ProbeTimes;
  /** When a container counts as ready; absent: as the operator has it. */
  readonly readinessProbe?: ProbeTimes;
}

/** JMX of a program, for tools outside of its pods. */
export interface JmxRecord {
  /** What tools show: a user and a password that the operator makes; absent: nothing. */
  readonly authentication?: 'password';
}

/** Options of a Java virtual machine. */
export interface JvmRecord {
  /** Heap at the start: a number of bytes, with `m` or `g` behind it. */
  readonly initialHeap?: string;
  /** The most that the heap may take: a number of bytes, with `m` or `g` behind it. */
  readonly maxHeap?: string;
  /** Whether garbage collection is logged; absent: it is not. */
  readonly gcLogging?: boolean;
  /** `-XX` options by name: `true` and `false` for those that are switched. */
  readonly options?: Readonly<Record<string, string>>;
  readonly systemProperties?: readonly SystemProperty[];
}

/** A system property of Java. */
export interface SystemProperty {
  readonly name: string;
  readonly value: string;
}

/** Levels of loggers, or a file of log4j in a ConfigMap. */
export type LoggingRecord = InlineLogging | ExternalLogging;

/** Loggers and their levels, over those of the operator. */
export interface InlineLogging {
  readonly type: 'inline';
  /** Levels by the names of loggers; absent: those of the operator. */
  readonly loggers?: Readonly<Record<string, string>>;
}

/** A file of log4j. */
export interface ExternalLogging {
  readonly type: 'external';
  /** Name of the ConfigMap. */
  readonly configMap: string;
  /** Key of the ConfigMap that has the file. */
  readonly key: string;
}

/** How a program offers its metrics. */
export type MetricsRecord = JmxMetrics | InlineMetrics | ReporterMetrics;

/** The JMX exporter of Prometheus, with its rules in a ConfigMap. */
export interface JmxMetrics {
  readonly type: 'jmxPrometheusExporter';
  /** Name of the ConfigMap. */
  readonly configMap: string;
  /** Key of the ConfigMap that has the rules. */
  readonly key: string;
  /** Whether the ConfigMap may be missing, as the reference says; absent: it says nothing. */
  readonly optional?: boolean;
}

/** The JMX exporter of Prometheus, with its rules in the object itself: before Strimzi 0.21 there is nothing else. */
export interface InlineMetrics {
  readonly type: 'inline';
  readonly rules: JsonObject;
}

/** Strimzi's own reporter. */
export interface ReporterMetrics {
  readonly type: 'strimziMetricsReporter';
  /** Regular expressions for the names of metrics; absent: all of them. */
  readonly allowList?: readonly string[];
}

/** Times and counts of a probe. What is absent is as the operator has it. */
export interface ProbeTimes {
  /** Seconds before the first question. */
  readonly initialDelaySeconds?: number;
  /** Seconds between two questions. */
  readonly periodSeconds?: number;
  /** Seconds until a question has failed. */
  readonly timeoutSeconds?: number;
  /** Successes in a row that count as one. */
  readonly successThreshold?: number;
  /** Failures in a row that count as one. */
  readonly failureThreshold?: number;
}
