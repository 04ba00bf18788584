/** A program whose rules of metrics have a ConfigMap of their own. */
export type MeteredProgram = 'workers' | 'kafka' | 'zookeeper' | 'cruise-control';

/** The key of rules of metrics in their ConfigMap. */
export const METRICS_KEY = 'metrics.yml';

/** Name of the ConfigMap with the rules of a program's metrics. */
export function metricsMap(resource: string, program: MeteredProgram): string {
  return program === 'workers' ? `${resource}-metrics` : `${resource}-${program}-metrics`;
}

/** Rules as the text of a file. JSON is YAML, and loses nothing. */
export function metricsText(rules: unknown): string {
  return `${JSON.stringify(rules, null, 2)}\n`;
}
