import type { Release } from '../model/release';
import type { StrimziDialect, TracingDialect } from './dialect';
import { strimziDialect, tracingDialect, type StrimziDialectName, type TracingDialectName } from './load';

/** How OLM installs a release. */
export interface OlmPackage {
  readonly package: string;
  readonly channel: string;
  /** Whose catalogue it is in. */
  readonly vendor: 'community' | 'redHat';
  /** Version to install first; absent: the newest of the channel. */
  readonly startingCSV?: string;
}

/** What is known of a release: all that differs between two of them. */
export interface ReleaseFacts extends Release {
  /** The API that it speaks. */
  readonly dialect: StrimziDialectName;
  /** Operators that can run a Jaeger beside it, the usual one first. */
  readonly tracingDialects: readonly TracingDialectName[];
  /** Version of the Jaeger operator of the release's time. */
  readonly jaegerOperator: string;
  /** How OLM installs it. */
  readonly olm: OlmPackage;
}

const STRIMZI_0_18: ReleaseFacts = {
  name: 'Strimzi 0.18.0',
  version: '0.18.0',
  dialect: 'strimzi-v1beta1',
  kafka: { versions: ['2.4.0', '2.4.1', '2.5.0'], default: '2.5.0' },
  metadataModes: ['zookeeper'],
  nodePools: false,
  messageFormat: true,
  topicOperator: 'bidirectional',
  mirrorEngines: ['mirrorMaker', 'mirrorMaker2'],
  mirrorMaker2: { identityPolicy: false, groupOffsets: false, traced: false },
  tracing: 'jaeger',
  aclsWithoutAuthorization: 'credentialsOnly',
  clientContract: 'hello-world',
  tracingDialects: ['jaeger-v1'],
  jaegerOperator: '1.17.1',
  olm: strimziOlm('0.18.0', 'strimzi-0.18.x'),
};

const STRIMZI_0_45: ReleaseFacts = {
  name: 'Strimzi 0.45.2',
  version: '0.45.2',
  dialect: 'strimzi-v1beta2',
  kafka: { versions: ['3.8.0', '3.8.1', '3.9.0', '3.9.1', '3.9.2'], default: '3.9.2' },
  metadataModes: ['kraft', 'zookeeper'],
  nodePools: true,
  messageFormat: false,
  topicOperator: 'unidirectional',
  mirrorEngines: ['mirrorMaker2', 'mirrorMaker'],
  mirrorMaker2: { identityPolicy: true, groupOffsets: true, traced: true },
  tracing: 'opentelemetry',
  aclsWithoutAuthorization: 'refused',
  clientContract: 'test-clients',
  tracingDialects: ['opentelemetry-v1beta1', 'jaeger-v1'],
  jaegerOperator: '1.65.0',
  olm: strimziOlm('0.45.2', 'strimzi-0.45.x'),
};

const STRIMZI_1_2: ReleaseFacts = {
  name: 'Strimzi 1.2.0',
  version: '1.2.0',
  dialect: 'strimzi-v1',
  kafka: { versions: ['4.2.0', '4.2.1', '4.3.0', '4.3.1'], default: '4.3.1' },
  metadataModes: ['kraft'],
  nodePools: true,
  messageFormat: false,
  topicOperator: 'unidirectional',
  mirrorEngines: ['mirrorMaker2'],
  mirrorMaker2: { identityPolicy: true, groupOffsets: true, traced: true },
  tracing: 'opentelemetry',
  aclsWithoutAuthorization: 'refused',
  clientContract: 'test-clients',
  tracingDialects: ['opentelemetry-v1beta1', 'jaeger-v1'],
  jaegerOperator: '1.65.0',
  olm: strimziOlm('1.2.0', 'strimzi-1.2.x'),
};

/**
 * An operator release. It names the API that a site speaks, the Kafka versions that run there and what can be said.
 * @see https://github.com/strimzi/strimzi-kafka-operator/releases
 */
export class StrimziRelease {
  /** Strimzi 0.18.0: `v1beta1`, ZooKeeper, MirrorMaker 1, Jaeger client tracing. */
  static readonly V0_18 = new StrimziRelease(STRIMZI_0_18);
  /** Strimzi 0.45.2: `v1beta2`, the last with ZooKeeper and MirrorMaker 1. */
  static readonly V0_45 = new StrimziRelease(STRIMZI_0_45);
  /** Strimzi 1.2.0: `v1` only, KRaft and MirrorMaker 2 only. */
  static readonly V1_2 = new StrimziRelease(STRIMZI_1_2);
  /** Red Hat AMQ Streams 1.5, which is Strimzi 0.18.0. */
  static readonly AMQ_STREAMS_1_5 = new StrimziRelease({
    ...STRIMZI_0_18,
    name: 'AMQ Streams 1.5 (Strimzi 0.18.0)',
    olm: redHatOlm('amq-streams-1.5.x', 'amqstreams.v1.5.0'),
  });
  /** Red Hat Streams for Apache Kafka 2.9, which is Strimzi 0.45. */
  static readonly STREAMS_2_9 = new StrimziRelease({
    ...STRIMZI_0_45,
    name: 'Streams for Apache Kafka 2.9 (Strimzi 0.45.2)',
    olm: redHatOlm('amq-streams-2.9.x'),
  });

  /** The releases by the names that a command line or an environment variable gives them. */
  private static readonly BY_NAME: Readonly<Record<string, StrimziRelease>> = {
    '0.18': StrimziRelease.V0_18,
    '0.18.0': StrimziRelease.V0_18,
    '0.45': StrimziRelease.V0_45,
    '0.45.2': StrimziRelease.V0_45,
    '1.2': StrimziRelease.V1_2,
    '1.2.0': StrimziRelease.V1_2,
    'amq-streams-1.5': StrimziRelease.AMQ_STREAMS_1_5,
    'streams-2.9': StrimziRelease.STREAMS_2_9,
  };

  private constructor(
    /** What the release has and does. */
    readonly facts: ReleaseFacts,
  ) {}

  /** What people call it. */
  get name(): string {
    return this.facts.name;
  }

  /**
   * The release of a name: a Strimzi version (`0.45.2`, `1.2`), `amq-streams-1.5` or `streams-2.9`.
   * @throws where no release has the name.
   */
  static of(name: string): StrimziRelease {
    const release = Object.hasOwn(StrimziRelease.BY_NAME, name) ? StrimziRelease.BY_NAME[name] : undefined;
    if (!release) {
      throw new Error(`no release "${name}"; releases are ${Object.keys(StrimziRelease.BY_NAME).join(', ')}`);
    }
    return release;
  }

  /**
   * The spelling that the release understands; loaded when first asked for.
   * @internal
   */
  get dialect(): StrimziDialect {
    return strimziDialect(this.facts.dialect);
  }

  /**
   * The spelling of a Jaeger beside it, by the operator named or the usual one; loaded when first asked for.
   * @internal
   */
  tracingDialect(name: TracingDialectName | undefined = this.facts.tracingDialects[0]): TracingDialect {
    return tracingDialect(name ?? 'opentelemetry-v1beta1', this.facts.jaegerOperator);
  }
}

function strimziOlm(version: string, channel: string): OlmPackage {
  return {
    package: 'strimzi-kafka-operator',
    channel,
    vendor: 'community',
    startingCSV: `strimzi-cluster-operator.v${version}`,
  };
}

function redHatOlm(channel: string, startingCSV?: string): OlmPackage {
  return { package: 'amq-streams', channel, vendor: 'redHat', ...(startingCSV !== undefined && { startingCSV }) };
}
