import type { TracingDialect } from '../dialect';
import { isJaeger } from './config';
import { endpoints, parts } from './endpoints';
import { makes } from './makes';
import { KIND, tracingBackend } from './tracing-backend';

export { JAEGER_IMAGE } from './facts';

/** Jaeger v2, run by the OpenTelemetry operator. */
export const dialect: TracingDialect = {
  tracingBackend,
  recognises: ({ kind, spec }) => kind === KIND && isJaeger(spec),
  parts,
  endpoints,
  // An exposure of its own opens it.
  takesHost: () => true,
  makes,
};
