import { TRACE_PORTS, type TraceProtocol, type TraceTarget, type TracingSystem } from '../../model/tracing';
import type { HostPort, TracingEndpoints } from '../dialect';

/** What decides how a program reaches a tracing backend. */
export interface TraceRoute {
  /** The client library that the program has. */
  readonly system: TracingSystem;
  /** Whether a Strimzi operator makes the pods: their containers cannot learn the address of their node. */
  readonly managedByStrimzi: boolean;
  /**
   * Whether the program's Deployment carries the annotations that ask for an agent beside it.
   * @default false
   */
  readonly sidecar?: boolean;
}

/** A backend that a program cannot reach, and why. */
export interface Unreachable {
  readonly unreachable: string;
}

/**
 * Where a program sends its traces. An agent comes before a collector, the nearest one first; a Service in the
 * program's own namespace goes by its bare name.
 */
export function traceTargetFor(
  endpoints: TracingEndpoints,
  namespaceOfBackend: string | undefined,
  namespaceOfWorkload: string | undefined,
  route: TraceRoute,
): TraceTarget | Unreachable {
  const elsewhere = namespaceOfBackend !== undefined && namespaceOfBackend !== namespaceOfWorkload;
  const through = (protocol: TraceProtocol, { host, port }: HostPort): TraceTarget => ({
    protocol,
    host: elsewhere ? `${host}.${namespaceOfBackend}.svc` : host,
    ...portOf(protocol, port),
  });
  return route.system === 'jaeger' ? jaegerTarget(endpoints, route, through) : otlpTarget(endpoints, through);
}

type Through = (protocol: TraceProtocol, endpoint: HostPort) => TraceTarget;

function jaegerTarget(endpoints: TracingEndpoints, route: TraceRoute, through: Through): TraceTarget | Unreachable {
  const { agent, nodeAgent, sidecar, collector } = endpoints;
  if (route.sidecar && sidecar && !route.managedByStrimzi) {
    return { protocol: 'jaeger-agent', host: 'localhost', ...portOf('jaeger-agent', sidecar.port) };
  }
  if (agent) return through('jaeger-agent', agent);
  if (nodeAgent && !route.managedByStrimzi) {
    return { protocol: 'jaeger-agent', host: { nodeAddress: true }, ...portOf('jaeger-agent', nodeAgent.port) };
  }
  if (collector) return through('jaeger-collector', collector);
  return {
    unreachable: nodeAgent
      ? 'its agents are on the nodes, whose addresses containers of a Strimzi operator cannot learn'
      : 'it takes nothing that Jaeger clients send',
  };
}

function otlpTarget({ otlpGrpc, otlpHttp }: TracingEndpoints, through: Through): TraceTarget | Unreachable {
  if (otlpGrpc) return through('otlp-grpc', otlpGrpc);
  if (otlpHttp) return through('otlp-http', otlpHttp);
  return { unreachable: 'it takes no OTLP, which is all that OpenTelemetry programs send' };
}

function portOf(protocol: TraceProtocol, port: number): { port?: number } {
  return port === TRACE_PORTS[protocol] ? {} : { port };
}
