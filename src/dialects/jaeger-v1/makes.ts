import type { PlatformName } from '../../model/platform';
import type { TracingBackendRecord } from '../../model/tracing';
import { serviceName } from '../common/service-name';
import type { JaegerOperator } from './facts';
import { deploymentPods, named, type MadeObject } from '../made/made-object';

/**
 * What the Jaeger operator makes of a Jaeger. A DaemonSet has an agent on each node of the Kubernetes cluster: how many
 * there are is not said.
 * @see pkg/strategy, pkg/service, pkg/deployment and pkg/config of jaegertracing/jaeger-operator 1.17.1 and 1.65.0
 */
export function makes(
  backend: TracingBackendRecord,
  platform: PlatformName,
  { certificateBundles }: JaegerOperator,
): readonly MadeObject[] {
  const { name, strategy, agent, exposed, replicas = 1 } = backend;
  const services = ['-collector', '-collector-headless', '-query', ...(strategy === 'allInOne' ? ['-agent'] : [])];
  return [
    ...(strategy === 'allInOne'
      ? deploymentPods(name, 1)
      : [...deploymentPods(`${name}-collector`, replicas), ...deploymentPods(`${name}-query`, 1)]),
    ...(strategy === 'streaming' ? deploymentPods(`${name}-ingester`, 1) : []),
    ...(agent === 'daemonSet' ? [{ kind: 'Pod', name: `${name}-agent-daemonset-*`, perNode: true } as const] : []),
    ...named('ConfigMap', `${name}-sampling-configuration`),
    ...(certificateBundles && platform === 'openshift'
      ? named('ConfigMap', `${name}-trusted-ca`, `${name}-service-ca`)
      : []),
    ...named('Service', ...services.map((suffix) => serviceName(name, suffix))),
    ...(exposed === false ? [] : platform === 'openshift' ? named('Route', name) : named('Ingress', `${name}-query`)),
  ];
}
