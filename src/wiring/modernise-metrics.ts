import type { Described } from '../dialects/read';
import type { JsonObject } from '../model/json';
import type { Kept } from '../model/resource';
import type { WorkloadRecord } from '../model/workload';
import { METRICS_KEY, metricsMap, metricsText, type MeteredProgram } from './metrics';

/** An object whose metrics are in ConfigMaps, and these; the very object where it has none of its own. */
export function withMetricsApart(described: Described): readonly Described[] {
  const { name, namespace } = described.record;
  const rules = new Map<string, JsonObject>();
  const apart = <T extends WorkloadRecord | undefined>(workload: T, program: MeteredProgram): T => {
    if (workload?.metrics?.type !== 'inline') return workload;
    const configMap = metricsMap(name, program);
    rules.set(configMap, workload.metrics.rules);
    return { ...workload, metrics: { type: 'jmxPrometheusExporter', configMap, key: METRICS_KEY } };
  };
  const changed = withPrograms(described, apart);
  if (rules.size === 0) return [described];
  return [changed, ...[...rules].map((each) => configMapOf(each, namespace))];
}

/** An object with other programs in it. */
function withPrograms(
  described: Described,
  changed: <T extends WorkloadRecord | undefined>(workload: T, program: MeteredProgram) => T,
): Described {
  switch (described.noun) {
    case 'kafkaCluster': {
      const record = changed(described.record, 'kafka');
      const zookeeper = changed(record.zookeeper, 'zookeeper');
      const cruiseControl = changed(record.cruiseControl, 'cruise-control');
      return {
        ...described,
        record: { ...record, ...(zookeeper && { zookeeper }), ...(cruiseControl && { cruiseControl }) },
      };
    }
    case 'connect':
      return { ...described, record: changed(described.record, 'workers') };
    case 'mirrorMaker':
      return { ...described, record: changed(described.record, 'workers') };
    case 'mirrorMaker2':
      return { ...described, record: changed(described.record, 'workers') };
    default:
      return described;
  }
}

/** A ConfigMap with the rules. */
function configMapOf([name, rules]: readonly [string, JsonObject], namespace: string | undefined): Described {
  const rest: Kept = {
    apiVersion: 'v1',
    parts: [{ at: [], was: {}, is: { data: { [METRICS_KEY]: metricsText(rules) } } }],
  };
  const record = { name, ...(namespace !== undefined && { namespace }), kind: 'ConfigMap', rest };
  return { noun: 'other', record, apiVersion: 'v1' };
}
