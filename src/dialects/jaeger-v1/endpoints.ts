import { TRACE_PORTS, type TracingBackendRecord } from '../../model/tracing';
import { serviceName } from '../common/service-name';
import type { HostPort, TracingEndpoints } from '../dialect';
import { hasAgent, type JaegerOperator } from './facts';

/** Annotation of a Deployment that asks for an agent in its pods. */
const INJECT = 'sidecar.jaegertracing.io/inject';

/**
 * Where a Jaeger v1 listens. Its agent Service selects the all-in-one pod, so neither another strategy nor an agent on
 * each node has one. The operator opens the user interface to the outside itself.
 */
export function endpoints(backend: TracingBackendRecord, operator: JaegerOperator): TracingEndpoints {
  const { name, strategy, image, agent } = backend;
  const collector = serviceName(name, '-collector');
  const at = (protocol: keyof typeof TRACE_PORTS, host = collector): HostPort => ({
    host,
    port: TRACE_PORTS[protocol],
  });
  const port = TRACE_PORTS['jaeger-agent'];
  return {
    ...(strategy === 'allInOne' &&
      hasAgent(image, operator) && { agent: at('jaeger-agent', serviceName(name, '-agent')) }),
    ...(agent === 'daemonSet' ? { nodeAgent: { port } } : { sidecar: { port, annotations: { [INJECT]: name } } }),
    collector: at('jaeger-collector'),
    ...(operator.otlp && { otlpGrpc: at('otlp-grpc'), otlpHttp: at('otlp-http') }),
  };
}
