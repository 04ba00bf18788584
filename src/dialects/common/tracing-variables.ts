import type { EnvVar } from '../../model/env';
import {
  TRACE_PORTS,
  type SamplerRecord,
  type TraceProtocol,
  type TraceTarget,
  type TracingRecord,
  type TracingSystem,
} from '../../model/tracing';
import { defined, type Limit } from './codec';
import { EnvironmentReader } from './environment-reader';

/** Whose pods a program runs in. */
export interface TracedWorkload {
  /**
   * Whether a Strimzi operator makes the pods: its images export traces alone, a plain client must be told so.
   * @default false
   */
  readonly managedByStrimzi?: boolean;
}

/** The variable that the address of the node goes through where it is part of a URL. */
const NODE_ADDRESS = 'TRACING_NODE_ADDRESS';
const JAEGER_PATH = '/api/traces';

/**
 * The environment variables that a program's tracing library reads.
 * @see https://github.com/jaegertracing/jaeger-client-java/blob/master/jaeger-core/README.md
 * @see https://opentelemetry.io/docs/languages/sdk-configuration/
 */
export function tracingVariables(tracing: TracingRecord, workload: TracedWorkload = {}): EnvVar[] {
  return tracing.system === 'jaeger' ? jaegerVariables(tracing) : openTelemetryVariables(tracing, workload);
}

/** What of a program's tracing its library cannot do. */
export function tracingVariableLimits({ system, target }: TracingRecord): Limit[] {
  const allowed = PROTOCOLS[system];
  if (allowed.includes(target.protocol)) return [];
  return [
    {
      field: 'target.protocol',
      given: target.protocol,
      message: `The ${system === 'jaeger' ? 'Jaeger' : 'OpenTelemetry'} library does not speak it.`,
      allowed: allowed.join(', '),
    },
  ];
}

const PROTOCOLS: Readonly<Record<TracingSystem, readonly TraceProtocol[]>> = {
  jaeger: ['jaeger-agent', 'jaeger-collector'],
  opentelemetry: ['otlp-grpc', 'otlp-http'],
};

/**
 * The inverse of `tracingVariables`: what the variables say of tracing, and the variables that are left over.
 * Where nothing names the service, the program does not trace.
 */
export function readTracingVariables(
  env: readonly EnvVar[],
  workload: TracedWorkload = {},
): { tracing?: TracingRecord; rest: EnvVar[] } {
  const variables = new EnvironmentReader(env);
  const tracing = readOpenTelemetry(variables, workload) ?? readJaeger(variables);
  return tracing ? { tracing, rest: variables.rest() } : { rest: [...env] };
}

function jaegerVariables({ serviceName, target, sampler }: TracingRecord): EnvVar[] {
  return [{ name: 'JAEGER_SERVICE_NAME', value: serviceName }, ...jaegerTarget(target), ...jaegerSampler(sampler)];
}

function jaegerTarget(target: TraceTarget): EnvVar[] {
  if (target.protocol === 'jaeger-collector') return urlVariables('JAEGER_ENDPOINT', target, JAEGER_PATH);
  if (target.protocol !== 'jaeger-agent') return [];
  const { host, port } = target;
  const agent: EnvVar =
    typeof host === 'string'
      ? { name: 'JAEGER_AGENT_HOST', value: host }
      : { name: 'JAEGER_AGENT_HOST', nodeAddress: true };
  return port === undefined || port === TRACE_PORTS['jaeger-agent']
    ? [agent]
    : [agent, { name: 'JAEGER_AGENT_PORT', value: String(port) }];
}

function jaegerSampler(sampler: SamplerRecord): EnvVar[] {
  if (sampler.type === 'remote') return [];
  const [type, param] = sampler.type === 'always' ? ['const', '1'] : ['probabilistic', decimal(sampler.ratio)];
  return [
    { name: 'JAEGER_SAMPLER_TYPE', value: type },
    { name: 'JAEGER_SAMPLER_PARAM', value: param },
  ];
}

/** All images in the release table export to OTLP by themselves, so that no variable names the exporter. */
function openTelemetryVariables({ serviceName, target, sampler }: TracingRecord, workload: TracedWorkload): EnvVar[] {
  const endpoint = PROTOCOLS.opentelemetry.includes(target.protocol)
    ? urlVariables('OTEL_EXPORTER_OTLP_ENDPOINT', target, '')
    : [];
  return [
    { name: 'OTEL_SERVICE_NAME', value: serviceName },
    ...endpoint,
    ...(target.protocol === 'otlp-http' ? [{ name: 'OTEL_EXPORTER_OTLP_PROTOCOL', value: HTTP }] : []),
    ...(target.headers ? [{ name: HEADERS, secret: target.headers }] : []),
    ...(workload.managedByStrimzi ? [] : [{ name: 'OTEL_METRICS_EXPORTER', value: 'none' }]),
    ...openTelemetrySampler(sampler),
  ];
}

const HTTP = 'http/protobuf';
const HEADERS = 'OTEL_EXPORTER_OTLP_HEADERS';
const RATIO = 'parentbased_traceidratio';
const REMOTE = 'parentbased_jaeger_remote';

function openTelemetrySampler(sampler: SamplerRecord): EnvVar[] {
  if (sampler.type === 'always') return [];
  if (sampler.type === 'remote') return [{ name: 'OTEL_TRACES_SAMPLER', value: REMOTE }];
  return [
    { name: 'OTEL_TRACES_SAMPLER', value: RATIO },
    { name: 'OTEL_TRACES_SAMPLER_ARG', value: decimal(sampler.ratio) },
  ];
}

function readJaeger(variables: EnvironmentReader): TracingRecord | undefined {
  const serviceName = variables.take('JAEGER_SERVICE_NAME');
  if (serviceName === undefined) return undefined;
  const target = readUrl(variables, 'JAEGER_ENDPOINT', 'jaeger-collector', JAEGER_PATH) ?? readAgent(variables);
  return { serviceName, target, sampler: readJaegerSampler(variables), system: 'jaeger' };
}

/** A client that is not told where its agent is looks for it beside itself. */
function readAgent(variables: EnvironmentReader): TraceTarget {
  const host = variables.takeNodeAddress('JAEGER_AGENT_HOST')
    ? ({ nodeAddress: true } as const)
    : (variables.take('JAEGER_AGENT_HOST') ?? 'localhost');
  const port = variables.take('JAEGER_AGENT_PORT', isNumber);
  return defined({ protocol: 'jaeger-agent' as const, host, port: port === undefined ? undefined : Number(port) });
}

function readJaegerSampler(variables: EnvironmentReader): SamplerRecord {
  const type = variables.value('JAEGER_SAMPLER_TYPE');
  const param = variables.value('JAEGER_SAMPLER_PARAM');
  const sampler = jaegerSamplerOf(type, param);
  if (sampler.type !== 'remote') variables.drop('JAEGER_SAMPLER_TYPE', 'JAEGER_SAMPLER_PARAM');
  return sampler;
}

/** What the model has no word for (`ratelimiting`) reads as the default and stays among the variables. */
function jaegerSamplerOf(type: string | undefined, param: string | undefined): SamplerRecord {
  if (param === undefined || !isNumber(param)) return { type: 'remote' };
  if (type === 'const') return Number(param) === 0 ? { type: 'ratio', ratio: 0 } : { type: 'always' };
  return type === 'probabilistic' ? { type: 'ratio', ratio: Number(param) } : { type: 'remote' };
}

function readOpenTelemetry(variables: EnvironmentReader, workload: TracedWorkload): TracingRecord | undefined {
  const serviceName = variables.take('OTEL_SERVICE_NAME');
  if (serviceName === undefined) return undefined;
  const http = variables.take('OTEL_EXPORTER_OTLP_PROTOCOL', (value) => value === HTTP) !== undefined;
  const protocol = http ? 'otlp-http' : 'otlp-grpc';
  const target = readUrl(variables, 'OTEL_EXPORTER_OTLP_ENDPOINT', protocol, '') ?? { protocol, host: 'localhost' };
  const headers = variables.secret(HEADERS);
  if (headers) variables.drop(HEADERS);
  if (!workload.managedByStrimzi) variables.take('OTEL_METRICS_EXPORTER', (value) => value === 'none');
  return {
    serviceName,
    target: headers ? { ...target, headers } : target,
    sampler: readOpenTelemetrySampler(variables),
    system: 'opentelemetry',
  };
}

/** What the model has no word for (`always_off`) reads as the default and stays among the variables. */
function readOpenTelemetrySampler(variables: EnvironmentReader): SamplerRecord {
  if (variables.take('OTEL_TRACES_SAMPLER', (value) => value === REMOTE) !== undefined) return { type: 'remote' };
  const ratio = variables.value('OTEL_TRACES_SAMPLER_ARG');
  if (variables.value('OTEL_TRACES_SAMPLER') !== RATIO || ratio === undefined || !isNumber(ratio)) {
    return { type: 'always' };
  }
  variables.drop('OTEL_TRACES_SAMPLER', 'OTEL_TRACES_SAMPLER_ARG');
  return { type: 'ratio', ratio: Number(ratio) };
}

function urlVariables(name: string, target: TraceTarget, usualPath: string): EnvVar[] {
  const { protocol, host, port = TRACE_PORTS[protocol], path = usualPath, tls } = target;
  const scheme = tls ? 'https' : 'http';
  if (typeof host === 'string') return [{ name, value: `${scheme}://${bracketed(host)}:${port}${path}` }];
  return [
    { name: NODE_ADDRESS, nodeAddress: true },
    { name, value: `${scheme}://$(${NODE_ADDRESS}):${port}${path}` },
  ];
}

const SCHEME_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443 };
const URL_FORM = /^(https?):\/\/(\[[^\]]+\]|\$\([A-Z_]+\)|[^/:]+)(?::(\d+))?(\/.*)?$/;

function readUrl(
  variables: EnvironmentReader,
  name: string,
  protocol: TraceProtocol,
  usualPath: string,
): TraceTarget | undefined {
  const [, scheme, host = '', port, path = ''] = URL_FORM.exec(variables.value(name) ?? '') ?? [];
  if (scheme === undefined) return undefined;
  const ofNode = host === `$(${NODE_ADDRESS})` && variables.takeNodeAddress(NODE_ADDRESS);
  variables.drop(name);
  const number = port === undefined ? SCHEME_PORTS[scheme] : Number(port);
  return defined({
    protocol,
    host: ofNode ? ({ nodeAddress: true } as const) : host.replace(/^\[|\]$/g, ''),
    port: number === TRACE_PORTS[protocol] ? undefined : number,
    path: path === usualPath ? undefined : path,
    tls: scheme === 'https' ? true : undefined,
  });
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

function isNumber(text: string): boolean {
  return /^\d+(\.\d*)?([eE][+-]?\d+)?$/.test(text);
}

/** A share without an exponent: the Jaeger client would read `1e-7` as 1, and keep everything. */
function decimal(share: number): string {
  const [digits = '', exponent] = String(share).split('e-');
  return exponent === undefined ? digits : `0.${'0'.repeat(Number(exponent) - 1)}${digits.replace('.', '')}`;
}
