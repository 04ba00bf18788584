import type { ResourceRecord } from '../model/resource';
import type { SamplerRecord, TraceTarget, TracingRecord, TracingSystem } from '../model/tracing';
import { otlpTargetFor, type TracedProgram } from '../wiring/trace-target';
import type { Unreachable } from '../wiring/unreachable';
import { noteFault } from './faults';
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
  /** All of them. */
  static always(): Sampler {
    return new Sampler({ type: 'always' });
  }

  /**
   * A share of the traces.
   * @param ratio - from 0, none, to 1, all
   * @throws where the ratio is not between 0 and 1.
   */
  static ratio(ratio: number): Sampler {
    if (!(ratio >= 0 && ratio <= 1))
      throw new Error(`a sampler keeps a share between 0 and 1 of the traces, not ${ratio}`);
    return new Sampler({ type: 'ratio', ratio });
  }

  private constructor(
    /** What was chosen, as the model has it. */
    readonly record: SamplerRecord,
  ) {}
}

/** Properties of an OTLP endpoint. */
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
   * Which spans are kept.
   * @default Sampler.always()
   */
  readonly sampler?: Sampler;
}

/** Places outside the topology that take traces. */
export class Tracing {
  /** Anything that speaks OTLP: a collector, Tempo, a vendor. */
  static otlp(props: OtlpEndpointProps): ITracing {
    const { host, port, protocol = 'grpc', tls, sampler = Sampler.always() } = props;
    const target: TraceTarget = {
      protocol: protocol === 'grpc' ? 'otlp-grpc' : 'otlp-http',
      host,
      ...(port !== undefined && { port }),
      ...(tls !== undefined && { tls }),
    };
    return { sampler, targetFor: (program) => otlpTargetFor(target, program) };
  }
}

/** What a program needs to trace itself; absent, with a fault noted, where its traces cannot arrive. */
export function traceProgram(
  resource: Resource<ResourceRecord>,
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
