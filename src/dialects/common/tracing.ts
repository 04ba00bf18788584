import type { EnvVar } from '../../model/env';
import type { TracingSystem } from '../../model/tracing';
import type { Limit } from './codec';

/** Reads the `tracing` of a Strimzi component. */
export function readTracing(wire: { type?: string } | undefined): TracingSystem | undefined {
  return wire?.type === 'jaeger' || wire?.type === 'opentelemetry' ? wire.type : undefined;
}

const SINCE: Readonly<Record<TracingSystem, string>> = {
  jaeger: 'Strimzi 0.18.0 (gone from Strimzi 0.37 on)',
  opentelemetry: 'Strimzi 0.45.2',
};

/** What tracing a component cannot do. */
export function tracingLimits(given: TracingSystem | undefined, possible: readonly TracingSystem[]): Limit[] {
  if (given === undefined || possible.includes(given)) return [];
  return [
    {
      field: 'tracing',
      given,
      message: 'The operator takes this tracing for nothing.',
      allowed: possible.length > 0 ? possible.join(', ') : 'no tracing',
      since: SINCE[given],
    },
  ];
}

/** What variables a Strimzi container cannot take. No release takes the address of the node. */
export function envLimits(env: readonly EnvVar[] | undefined, secrets: boolean): Limit[] {
  return (env ?? []).flatMap((variable, index) => {
    const field = `env[${index}]`;
    if ('nodeAddress' in variable) {
      return [
        {
          field,
          given: variable.name,
          message: 'Containers of the operator cannot learn the address of their node.',
          allowed: 'a value',
        },
      ];
    }
    if ('secret' in variable && !secrets) {
      return [
        {
          field,
          given: variable.name,
          message: 'Containers of the operator take values only.',
          allowed: 'a value',
          since: 'Strimzi 0.45.2',
        },
      ];
    }
    return [];
  });
}
