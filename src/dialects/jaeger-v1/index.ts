import type { TracingDialect } from '../dialect';
import { endpoints } from './endpoints';
import { JAEGER_OPERATOR_1_17, jaegerOperator, type JaegerOperator } from './facts';
import { makes } from './makes';
import { KIND, tracingBackend } from './tracing-backend';

export { JAEGER_OPERATOR_1_17, JAEGER_OPERATOR_1_65, jaegerOperator, type JaegerOperator } from './facts';

/** Jaeger v1, run by its own operator. The resource is one in all versions; what listens where is not. */
export function jaegerV1(operator: JaegerOperator): TracingDialect {
  return {
    tracingBackend,
    recognises: ({ kind }) => kind === KIND,
    parts: (backend) => [backend],
    endpoints: (backend) => endpoints(backend, operator),
    takesHost: (platform) => platform !== 'openshift' || operator.routeHosts,
    makes: (backend, platform) => makes(backend, platform, operator),
  };
}

/** Jaeger v1 as the operator of the time of Strimzi 0.18 runs it. */
export const dialect: TracingDialect = jaegerV1(JAEGER_OPERATOR_1_17);

/**
 * Jaeger v1 as a version of its operator (`1.17.1`, `1.65.0`) runs it.
 * @throws where the version is not known.
 */
export function dialectOf(version: string): TracingDialect {
  return jaegerV1(jaegerOperator(version));
}
