import fc from 'fast-check';
import {
  readTracingVariables,
  tracingVariableLimits,
  tracingVariables,
} from '../../../src/dialects/common/tracing-variables';
import type { EnvVar } from '../../../src/model/env';
import type { TracingRecord } from '../../../src/model/tracing';
import { otherVariables, tracings } from '../../arbitraries/tracing';

const JAEGER: TracingRecord = {
  serviceName: 'my-mirror-maker',
  target: { protocol: 'jaeger-agent', host: 'my-jaeger-agent' },
  sampler: { type: 'always' },
  system: 'jaeger',
};
const OTEL: TracingRecord = {
  ...JAEGER,
  target: { protocol: 'otlp-grpc', host: 'my-jaeger-collector' },
  system: 'opentelemetry',
};
const MANAGED = { managedByStrimzi: true };

/** Variables as lines, so that their order shows. */
const lines = (env: readonly EnvVar[]): string[] =>
  env.map(
    (variable) =>
      `${variable.name}=${'value' in variable ? variable.value : 'nodeAddress' in variable ? '<node>' : '<secret>'}`,
  );
const jaeger = (change: Partial<TracingRecord>): string[] => lines(tracingVariables({ ...JAEGER, ...change }));
const otel = (change: Partial<TracingRecord>): string[] => lines(tracingVariables({ ...OTEL, ...change }, MANAGED));

describe('variables of a Jaeger client', () => {
  it("are the workshop's, in its order", () => {
    expect(jaeger({})).toEqual([
      'JAEGER_SERVICE_NAME=my-mirror-maker',
      'JAEGER_AGENT_HOST=my-jaeger-agent',
      'JAEGER_SAMPLER_TYPE=const',
      'JAEGER_SAMPLER_PARAM=1',
    ]);
  });

  it('name the port of an agent only where it is not the usual one', () => {
    const host = 'agent';
    expect(jaeger({ target: { protocol: 'jaeger-agent', host, port: 6831 } })).not.toContain('JAEGER_AGENT_PORT=6831');
    expect(jaeger({ target: { protocol: 'jaeger-agent', host, port: 6832 } })).toContain('JAEGER_AGENT_PORT=6832');
  });

  it('take the agent on the node by the address of the node', () => {
    expect(jaeger({ target: { protocol: 'jaeger-agent', host: { nodeAddress: true } } })[1]).toBe(
      'JAEGER_AGENT_HOST=<node>',
    );
  });

  it('name the endpoint of a collector, and no agent', () => {
    const variables = jaeger({ target: { protocol: 'jaeger-collector', host: 'my-jaeger-collector' } });
    expect(variables[1]).toBe('JAEGER_ENDPOINT=http://my-jaeger-collector:14268/api/traces');
    expect(variables.join()).not.toContain('AGENT');
  });

  it('sample a share as the library calls it, and say nothing for the remote sampler, its default', () => {
    expect(jaeger({ sampler: { type: 'ratio', ratio: 0.1 } }).slice(2)).toEqual([
      'JAEGER_SAMPLER_TYPE=probabilistic',
      'JAEGER_SAMPLER_PARAM=0.1',
    ]);
    expect(jaeger({ sampler: { type: 'remote' } })).toHaveLength(2);
  });

  it('write a small share without an exponent, which the library would read as 1', () => {
    expect(jaeger({ sampler: { type: 'ratio', ratio: 2.5e-7 } })[3]).toBe('JAEGER_SAMPLER_PARAM=0.00000025');
  });
});

describe('variables of OpenTelemetry', () => {
  it('name service and endpoint to a component of Strimzi, whose defaults do the rest', () => {
    expect(otel({})).toEqual([
      'OTEL_SERVICE_NAME=my-mirror-maker',
      'OTEL_EXPORTER_OTLP_ENDPOINT=http://my-jaeger-collector:4317',
    ]);
  });

  it('keep a plain client from sending metrics, which Jaeger refuses', () => {
    expect(lines(tracingVariables(OTEL))).toContain('OTEL_METRICS_EXPORTER=none');
    expect(otel({})).not.toContain('OTEL_METRICS_EXPORTER=none');
  });

  it('name the protocol where it is HTTP', () => {
    expect(otel({ target: { protocol: 'otlp-http', host: 'tempo' } })).toEqual([
      'OTEL_SERVICE_NAME=my-mirror-maker',
      'OTEL_EXPORTER_OTLP_ENDPOINT=http://tempo:4318',
      'OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf',
    ]);
  });

  it('speak TLS, to a path, and to numbers', () => {
    const target = { protocol: 'otlp-http', host: 'otlp.example', port: 443, path: '/otlp', tls: true } as const;
    expect(otel({ target })[1]).toBe('OTEL_EXPORTER_OTLP_ENDPOINT=https://otlp.example:443/otlp');
    expect(otel({ target: { protocol: 'otlp-grpc', host: 'fd00::7' } })[1]).toBe(
      'OTEL_EXPORTER_OTLP_ENDPOINT=http://[fd00::7]:4317',
    );
  });

  it('put the address of the node into the URL', () => {
    expect(otel({ target: { protocol: 'otlp-grpc', host: { nodeAddress: true } } }).slice(1)).toEqual([
      'TRACING_NODE_ADDRESS=<node>',
      'OTEL_EXPORTER_OTLP_ENDPOINT=http://$(TRACING_NODE_ADDRESS):4317',
    ]);
  });

  it('name a sampler only where it is not the default', () => {
    expect(otel({ sampler: { type: 'ratio', ratio: 0.25 } }).slice(2)).toEqual([
      'OTEL_TRACES_SAMPLER=parentbased_traceidratio',
      'OTEL_TRACES_SAMPLER_ARG=0.25',
    ]);
    expect(otel({ sampler: { type: 'remote' } }).slice(2)).toEqual(['OTEL_TRACES_SAMPLER=parentbased_jaeger_remote']);
  });

  it('never name the Jaeger exporter, which is in no image any more', () => {
    fc.assert(
      fc.property(tracings, (tracing) => {
        const all = lines(tracingVariables({ ...tracing, system: 'opentelemetry' })).join('\n');
        expect(all).not.toMatch(/OTEL_EXPORTER_JAEGER|EXPORTER=jaeger/);
      }),
    );
  });
});

describe('reading tracing variables', () => {
  it('is the inverse of writing them, whatever stands beside them', () => {
    fc.assert(
      fc.property(tracings, otherVariables, fc.boolean(), (tracing, others, managedByStrimzi) => {
        const workload = { managedByStrimzi };
        const env = [...others.slice(0, 1), ...tracingVariables(tracing, workload), ...others.slice(1)];
        expect(readTracingVariables(env, workload)).toEqual({ tracing, rest: others });
      }),
    );
  });

  it('finds no tracing where no service is named, as the libraries do', () => {
    const env = [{ name: 'JAEGER_AGENT_HOST', value: 'my-jaeger-agent' }];
    expect(readTracingVariables(env)).toEqual({ rest: env });
  });

  it('takes what is not said as the libraries do', () => {
    expect(readTracingVariables([{ name: 'JAEGER_SERVICE_NAME', value: 'a' }]).tracing).toEqual({
      serviceName: 'a',
      target: { protocol: 'jaeger-agent', host: 'localhost' },
      sampler: { type: 'remote' },
      system: 'jaeger',
    });
    expect(readTracingVariables([{ name: 'OTEL_SERVICE_NAME', value: 'a' }]).tracing).toEqual({
      serviceName: 'a',
      target: { protocol: 'otlp-grpc', host: 'localhost' },
      sampler: { type: 'always' },
      system: 'opentelemetry',
    });
  });

  it('leaves among the rest what the model has no word for', () => {
    const rest = [
      { name: 'JAEGER_SAMPLER_TYPE', value: 'ratelimiting' },
      { name: 'JAEGER_SAMPLER_PARAM', value: '2' },
      { name: 'JAEGER_TAGS', value: 'a=b' },
    ];
    const read = readTracingVariables([{ name: 'JAEGER_SERVICE_NAME', value: 'a' }, ...rest]);
    expect(read.rest).toEqual(rest);
    expect(read.tracing?.sampler).toEqual({ type: 'remote' });
  });

  it('reads a URL without a port by its scheme', () => {
    const env = [
      { name: 'OTEL_SERVICE_NAME', value: 'a' },
      { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: 'https://otlp.example' },
    ];
    expect(readTracingVariables(env).tracing?.target).toEqual({
      protocol: 'otlp-grpc',
      host: 'otlp.example',
      port: 443,
      tls: true,
    });
  });

  it('does not take a service name from a Secret for one that it can read', () => {
    const env: EnvVar[] = [{ name: 'OTEL_SERVICE_NAME', secret: { secret: 's', key: 'k' } }];
    expect(readTracingVariables(env)).toEqual({ rest: env });
  });
});

describe('limits of a tracing library', () => {
  it('are the protocols that it does not speak', () => {
    expect(tracingVariableLimits(JAEGER)).toEqual([]);
    expect(tracingVariableLimits(OTEL)).toEqual([]);
    expect(tracingVariableLimits({ ...JAEGER, target: OTEL.target })).toMatchObject([
      { field: 'target.protocol', given: 'otlp-grpc', allowed: 'jaeger-agent, jaeger-collector' },
    ]);
    expect(tracingVariableLimits({ ...OTEL, target: JAEGER.target })).toMatchObject([
      { field: 'target.protocol', given: 'jaeger-agent', allowed: 'otlp-grpc, otlp-http' },
    ]);
  });
});
