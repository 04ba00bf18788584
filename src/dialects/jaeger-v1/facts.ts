/** What a version of the Jaeger operator has and does: the facts that differ, as data. */
export interface JaegerOperator {
  /** Operator version, which is that of the Jaeger that it runs. */
  readonly version: string;
  /** Whether the all-in-one process of its own image has an agent in it, behind the agent Service. */
  readonly allInOneAgent: boolean;
  /** Whether its collectors take OTLP. */
  readonly otlp: boolean;
  /**
   * Whether an all-in-one Jaeger stays up on OpenShift: 1.65 still gives it flags of the agent that it has lost.
   * @see https://github.com/jaegertracing/jaeger-operator/issues/2814
   */
  readonly allInOneOnOpenShift: boolean;
  /**
   * Whether it makes ConfigMaps on OpenShift that the cluster fills with certificates.
   * @see https://github.com/jaegertracing/jaeger-operator/blob/v1.65.0/pkg/config/ca/ca.go
   */
  readonly certificateBundles: boolean;
  /**
   * Whether a Route has the host that is asked for (from 1.55 on); an Ingress always has.
   * @see pkg/route/query.go of jaegertracing/jaeger-operator
   */
  readonly routeHosts: boolean;
}

/** The operator of the time of Strimzi 0.18. */
export const JAEGER_OPERATOR_1_17: JaegerOperator = {
  version: '1.17.1',
  allInOneAgent: true,
  otlp: false,
  allInOneOnOpenShift: true,
  certificateBundles: false,
  routeHosts: false,
};

/** The last Jaeger operator. */
export const JAEGER_OPERATOR_1_65: JaegerOperator = {
  version: '1.65.0',
  allInOneAgent: false,
  otlp: true,
  allInOneOnOpenShift: false,
  certificateBundles: true,
  routeHosts: true,
};

const OPERATORS: readonly JaegerOperator[] = [JAEGER_OPERATOR_1_17, JAEGER_OPERATOR_1_65];

/**
 * The facts of a version, `1.65.0` or `1.65`.
 * @throws where they are not known.
 */
export function jaegerOperator(version: string): JaegerOperator {
  const found = OPERATORS.find(
    (operator) => operator.version === version || operator.version.startsWith(`${version}.`),
  );
  if (found) return found;
  const known = OPERATORS.map((operator) => operator.version).join(', ');
  throw new Error(`no Jaeger operator "${version}"; versions are ${known}`);
}

/** The first all-in-one process without an agent. */
const AGENT_GONE = { major: 1, minor: 63 };

/** Whether an all-in-one process has an agent in it: a pinned image tells by its tag, another is of the operator's time. */
export function hasAgent(image: string | undefined, { allInOneAgent }: JaegerOperator): boolean {
  const tag = /:v?(\d+)\.(\d+)(?!\d)[^/]*$/.exec(image ?? '');
  if (!tag) return allInOneAgent;
  const major = Number(tag[1]);
  return major < AGENT_GONE.major || (major === AGENT_GONE.major && Number(tag[2]) < AGENT_GONE.minor);
}
