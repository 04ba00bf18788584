import type { HostPort, TracingEndpoints } from '../dialects/dialect';
import { TRACE_PORTS, type TraceProtocol, type TraceTarget, type TracingSystem } from '../model/tracing';
import type { SiteIdentity } from './identity';
import type { Unreachable } from './unreachable';

/** A program that wants to send traces. */
export interface TracedProgram {
  /** The site that the program is at. */
  readonly site: SiteIdentity;
  /** The client library that the program has. */
  readonly system: TracingSystem;
  /** Whether an operator makes its pods, whose containers cannot learn the address of their node. */
  readonly managedByStrimzi: boolean;
  /**
   * Whether the program's Deployment carries the annotations that ask for an agent beside it.
   * @default false
   */
  readonly sidecar?: boolean;
}

/** A tracing backend as programs see it. */
export interface TracingPlace {
  readonly site: SiteIdentity;
  readonly endpoints: TracingEndpoints;
}

/**
 * Where a program sends its traces. An agent comes before a collector, the nearest one first; a Service in the
 * program's own namespace goes by its bare name.
 */
export function traceTargetFor({ site, endpoints }: TracingPlace, program: TracedProgram): TraceTarget | Unreachable {
  if (site.kubernetesCluster !== program.site.kubernetesCluster) {
    return { unreachable: `the tracing backend is in another Kubernetes cluster, "${site.kubernetesCluster}"` };
  }
  const elsewhere = site.targetNamespace !== program.site.targetNamespace;
  const through = (protocol: TraceProtocol, { host, port }: HostPort): TraceTarget => ({
    protocol,
    host: elsewhere ? `${host}.${site.targetNamespace}.svc` : host,
    ...portOf(protocol, port),
  });
  return program.system === 'jaeger' ? jaegerTarget(endpoints, program, through) : otlpTarget(endpoints, through);
}

/** Whether a program can send to a place outside the topology, which speaks OTLP alone. */
export function otlpTargetFor(
  target: TraceTarget,
  { system }: Pick<TracedProgram, 'system'>,
): TraceTarget | Unreachable {
  if (system === 'opentelemetry') return target;
  return { unreachable: 'the program traces itself with the Jaeger client, which does not speak OTLP' };
}

type Through = (protocol: TraceProtocol, endpoint: HostPort) => TraceTarget;

function jaegerTarget(
  endpoints: TracingEndpoints,
  program: TracedProgram,
  through: Through,
): TraceTarget | Unreachable {
  const { agent, nodeAgent, sidecar, collector } = endpoints;
  if (program.sidecar && sidecar && !program.managedByStrimzi) {
    return { protocol: 'jaeger-agent', host: 'localhost', ...portOf('jaeger-agent', sidecar.port) };
  }
  if (agent) return through('jaeger-agent', agent);
  if (nodeAgent && !program.managedByStrimzi) {
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
