import { ApiObject, Lazy, type Size } from 'cdk8s';
import { defined } from '../dialects/common/codec';
import type { JsonObject } from '../model/json';
import type { JvmRecord, MetricsRecord, ProbeTimes, WorkloadRecord } from '../model/workload';
import { isLate } from '../props/kinds';
import { METRICS_KEY, metricsMap, metricsText, type MeteredProgram } from '../wiring/metrics';
import type { Logging } from './logging';
import type { Metrics } from './metrics';
import { heapText } from './quantities';
import type { Resource } from './resource';
import type { PodOptions } from './pods';
import { withoutTokens } from './tokens';
import type { ResourceRecord } from '../model/resource';

/** Options of a Java virtual machine. */
export interface JvmProps {
  /**
   * Heap at the start (`-Xms`): a size, or a number of bytes with `m` or `g` behind it.
   * @default - the operator's
   */
  readonly initialHeap?: Size | string;
  /**
   * The most that the heap may take (`-Xmx`): a size, or a number of bytes with `m` or `g` behind it. It is less than the
   * memory of the container.
   * @default - the operator's: a part of the memory that the container may use
   */
  readonly maxHeap?: Size | string;
  /**
   * Whether garbage collection is logged.
   * @default false
   */
  readonly gcLogging?: boolean;
  /**
   * `-XX` options by name: `{ UseG1GC: true, MaxGCPauseMillis: 20 }`.
   * @default - the operator's
   */
  readonly options?: Readonly<Record<string, string | number | boolean>>;
  /**
   * System properties of Java (`-D`).
   * @default - none
   */
  readonly systemProperties?: Readonly<Record<string, string>>;
}

/** JMX of a program, for tools outside of its pods. */
export interface JmxProps {
  /**
   * What tools have to show: `password` is a user and a password that the operator makes, in a Secret.
   * @default - nothing
   */
  readonly authentication?: 'password';
}

/** How Kubernetes asks the containers that an operator makes. What is asked is for the operator to say. */
export interface WorkloadProbes {
  /**
   * When a container counts as dead, and is started anew.
   * @default - the operator's
   */
  readonly liveness?: ProbeTimes;
  /**
   * When a container counts as ready.
   * @default - the operator's
   */
  readonly readiness?: ProbeTimes;
}

/** What is said of a program that runs on a Java virtual machine. */
export interface ProgramProps {
  /**
   * Heap and options of the Java virtual machine.
   * @default - the operator's
   */
  readonly jvm?: JvmProps;
  /**
   * What is written to the log.
   * @default - the operator's
   */
  readonly logging?: Logging;
  /**
   * Times and counts of probes.
   * @default - the operator's
   */
  readonly probes?: WorkloadProbes;
}

/** What is said of a program, in the same words for all that operators run. */
export interface WorkloadProps extends ProgramProps {
  /**
   * How metrics are offered.
   * @default - they are not
   */
  readonly metrics?: Metrics;
  /**
   * Labels, tolerations, spread, rights and so on of the pods.
   * @default - the operator's
   */
  readonly pods?: PodOptions;
}

/**
 * What is said of a program, for its record. Rules of metrics get a ConfigMap beside the object: to be asked once, when the
 * object is made.
 */
export function workloadRecord(
  resource: Resource<ResourceRecord>,
  props: WorkloadProps,
  program: MeteredProgram,
): WorkloadRecord {
  const { metrics } = props;
  return defined({ ...programRecord(props), metrics: metrics && metricsRecord(resource, metrics, program) });
}

/** What is said of a program that offers no metrics, for its record. */
export function programRecord({ jvm, logging, probes }: ProgramProps): Omit<WorkloadRecord, 'metrics'> {
  return defined({
    jvm: jvm && jvmRecord(jvm),
    logging: logging?.record,
    livenessProbe: probes?.liveness,
    readinessProbe: probes?.readiness,
  });
}

/** What is said of a Java virtual machine, for a record. */
export function jvmRecord({ initialHeap, maxHeap, gcLogging, options, systemProperties }: JvmProps): JvmRecord {
  return defined({
    initialHeap: initialHeap === undefined ? undefined : heapText(initialHeap),
    maxHeap: maxHeap === undefined ? undefined : heapText(maxHeap),
    gcLogging,
    options: options && Object.fromEntries(Object.entries(options).map(([name, value]) => [name, optionText(value)])),
    systemProperties: systemProperties && Object.entries(systemProperties).map(([name, value]) => ({ name, value })),
  });
}

/** An option as text: of a value that is known at last, when it is known. */
function optionText(value: string | number | boolean): string {
  if (!isLate(value)) return String(value);
  const late = value as { produce?(): unknown; resolve?(): unknown };
  return Lazy.any({ produce: () => String(late.produce ? late.produce() : late.resolve?.()) }) as string;
}

function metricsRecord(
  resource: Resource<ResourceRecord>,
  { choice }: Metrics,
  program: MeteredProgram,
): MetricsRecord {
  if (choice.type !== 'rules') return choice;
  const { metricsRules } = resource.site.release.facts;
  if (choice.rules && metricsRules === 'object') return { type: 'inline', rules: choice.rules };
  const configMap = metricsMap(resource.name, program);
  new ApiObject(resource, `${program}-metrics`, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: configMap },
    data: { [METRICS_KEY]: choice.rules ? textWhenKnown(choice.rules, resource) : choice.text },
  });
  return { type: 'jmxPrometheusExporter', configMap, key: METRICS_KEY };
}

/** Rules may have values that are known at last. */
function textWhenKnown(rules: JsonObject, resource: Resource<ResourceRecord>): unknown {
  return Lazy.any({ produce: () => metricsText(withoutTokens(rules, resource)) });
}
