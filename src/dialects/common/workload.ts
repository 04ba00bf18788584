import type { JvmRecord, LoggingRecord, MetricsRecord, ProbeTimes, WorkloadRecord } from '../../model/workload';
import { defined, sorted } from './codec';
import { texts } from './pods';
import type { Fitting, Shape } from './shape';
import { copied } from './values';

const CONFIG_MAP = { configMapKeyRef: { name: 'text', key: 'text' } } as const satisfies Shape;
const RULES = { configMapKeyRef: { ...CONFIG_MAP.configMapKeyRef, optional: 'flag' } } as const satisfies Shape;
const PROBE = {
  initialDelaySeconds: 'number',
  periodSeconds: 'number',
  timeoutSeconds: 'number',
  successThreshold: 'number',
  failureThreshold: 'number',
} as const satisfies Shape;
const LOGGING = {
  type: 'text',
  loggers: { '*': 'text' },
  name: 'text',
  valueFrom: CONFIG_MAP,
} as const satisfies Shape;

/** What readers take the probes of a container for. */
export const PROBES_SHAPE = { livenessProbe: PROBE, readinessProbe: PROBE } as const satisfies Shape;

/** What readers take a Java virtual machine for. */
export const JVM_SHAPE = {
  jvmOptions: {
    '-XX': { '*': 'scalar' },
    '-Xms': 'text',
    '-Xmx': 'text',
    gcLoggingEnabled: 'flag',
    javaSystemProperties: [{ name: 'text', value: 'text' }],
  },
} as const satisfies Shape;

/** What readers take a program for, its metrics aside. */
export const PROGRAM_SHAPE = { ...PROBES_SHAPE, ...JVM_SHAPE, logging: LOGGING } as const satisfies Shape;

/** What readers take a program for. */
export const WORKLOAD_SHAPE = {
  ...PROGRAM_SHAPE,
  metrics: 'map',
  metricsConfig: { type: 'text', valueFrom: RULES, values: { allowList: ['text'] } },
} as const satisfies Shape;

type WireProbes = Fitting<typeof PROBES_SHAPE>;
type WireJvm = Fitting<typeof JVM_SHAPE>;
type WireLogging = Fitting<typeof LOGGING>;
type WireWorkload = Fitting<typeof WORKLOAD_SHAPE>;
type WireMetrics = Pick<WireWorkload, 'metrics' | 'metricsConfig'>;

/**
 * How an API says what is in a ConfigMap. Where files are `inline`, rules of metrics may stand in the object itself, and a
 * file of log4j is named by its ConfigMap alone where it has the key that the operator looks up.
 */
export type WorkloadForm =
  | { readonly files: 'configMap' }
  | { readonly files: 'inline'; readonly loggingKey: 'log4j.properties' | 'log4j2.properties' };

/** Early words for most programs. */
export const INLINE_FILES: WorkloadForm = { files: 'inline', loggingKey: 'log4j.properties' };

/** Today's words: ConfigMaps and their keys. */
export const FILES_IN_CONFIG_MAPS: WorkloadForm = { files: 'configMap' };

/** Early words, which later APIs lack, of the program at a place. */
export type EarlyWords<At extends string> = `${At}.${'metrics' | 'logging.name'}`;

/** An early word, which later APIs lack, of a program at a place that offers no metrics. */
export type EarlyLogging<At extends string> = `${At}.logging.name`;

/** Later words, which early APIs lack, of the program at a place. */
export type LateWords<At extends string> = `${At}.metricsConfig.values`;

/** A record that says something of the probes of a container. */
type Probed = Pick<WorkloadRecord, 'livenessProbe' | 'readinessProbe'>;

/** Spells a program. */
export function writeWorkload(workload: WorkloadRecord, form: WorkloadForm): WireWorkload {
  const { jvm, logging, metrics } = workload;
  return defined({
    ...writeProbes(workload),
    ...writeJvm(jvm),
    logging: logging && writeLogging(logging, form),
    ...writeMetrics(metrics, form),
  });
}

/** Spells the probes of a container. */
export function writeProbes({ livenessProbe, readinessProbe }: Probed): WireProbes {
  return defined({
    livenessProbe: livenessProbe && timesOf(livenessProbe),
    readinessProbe: readinessProbe && timesOf(readinessProbe),
  });
}

/** Spells a Java virtual machine. */
export function writeJvm(jvm: JvmRecord | undefined): WireJvm {
  if (!jvm) return {};
  const { initialHeap, maxHeap, gcLogging, options, systemProperties } = jvm;
  return {
    jvmOptions: defined({
      '-Xms': initialHeap,
      '-Xmx': maxHeap,
      '-XX': sorted(options),
      gcLoggingEnabled: gcLogging,
      javaSystemProperties: systemProperties?.map(({ name, value }) => ({ name, value })),
    }),
  };
}

/** Reads a program. */
export function readWorkload(wire: WireWorkload, form: WorkloadForm): WorkloadRecord {
  return defined({
    ...readProbes(wire),
    ...readJvm(wire),
    logging: wire.logging && readLogging(wire.logging, form),
    ...readMetrics(wire, form),
  });
}

/** Reads the probes of a container. */
export function readProbes({ livenessProbe, readinessProbe }: WireProbes): Probed {
  return defined({
    livenessProbe: livenessProbe && timesOf(livenessProbe),
    readinessProbe: readinessProbe && timesOf(readinessProbe),
  });
}

/** Reads a Java virtual machine. */
export function readJvm({ jvmOptions }: WireJvm): Pick<WorkloadRecord, 'jvm'> {
  if (!jvmOptions) return {};
  const { '-Xms': initialHeap, '-Xmx': maxHeap, '-XX': options, gcLoggingEnabled, javaSystemProperties } = jvmOptions;
  return {
    jvm: defined({
      initialHeap,
      maxHeap,
      gcLogging: gcLoggingEnabled,
      options: texts(options),
      systemProperties: javaSystemProperties?.flatMap(({ name, value }) =>
        name === undefined || value === undefined ? [] : [{ name, value }],
      ),
    }),
  };
}

/** A program in the words that `writeWorkload` uses. */
export function plainWorkload<T extends WireWorkload>(wire: T, form: WorkloadForm): T {
  const { jvmOptions, logging } = wire;
  if (!jvmOptions?.['-XX'] && !logging?.valueFrom) return wire;
  return {
    ...plainJvm(wire),
    ...(logging && { logging: form.files === 'inline' ? plainLogging(logging, form.loggingKey) : logging }),
  };
}

/** A Java virtual machine whose options are text: YAML reads `UseG1GC: true` as a boolean. */
export function plainJvm<T extends WireJvm>(wire: T): T {
  const { jvmOptions } = wire;
  const options = jvmOptions?.['-XX'];
  return options ? { ...wire, jvmOptions: { ...jvmOptions, '-XX': texts(options) ?? {} } } : wire;
}

function writeLogging(logging: LoggingRecord, form: WorkloadForm): WireLogging {
  if (logging.type === 'inline') return defined({ type: logging.type, loggers: sorted(logging.loggers) });
  const { type, configMap: name, key } = logging;
  if (form.files === 'inline' && key === form.loggingKey) return { type, name };
  return { type, valueFrom: { configMapKeyRef: { name, key } } };
}

/** Logging; absent where it is of another sort, or names no file. */
function readLogging({ type, loggers, name, valueFrom }: WireLogging, form: WorkloadForm): LoggingRecord | undefined {
  if (type === 'inline') return defined<LoggingRecord>({ type, loggers: sorted(loggers) });
  if (type !== 'external') return undefined;
  if (form.files === 'inline' && name !== undefined) return { type: 'external', configMap: name, key: form.loggingKey };
  const { name: configMap, key } = valueFrom?.configMapKeyRef ?? {};
  return configMap === undefined || key === undefined ? undefined : { type: 'external', configMap, key };
}

/** A file whose key is the usual one, by the name of its ConfigMap alone. */
function plainLogging(logging: WireLogging, loggingKey: string): WireLogging {
  const { valueFrom, ...others } = logging;
  const { name, key } = valueFrom?.configMapKeyRef ?? {};
  const isUsual = logging.type === 'external' && logging.name === undefined && name !== undefined && key === loggingKey;
  return isUsual ? { ...others, name } : logging;
}

function writeMetrics(metrics: MetricsRecord | undefined, { files }: WorkloadForm): WireMetrics {
  if (!metrics) return {};
  if (metrics.type === 'inline') return files === 'inline' ? { metrics: copied(metrics.rules) } : {};
  if (metrics.type === 'strimziMetricsReporter') {
    const { type, allowList } = metrics;
    return { metricsConfig: { type, ...(allowList && { values: { allowList: [...allowList] } }) } };
  }
  const { type, configMap: name, key, optional } = metrics;
  return { metricsConfig: { type, valueFrom: { configMapKeyRef: defined({ name, key, optional }) } } };
}

/** Metrics; a reference to a ConfigMap is taken before rules in the object, as operators do. */
function readMetrics(
  { metrics, metricsConfig }: WireMetrics,
  { files }: WorkloadForm,
): Pick<WorkloadRecord, 'metrics'> {
  const { type, valueFrom, values } = metricsConfig ?? {};
  const { name: configMap, key, optional } = valueFrom?.configMapKeyRef ?? {};
  if (type === 'jmxPrometheusExporter' && configMap !== undefined && key !== undefined)
    return { metrics: defined<MetricsRecord>({ type, configMap, key, optional }) };
  if (type === 'strimziMetricsReporter')
    return { metrics: defined<MetricsRecord>({ type, allowList: values?.allowList }) };
  if (metrics && !metricsConfig && files === 'inline') return { metrics: { type: 'inline', rules: copied(metrics) } };
  return {};
}

/** Times and counts in a fixed order: model and object have the same words. */
function timesOf({
  initialDelaySeconds,
  periodSeconds,
  timeoutSeconds,
  successThreshold,
  failureThreshold,
}: ProbeTimes): ProbeTimes {
  return defined({ initialDelaySeconds, periodSeconds, timeoutSeconds, successThreshold, failureThreshold });
}
