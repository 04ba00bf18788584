import type { PlatformName } from '../../model/platform';
import type { TracingBackendRecord } from '../../model/tracing';
import { serviceName } from '../common/service-name';
import { deploymentPods, named, type MadeObject } from '../made/made-object';

/**
 * What the Jaeger operator makes of a Jaeger. A DaemonSet has an agent on each node of the Kubernetes cluster: how many
 * there are is not said.
 * @see https://github.com/jaegertracing/jaeger-operator/tree/v1.17.1/pkg
 */
export function makes(backend: TracingBackendRecord, platform: PlatformName): readonly MadeObject[] {
  const { name, strategy, agent, exposed, replicas = 1 } = backend;
  const services = ['-collector', '-collector-headless', '-query', ...(strategy === 'allInOne' ? ['-agent'] : [])];
  return [
    ...(strategy === 'allInOne'
      ? deploymentPods(name, 1)
      : [...deploymentPods(`${name}-collector`, replicas), ...deploymentPods(`${name}-query`, 1)]),
    ...(strategy === 'streaming' ? deploymentPods(`${name}-ingester`, 1) : []),
    ...(agent === 'daemonSet' ? [{ kind: 'Pod', name: `${name}-agent-daemonset-*`, perNode: true } as const] : []),
    ...named('ConfigMap', `${name}-sampling-configuration`),
    ...named('Service', ...services.map((suffix) => serviceName(name, suffix))),
    ...(exposed === false ? [] : platform === 'openshift' ? named('Route', name) : named('Ingress', `${name}-query`)),
  ];
}
