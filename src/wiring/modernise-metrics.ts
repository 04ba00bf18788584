import { isMap } from '../dialects/common/values';
import type { Described } from '../dialects/read';
import type { Json, JsonObject } from '../model/json';
import type { Kept, Part } from '../model/resource';

/** Where rules of the metrics exporter stand in an object, and what their ConfigMap is called after. */
const PLACES: Readonly<Record<string, string>> = {
  spec: 'metrics',
  'spec.kafka': 'kafka-metrics',
  'spec.cruiseControl': 'cruise-control-metrics',
};
const KEY = 'metrics.yml';

/** An object whose metrics are in ConfigMaps, and these; the very object where it has none of its own. */
export function withMetricsApart(described: Described): readonly Described[] {
  const { rest, name, namespace } = described.record;
  if (!rest) return [described];
  const rules = new Map<string, Json>();
  const parts = rest.parts.map((part): Part => {
    if ('runs' in part || !part.at.every((step) => typeof step === 'string')) return part;
    return { ...part, is: apart(part.is, part.at.join('.'), { name, rules }) };
  });
  if (rules.size === 0) return [described];
  const record = { ...described.record, rest: { ...rest, parts } };
  return [{ ...described, record } as Described, ...[...rules].map((each) => configMapOf(each, namespace))];
}

/** The fields at a place, with references to ConfigMaps in place of rules. */
function apart(
  fields: JsonObject,
  place: string,
  context: { readonly name: string; readonly rules: Map<string, Json> },
): JsonObject {
  const entries = Object.entries(fields).map(([field, value]): readonly [string, Json | undefined] => {
    const suffix = field === 'metrics' ? PLACES[place] : undefined;
    if (suffix !== undefined && isMap(value)) {
      const configMap = `${context.name}-${suffix}`;
      context.rules.set(configMap, value);
      return ['metricsConfig', referenceTo(configMap)];
    }
    const inner = place === '' ? field : `${place}.${field}`;
    return [field, inner in PLACES && isMap(value) ? apart(value, inner, context) : value];
  });
  return Object.fromEntries(entries);
}

function referenceTo(name: string): JsonObject {
  return { type: 'jmxPrometheusExporter', valueFrom: { configMapKeyRef: { name, key: KEY } } };
}

/** A ConfigMap with the rules. JSON is YAML, and loses nothing. */
function configMapOf([name, rules]: readonly [string, Json], namespace: string | undefined): Described {
  const rest: Kept = {
    apiVersion: 'v1',
    parts: [{ at: [], was: {}, is: { data: { [KEY]: `${JSON.stringify(rules, null, 2)}\n` } } }],
  };
  const record = { name, ...(namespace !== undefined && { namespace }), kind: 'ConfigMap', rest };
  return { noun: 'other', record, apiVersion: 'v1' };
}
