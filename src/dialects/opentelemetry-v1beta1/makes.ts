import type { TracingBackendRecord } from '../../model/tracing';
import { serviceName } from '../common/service-name';
import { deploymentPods, named, type MadeObject } from '../made/made-object';
import { endpoints } from './endpoints';

/**
 * What the OpenTelemetry operator makes of a collector.
 * @see https://github.com/open-telemetry/opentelemetry-operator/tree/v0.158.0/internal/manifests/collector
 */
export function makes(backend: TracingBackendRecord): readonly MadeObject[] {
  const { name, replicas = 1 } = backend;
  const { query } = endpoints({ ...backend, strategy: 'allInOne' });
  const services = ['-collector', '-collector-headless', '-collector-monitoring'].map((suffix) =>
    serviceName(name, suffix),
  );
  return [
    ...deploymentPods(`${name}-collector`, replicas),
    ...named('Service', ...services, ...(query ? [query.service] : [])),
    ...named('ConfigMap', `${name}-collector-*`),
  ];
}
