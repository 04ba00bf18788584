import { readFileSync } from 'node:fs';
import type { JsonObject } from '../model/json';
import type { JmxMetrics, ReporterMetrics } from '../model/workload';
import { withFault } from '../props/kept';
import { valueClass } from '../props/stand-ins';
import { metricsText } from '../wiring/metrics';
import { holdCalls } from './held';
import { yamlFault } from './load';

/** Rules of the JMX exporter: as an object, in a file, or in a ConfigMap that is there. */
export type JmxMetricsProps = JmxRules | JmxFile | JmxConfigMap;

/** Rules as an object: `{ lowercaseOutputName: true, rules: [{ pattern: … }] }`. */
export interface JmxRules {
  /** @see https://github.com/prometheus/jmx_exporter */
  readonly rules: JsonObject;
}

/** Rules in a file. */
export interface JmxFile {
  /** Path of the YAML file, from the folder that the program runs in; known at once. */
  readonly file: string;
}

/** Rules in a ConfigMap that somebody else manages, in the namespace of the site. */
export interface JmxConfigMap {
  /** Name of the ConfigMap. */
  readonly configMap: string;
  /** Key of the ConfigMap that has the rules. */
  readonly key: string;
  /**
   * Whether the reference says that the ConfigMap may be missing.
   * @default - it says nothing of it
   */
  readonly optional?: boolean;
}

/** What of a program's metrics was chosen. */
export type MetricsChoice =
  | JmxMetrics
  | ReporterMetrics
  /** A ConfigMap is to be made; `rules` are there where they were given as an object. */
  | { readonly type: 'rules'; readonly text: string; readonly rules?: JsonObject };

/** How a program offers its metrics, at port 9404 of its pods. */
export class Metrics {
  static {
    valueClass(this, 'Metrics');
    holdCalls(this, 'Metrics');
  }

  /**
   * By the JMX exporter of Prometheus. Rules that are given as an object or a file are written to a ConfigMap beside each
   * object that takes them; before Strimzi 0.21 those of an object stand in it.
   */
  static jmx(props: JmxMetricsProps): Metrics {
    if ('configMap' in props) {
      const { configMap, key, optional } = props;
      return new Metrics({
        type: 'jmxPrometheusExporter',
        configMap,
        key,
        ...(optional !== undefined && { optional }),
      });
    }
    if ('rules' in props) return new Metrics({ type: 'rules', text: metricsText(props.rules), rules: props.rules });
    return Metrics.ofFile(props.file);
  }

  /**
   * By Strimzi's own reporter (for brokers from Strimzi 0.47 on, for others from 0.48 on; not for Cruise
   * Control).
   * @param props - `allowList`: regular expressions for the names of metrics; all of them where it is left out
   */
  static strimziReporter(props: { readonly allowList?: readonly string[] } = {}): Metrics {
    const { allowList } = props;
    return new Metrics({ type: 'strimziMetricsReporter', ...(allowList && { allowList }) });
  }

  private static ofFile(file: string): Metrics {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      return withFault(new Metrics({ type: 'rules', text: '' }), {
        path: ['file'],
        given: file,
        allowed: 'the path of a file that can be read',
        message: `The file ${file} cannot be read.`,
        remedy: 'Give its path from the folder that the program runs in, or an absolute one.',
      });
    }
    const metrics = new Metrics({ type: 'rules', text });
    const fault = yamlFault().mappingFault(text);
    if (fault === undefined) return metrics;
    return withFault(metrics, {
      path: ['file'],
      given: file,
      allowed: 'a file with one mapping of YAML, as the JMX exporter reads it',
      message: `${file}:${fault}`,
      remedy: 'Mend the file: with rules that the exporter cannot read no pod starts.',
    });
  }

  private constructor(
    /** What was chosen. */
    readonly choice: MetricsChoice,
  ) {}
}
