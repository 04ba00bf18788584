import type { JsonObject } from '../../model/json';
import { map, text } from '../../model/guarded';
import type { ForwardedTraces } from '../../model/tracing';
import type { SecretKey } from '../../model/user';
import { defined, sorted } from '../common/codec';
import type { WireEnv } from '../common/pods';
import type { MountedSecret } from '../common/secret-files';
import { storeMounts } from '../common/trace-secrets';
import { readTls, readTlsFiles, writeTls, writeTlsFiles } from './tls';
import { reference, secretReferredTo, secretVariable } from './variables';

/** Names of the exporters; `otlp` and `otlphttp` are what they were called before. */
const EXPORTERS = { grpc: 'otlp_grpc', http: 'otlp_http' } as const;
const FORMER = { otlp: 'grpc', otlphttp: 'http' } as const;

/** The exporter that passes traces on. */
export function writeForward(traces: ForwardedTraces): JsonObject {
  const { protocol, endpoint, tls, headers } = traces;
  const mounts = storeMounts(traces);
  return {
    [EXPORTERS[protocol]]: defined({
      endpoint,
      tls: protocol === 'grpc' ? writeTls(tls, mounts) : tls && writeTlsFiles(tls, mounts),
      headers: writeHeaders(headers),
    }),
  };
}

/** Reads the exporter that passes traces on; absent: none does. */
export function readForward(
  exporters: Readonly<Record<string, unknown>>,
  env: WireEnv | undefined,
  mounts: readonly MountedSecret[],
): ForwardedTraces | undefined {
  for (const [name, exporter] of Object.entries(exporters)) {
    const protocol = protocolOf(name);
    const wire = map(exporter);
    const endpoint = text(wire['endpoint']);
    if (protocol === undefined || endpoint === undefined) continue;
    const tls = wire['tls'];
    return defined({
      type: 'otlp' as const,
      protocol,
      endpoint,
      tls: protocol === 'grpc' ? readTls(tls, mounts) : tls === undefined ? undefined : readTlsFiles(tls, mounts),
      headers: readHeaders(wire['headers'], env),
    });
  }
  return undefined;
}

/** The variables that headers from Secrets come by. */
export function headerVariables({ headers = {} }: ForwardedTraces): WireEnv {
  const variables = variablesOf(headers);
  return Object.entries(sorted(headers) ?? {}).flatMap(([name, value]) =>
    typeof value === 'string' ? [] : [secretVariable(variables.get(name) ?? '', value)],
  );
}

function protocolOf(exporter: string): ForwardedTraces['protocol'] | undefined {
  if (exporter === EXPORTERS.grpc || exporter === EXPORTERS.http) return exporter === EXPORTERS.grpc ? 'grpc' : 'http';
  return exporter === 'otlp' || exporter === 'otlphttp' ? FORMER[exporter] : undefined;
}

function writeHeaders(headers: ForwardedTraces['headers']): JsonObject | undefined {
  if (!headers) return undefined;
  const variables = variablesOf(headers);
  const written = Object.entries(sorted(headers) ?? {}).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.replaceAll('$', '$$$$') : reference(variables.get(name) ?? ''),
  ]);
  return Object.fromEntries(written) as JsonObject;
}

function readHeaders(wire: unknown, env: WireEnv | undefined): ForwardedTraces['headers'] {
  const read = Object.entries(map(wire)).flatMap(([name, value]): [string, string | SecretKey][] => {
    const secret = secretReferredTo(value, env);
    if (secret) return [[name, secret]];
    return typeof value === 'string' && !/(^|[^$])(\$\$)*\$([^$]|$)/.test(value)
      ? [[name, value.replaceAll('$$', '$')]]
      : [];
  });
  return wire === undefined ? undefined : sorted(Object.fromEntries(read));
}

/** A variable for each header from a Secret. Names that are one in letters of variables are numbered. */
function variablesOf(headers: NonNullable<ForwardedTraces['headers']>): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  const taken = new Set<string>();
  for (const header of Object.keys(headers).sort()) {
    if (typeof headers[header] === 'string') continue;
    const name = `OTLP_HEADER_${header.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`;
    let variable = name;
    for (let number = 2; taken.has(variable); number++) variable = `${name}_${number}`;
    taken.add(variable);
    variables.set(header, variable);
  }
  return variables;
}
