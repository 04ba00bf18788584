import type { TracingBackendRecord } from '../../model/tracing';
import { serviceName } from '../common/service-name';
import { deploymentPods, named, type MadeObject } from '../made/made-object';
import { endpoints } from './endpoints';

/**
 * What the OpenTelemetry operator makes of a collector.
 * @see https://github.com/open-telemetry/opentelemetry-operator/tree/v0.158.0/internal/manifests/collector
 */
export function makes(backend: TracingBackendRecord): readonly MadeObject[] {
  const { name, part, replicas = 1, spanMetrics } = backend;
  const { query } = endpoints({ ...backend, strategy: 'allInOne' });
  // Without a port that somebody is to reach there is no Service.
  const listens = part === undefined || part === 'collector' || spanMetrics !== undefined;
  const suffixes = [...(listens ? ['-collector', '-collector-headless'] : []), '-collector-monitoring'];
  const services = suffixes.map((suffix) => serviceName(name, suffix));
  return [
    ...deploymentPods(`${name}-collector`, replicas),
    ...named('Service', ...services, ...(query ? [query.service] : [])),
    ...named('ConfigMap', `${name}-collector-*`),
  ];
}
