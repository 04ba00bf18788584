import type { TracingRecord, TracingSystem } from '../model/tracing';
import { noteFault } from './faults';
import type { Resource } from './resource';
import type { ResourceRecord } from '../model/resource';
import type { ITracing } from './tracing';

/** What a program needs to trace itself; absent, with a fault noted, where its traces cannot arrive. */
export function traceProgram(
  resource: Resource<ResourceRecord>,
  tracing: ITracing,
  program: { readonly system: TracingSystem; readonly managedByStrimzi: boolean; readonly serviceName: string },
): TracingRecord | undefined {
  const { system, managedByStrimzi, serviceName } = program;
  const target = tracing.targetFor({ site: resource.site, system, managedByStrimzi });
  if (!('unreachable' in target)) return { serviceName, system, target, sampler: tracing.sampler.record };
  noteFault(resource, {
    rule: 'tracing-in-reach',
    field: 'tracing',
    message: `Traces of ${serviceName} would not arrive: ${target.unreachable}.`,
    remedy: 'Choose another tracing backend, another agent, or no tracing for it.',
  });
  return undefined;
}
