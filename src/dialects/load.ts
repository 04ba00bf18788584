/* eslint-disable @typescript-eslint/no-require-imports -- a run loads the dialects that its sites speak, and no other */
import type { PlatformName } from '../model/platform';
import type { PlatformDialect, StrimziDialect, TracingDialect } from './dialect';
import type { StrimziDialectName, TracingDialectName } from './dialect-names';

/** Loads on the first call: `require` looks a module up each time. */
function once<T>(load: () => T): () => T {
  let loaded: T | undefined;
  return () => (loaded ??= load());
}

const STRIMZI: Readonly<Record<StrimziDialectName, () => StrimziDialect>> = {
  'strimzi-v1beta1': once(() => (require('./strimzi-v1beta1') as typeof import('./strimzi-v1beta1')).dialect),
  'strimzi-v1beta1-late': once(
    () => (require('./strimzi-v1beta1-late') as typeof import('./strimzi-v1beta1-late')).dialect,
  ),
  'strimzi-v1beta2-early': once(
    () => (require('./strimzi-v1beta2-early') as typeof import('./strimzi-v1beta2-early')).dialect,
  ),
  'strimzi-v1beta2-middle': once(
    () => (require('./strimzi-v1beta2-middle') as typeof import('./strimzi-v1beta2-middle')).dialect,
  ),
  'strimzi-v1beta2-late': once(
    () => (require('./strimzi-v1beta2-late') as typeof import('./strimzi-v1beta2-late')).dialect,
  ),
  'strimzi-v1beta2': once(() => (require('./strimzi-v1beta2') as typeof import('./strimzi-v1beta2')).dialect),
  'strimzi-v1': once(() => (require('./strimzi-v1') as typeof import('./strimzi-v1')).dialect),
};

const TRACING: Readonly<Record<TracingDialectName, (jaegerOperator: string) => TracingDialect>> = {
  'jaeger-v1': (version) => (require('./jaeger-v1') as typeof import('./jaeger-v1')).dialectOf(version),
  'opentelemetry-v1beta1': () =>
    (require('./opentelemetry-v1beta1') as typeof import('./opentelemetry-v1beta1')).dialect,
};

const PLATFORM: Readonly<Record<PlatformName, () => PlatformDialect>> = {
  kubernetes: once(() => (require('./kubernetes') as typeof import('./kubernetes')).dialect),
  openshift: once(() => (require('./openshift') as typeof import('./openshift')).dialect),
};

/** The spelling of Kafka clusters. */
export function strimziDialect(name: StrimziDialectName): StrimziDialect {
  return STRIMZI[name]();
}

/** The spelling of a Jaeger, where the Jaeger operator has that version. */
export function tracingDialect(name: TracingDialectName, jaegerOperator: string): TracingDialect {
  return TRACING[name](jaegerOperator);
}

/** The spelling of what a platform has. */
export function platformDialect(name: PlatformName): PlatformDialect {
  return PLATFORM[name]();
}

/** The Operator Lifecycle Manager: its spelling and its catalogues. */
export const olm = once(() => require('./olm') as typeof import('./olm'));

/** The contracts of client images. */
export const clients = once(() => require('./clients') as typeof import('./clients'));
