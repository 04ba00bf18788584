import type { SamplerRecord, TraceTarget, TracingSystem } from '../model/tracing';
import type { Site } from './site';

/** A program that wants to send traces. */
export interface TracedProgram {
  readonly site: Site;
  /** The client library that the program has. */
  readonly system: TracingSystem;
  /** Whether an operator makes its pods, which then cannot learn the address of their node. */
  readonly managedByStrimzi: boolean;
}

/** Something that takes traces. */
export interface ITracing {
  /** Where a program sends its traces, or why it cannot. */
  targetFor(program: TracedProgram): TraceTarget | { readonly unreachable: string };
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
  readonly host: string;
  /** @default - 4317 for gRPC, 4318 for HTTP */
  readonly port?: number;
  /** @default grpc */
  readonly protocol?: 'grpc' | 'http';
  /**
   * Whether it speaks TLS, with a certificate that the programs' platforms trust.
   * @default false
   */
  readonly tls?: boolean;
  /** @default Sampler.always() */
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
    return {
      sampler,
      targetFor: ({ system }) =>
        system === 'opentelemetry'
          ? target
          : { unreachable: 'the program traces itself with the Jaeger client, which does not speak OTLP' },
    };
  }
}
