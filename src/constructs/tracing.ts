import { tracingVariables } from '../dialects/common/tracing-variables';
import type { EnvVar } from '../model/env';
import type { ResourceRecord } from '../model/resource';
import type { SamplerRecord, TraceTarget, TracingRecord, TracingSystem } from '../model/tracing';
import type { SecretKey } from '../model/user';
import { otlpTargetFor, type TracedProgram } from '../wiring/trace-target';
import type { Unreachable } from '../wiring/unreachable';
import { withFault } from '../props/kept';
import { valueClass } from '../props/stand-ins';
import { noteFault } from './faults';
import { holdCalls } from './held';
import { hostFault } from './host-fault';
import type { Program } from './interfaces';
import type { Resource } from './resource';

/** Something that takes traces. */
export interface ITracing {
  /** Where a program sends its traces, or why it cannot. */
  targetFor(program: TracedProgram): TraceTarget | Unreachable;
  /** Which spans are kept. */
  readonly sampler: Sampler;
}

/** Which spans are kept. */
export class Sampler {
  static {
    valueClass(this, 'Sampler');
    holdCalls(this, 'Sampler');
  }

  /** All of them. */
  static always(): Sampler {
    return new Sampler({ type: 'always' });
  }

  /**
   * A share of the traces.
   * @param ratio - from 0 to 1, fractions of all: 0.1 is a tenth
   */
  static ratio(ratio: number): Sampler {
    return new Sampler({ type: 'ratio', ratio });
  }

  private constructor(
    /** What was chosen, as the model has it. */
    readonly record: SamplerRecord,
  ) {}
}

/** Properties of an OTLP endpoint: all of them are known at once. */
export interface OtlpEndpointProps {
  /** Name or address of the host, without a scheme. */
  readonly host: string;
  /**
   * Port, from 1 to 65535.
   * @default - 4317 for gRPC, 4318 for HTTP
   */
  readonly port?: number;
  /**
   * How spans travel: OTLP over gRPC or over HTTP.
   * @default grpc
   */
  readonly protocol?: 'grpc' | 'http';
  /**
   * Whether it speaks TLS, with a certificate that the programs' platforms trust.
   * @default false
   */
  readonly tls?: boolean;
  /**
   * Key of a Secret that has the headers of each request: `name=value`, with commas between them, values as in a URL
   * (`authorization=Bearer%20…`). It is read in the namespace of each program. Programs of Strimzi's operators take it from
   * 0.44 on.
   * @default - none
   * @see https://opentelemetry.io/docs/specs/otel/protocol/exporter/
   */
  readonly headers?: SecretKey;
  /**
   * Which spans are kept.
   * @default Sampler.always()
   */
  readonly sampler?: Sampler;
}

/** Places outside the topology that take traces. */
export class Tracing {
  static {
    holdCalls(this, 'Tracing');
  }

  /** Anything that speaks OTLP: a collector, Tempo, a vendor. */
  static otlp(props: OtlpEndpointProps): ITracing {
    const endpoint = new OtlpEndpoint(props);
    const fault = hostFault(props.host);
    return fault ? withFault(endpoint, { path: ['host'], ...fault }) : endpoint;
  }
}

class OtlpEndpoint implements ITracing {
  static {
    holdCalls(this, 'ITracing');
  }

  readonly sampler: Sampler;
  private readonly target: TraceTarget;

  constructor({ host, port, protocol = 'grpc', tls, headers, sampler = Sampler.always() }: OtlpEndpointProps) {
    this.sampler = sampler;
    this.target = {
      protocol: protocol === 'grpc' ? 'otlp-grpc' : 'otlp-http',
      host,
      ...(port !== undefined && { port }),
      ...(tls !== undefined && { tls }),
      ...(headers && { headers }),
    };
  }

  targetFor(program: TracedProgram): TraceTarget | Unreachable {
    return otlpTargetFor(this.target, program);
  }
}

/** What a program needs to trace itself; absent, with a fault noted, where its traces cannot arrive. */
export function traceProgram(
  resource: Program,
  tracing: ITracing,
  program: { readonly system: TracingSystem; readonly managedByStrimzi: boolean; readonly serviceName: string },
): TracingRecord | undefined {
  const { system, managedByStrimzi, serviceName } = program;
  const target = tracing.targetFor({ site: resource.site, system, managedByStrimzi });
  if (!('unreachable' in target)) return { serviceName, system, target, sampler: tracing.sampler.record };
  const { unreachable, remedy = 'Choose another tracing backend, another agent, or no tracing for it.' } = target;
  noteFault(resource, {
    rule: 'tracing-in-reach',
    field: 'tracing',
    message: `Traces of ${serviceName} would not arrive: ${unreachable}.`,
    remedy,
  });
  return undefined;
}

/** How a program that Strimzi's operator runs traces itself, by the variables of its container, with those of its own. */
export function traceWorkload(
  resource: Resource<ResourceRecord>,
  { tracing, env = [] }: { readonly tracing?: ITracing | undefined; readonly env?: readonly EnvVar[] | undefined },
): WorkloadTracing {
  const { tracing: system } = resource.site.release.facts;
  const program = { system, managedByStrimzi: true, serviceName: resource.name };
  const traced = tracing && traceProgram(resource, tracing, program);
  const variables = [...(traced ? tracingVariables(traced, program) : []), ...env];
  return { ...(tracing && { tracing: system }), ...(variables.length > 0 && { env: variables }) };
}

/** What the record of such a program says of it. */
export interface WorkloadTracing {
  readonly tracing?: TracingSystem;
  readonly env?: readonly EnvVar[];
}
