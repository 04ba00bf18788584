import type { Release } from '../../model/release';
import type { StrimziDialectName, TracingDialectName } from '../dialect-names';
import { KAFKA_VERSIONS } from './kafka-versions';
import { valueAt, valuesAt, type Line, type Lines } from './line';
import { strimziOlm, type OlmPackage } from './olm-package';
import { TAKES } from './takes';

/** What is known of a release: all that differs between two of them. */
export interface ReleaseFacts extends Release {
  /** The API that is written for it. It may serve others besides. */
  readonly dialect: StrimziDialectName;
  /** Operators that can run a Jaeger beside it, the usual one first. */
  readonly tracingDialects: readonly TracingDialectName[];
  /** How OLM installs it. */
  readonly olm: OlmPackage;
}

type Group = 'mirrorMaker2' | 'makes' | 'takes';
type FactLines = Lines<Omit<ReleaseFacts, 'name' | 'version' | 'kafka' | 'olm' | Group>> & {
  readonly [G in Group]: Lines<Release[G]>;
};

/**
 * What changed when. A feature behind a gate of the operator counts from the release that opens the gate by itself.
 * @see https://github.com/strimzi/strimzi-kafka-operator/blob/main/CHANGELOG.md
 */
const LINES: FactLines = {
  // 0.22 serves v1beta1 for the last time, and v1beta2 to move to; 0.49 to 0.51 serve v1beta2 for the last time, and v1.
  // Those are written in the newer one: whoever moves before the next upgrade has nothing left to do for it. Within
  // v1beta1, 0.20 brings listeners as a list; within v1beta2, 0.32 brings rules for many operations at once and OpenTelemetry, 0.33 OTLP,
  // 0.38 states of connectors, and 0.42 intervals in milliseconds.
  dialect: [
    ['0.18', 'strimzi-v1beta1'],
    ['0.20', 'strimzi-v1beta1-late'],
    ['0.22', 'strimzi-v1beta2-early'],
    ['0.33', 'strimzi-v1beta2-middle'],
    ['0.38', 'strimzi-v1beta2-late'],
    ['0.42', 'strimzi-v1beta2'],
    ['0.49', 'strimzi-v1'],
  ],
  // UseKRaft is a gate that is shut from 0.29, and beta and open from 0.40; it is gone in 0.42. 0.46 removes ZooKeeper.
  metadataModes: [
    ['0.18', ['zookeeper']],
    ['0.40', ['zookeeper', 'kraft']],
    ['0.42', ['kraft', 'zookeeper']],
    ['0.46', ['kraft']],
  ],
  // KafkaNodePools is a gate that is shut from 0.36, and open from 0.39.
  nodePools: [
    ['0.18', false],
    ['0.39', true],
  ],
  // The project's own examples set log.message.format.version up to 0.26; Kafka 3.0 ignores it.
  messageFormat: [
    ['0.18', true],
    ['0.27', false],
  ],
  // UnidirectionalTopicOperator is a gate that is shut from 0.36, and open from 0.39; 0.41 removes the bidirectional one.
  topicOperator: [
    ['0.18', 'bidirectional'],
    ['0.39', 'unidirectional'],
  ],
  // MirrorMaker 1 is deprecated from 0.26, when MirrorMaker 2 can keep the names of topics, and removed in 0.46.
  mirrorEngines: [
    ['0.18', ['mirrorMaker', 'mirrorMaker2']],
    ['0.26', ['mirrorMaker2', 'mirrorMaker']],
    ['0.46', ['mirrorMaker2']],
  ],
  mirrorMaker2: {
    // Kafka's own policy comes with Kafka 3.0, the default of 0.26.
    identityPolicy: [
      ['0.18', false],
      ['0.26', true],
    ],
    // sync.group.offsets.enabled comes with Kafka 2.7 (KIP-545), the default of 0.21.
    groupOffsets: [
      ['0.18', false],
      ['0.21', true],
    ],
    // KIP-716 comes with Kafka 3.0, the default of 0.26.
    offsetSyncsLocation: [
      ['0.18', false],
      ['0.26', true],
    ],
    // DefaultReplicationPolicy names internal topics with its separator from Kafka 3.1 on, the default of 0.28.
    internalSeparator: [
      ['0.18', false],
      ['0.28', true],
    ],
    // MirrorSourceConnector says that it supports it (KIP-618) from Kafka 3.5 on, the default of 0.36.
    exactlyOnce: [
      ['0.18', false],
      ['0.36', true],
    ],
    // 0.18 takes the field and sets no interceptors.
    traced: [
      ['0.18', false],
      ['0.19', true],
    ],
  },
  makes: {
    // UseStrimziPodSets is a gate that is shut from 0.28, and open from 0.30; the ConfigMaps of nodes come with it.
    kafkaPods: [
      ['0.18', 'StatefulSet'],
      ['0.30', 'StrimziPodSet'],
    ],
    // StableConnectIdentities is a gate that is shut from 0.34, and open from 0.37.
    connectPods: [
      ['0.18', 'Deployment'],
      ['0.37', 'StrimziPodSet'],
    ],
    // 0.46 deletes the Secret with the certificates of all brokers.
    nodeSecrets: [
      ['0.18', false],
      ['0.46', true],
    ],
    // 0.28 deletes the Secret of the entity operator.
    entitySecrets: [
      ['0.18', false],
      ['0.28', true],
    ],
    trustBundle: [
      ['0.18', false],
      ['0.50', true],
    ],
    rebalanceSecret: [
      ['0.18', false],
      ['0.41', true],
    ],
    trustSecrets: [
      ['0.18', 'none'],
      ['0.47', 'workers'],
      ['1.1', 'all'],
    ],
  },
  takes: TAKES,
  // 0.21 brings metricsConfig; v1beta1 takes rules in the object for as long as it is served.
  metricsRules: [
    ['0.18', 'object'],
    ['0.21', 'configMap'],
  ],
  // 0.48 brings custom logins; 0.49 deprecates the type for OAuth, and the API that is written from then on has none.
  logins: [
    ['0.18', 'oauth'],
    ['0.49', 'custom'],
  ],
  // externalConfiguration has a place of its own; templates of pods take volumes from 0.43, and have them below /mnt.
  connectFiles: [
    ['0.18', '/opt/kafka/external-configuration'],
    ['0.43', '/mnt'],
  ],
  // 0.32 takes opentelemetry and exports to Jaeger's own ports; 0.33 exports OTLP. 0.37 removes jaeger.
  tracing: [
    ['0.18', 'jaeger'],
    ['0.33', 'opentelemetry'],
  ],
  // The user operator learns from 0.25 whether the cluster takes ACLs, and then refuses the user.
  // @see https://github.com/strimzi/strimzi-kafka-operator/pull/5285
  aclsWithoutAuthorization: [
    ['0.18', 'credentialsOnly'],
    ['0.25', 'refused'],
  ],
  // The hash of what they read is an annotation of their pods (authTlsHash).
  followsSecrets: [
    ['0.18', false],
    ['0.26', true],
  ],
  // The examples' images are told apart by their tracing alone: they run with any cluster.
  clientContract: [
    ['0.18', 'hello-world'],
    ['0.33', 'test-clients'],
  ],
  // A Jaeger that OpenTelemetry's operator runs has no port for Jaeger's own clients.
  tracingDialects: [
    ['0.18', ['jaeger-v1']],
    ['0.33', ['opentelemetry-v1beta1', 'jaeger-v1']],
  ],
  // Two are known: the older one has the agent that Jaeger's own clients send to, the newer one takes OTLP.
  jaegerOperator: [
    ['0.18', '1.17.1'],
    ['0.33', '1.65.0'],
  ],
  // Up to 0.2 it reads v1beta2 of Kafka clusters and users, from 0.3 on v1, which 0.49 brings.
  accessOperator: [
    ['0.18', '0.2.0'],
    ['0.49', '0.3.0'],
  ],
};

/** The facts of a Strimzi release. */
export function strimziFacts(version: string): ReleaseFacts {
  const minor = version.split('.').slice(0, 2).join('.');
  const at = <T>(line: Line<T>): T => valueAt(line, minor);
  const kafka = KAFKA_VERSIONS[version];
  if (!kafka) throw new Error(`the Kafka versions of Strimzi ${version} are not known`);
  return {
    name: `Strimzi ${version}`,
    version,
    kafka,
    dialect: at(LINES.dialect),
    metadataModes: at(LINES.metadataModes),
    nodePools: at(LINES.nodePools),
    messageFormat: at(LINES.messageFormat),
    topicOperator: at(LINES.topicOperator),
    mirrorEngines: at(LINES.mirrorEngines),
    mirrorMaker2: valuesAt(LINES.mirrorMaker2, minor),
    makes: valuesAt(LINES.makes, minor),
    takes: valuesAt(LINES.takes, minor),
    metricsRules: at(LINES.metricsRules),
    logins: at(LINES.logins),
    connectFiles: at(LINES.connectFiles),
    tracing: at(LINES.tracing),
    followsSecrets: at(LINES.followsSecrets),
    aclsWithoutAuthorization: at(LINES.aclsWithoutAuthorization),
    clientContract: at(LINES.clientContract),
    tracingDialects: at(LINES.tracingDialects),
    jaegerOperator: at(LINES.jaegerOperator),
    accessOperator: at(LINES.accessOperator),
    olm: strimziOlm(version),
  };
}
