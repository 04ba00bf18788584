import type { TracingBackendRecord } from '../../model/tracing';
import { serviceName } from '../common/service-name';
import { deploymentPods, named, type MadeObject } from '../made/made-object';
import { endpoints } from './endpoints';

/**
 * What the OpenTelemetry operator makes of a collector.
 * @see internal/naming and internal/manifests/collector of open-telemetry/opentelemetry-operator 0.158.0
 */
export function makes(backend: TracingBackendRecord): readonly MadeObject[] {
  const { name, part, replicas = 1, spanMetrics } = backend;
  const { query } = endpoints({ ...backend, strategy: 'allInOne' });
  const collector = serviceName(name, '-collector');
  // Without a port that somebody is to reach there is no Service but that of the collector's own metrics.
  const listens = part === undefined || part === 'collector' || spanMetrics !== undefined;
  // Of a long name each is cut anew, out of the name of the Service.
  const further = [...(listens ? ['-headless'] : []), '-monitoring'].map((suffix) => serviceName(collector, suffix));
  const services = listens ? [collector, ...further] : further;
  return [
    ...deploymentPods(`${name}-collector`, replicas),
    ...named('Service', ...services, ...(query ? [query.service] : [])),
    ...named('ConfigMap', `${name}-collector-*`),
  ];
}
