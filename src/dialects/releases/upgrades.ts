import type { MirrorEngine, Release } from '../../model/release';
import type { MetadataMode } from '../../model/kafka-cluster';
import type { TracingSystem } from '../../model/tracing';
import { compareMinors } from '../../model/minors';
import { StrimziRelease } from '.';
import { valueAt, type Line } from './line';

/** What a release asks of those who come from an earlier one, or lets them do on the way to a later one. */
export interface UpgradeFacts {
  readonly metadataModes: readonly MetadataMode[];
  readonly mirrorEngines: readonly MirrorEngine[];
  /** Client libraries that the operator's components trace themselves with. */
  readonly tracing: readonly TracingSystem[];
  /** Whether a running cluster can be moved from ZooKeeper to KRaft. */
  readonly kraftMigration: boolean;
  /** Whether the place that a connector of a mirror goes on from can be set. */
  readonly connectorOffsets: boolean;
  /** Whether a rule of a user may name its one operation in `operation`. */
  readonly singleOperations: boolean;
  /** Whether Kafka is upgraded only where the format of its messages is set. */
  readonly asksMessageFormat: boolean;
  /** Whether brokers talk to their controller through a listener of its own. */
  readonly controlPlane: 'never' | 'onRequest' | 'unlessRefused' | 'always';
  /** Whether the topic operator keeps its own topics in Kafka. */
  readonly storesTopics: boolean;
}

type Lines = {
  readonly [Fact in Exclude<keyof UpgradeFacts, 'metadataModes' | 'mirrorEngines'>]: Line<UpgradeFacts[Fact]>;
};

/** @see https://github.com/strimzi/strimzi-kafka-operator/blob/main/CHANGELOG.md */
const LINES: Lines = {
  // 0.32 exports to Jaeger's own ports, so that it is of no use to what speaks OTLP.
  tracing: [
    ['0.18', ['jaeger']],
    ['0.33', ['jaeger', 'opentelemetry']],
    ['0.37', ['opentelemetry']],
  ],
  kraftMigration: [
    ['0.18', false],
    ['0.40', true],
    ['0.46', false],
  ],
  connectorOffsets: [
    ['0.18', false],
    ['0.44', true],
  ],
  // From 0.49 on the user operator reads v1, which has no such field: what is stored with it gives no rights.
  singleOperations: [
    ['0.18', true],
    ['0.49', false],
  ],
  // From 0.22 on the operator sets it by itself where nobody does.
  asksMessageFormat: [
    ['0.18', true],
    ['0.22', false],
  ],
  // The feature gate ControlPlaneListener. Brokers with the listener and brokers that never heard of it do not find each other.
  controlPlane: [
    ['0.18', 'never'],
    ['0.23', 'onRequest'],
    ['0.27', 'unlessRefused'],
    ['0.32', 'always'],
  ],
  // The bidirectional topic operator, which the gate UnidirectionalTopicOperator turns off from 0.39 on.
  storesTopics: [
    ['0.18', true],
    ['0.39', false],
  ],
};

/** What an upgrade from or to a release has to heed. */
export function upgradeFacts({ facts }: { readonly facts: Release }): UpgradeFacts {
  const minor = facts.version.split('.').slice(0, 2).join('.');
  const at = <T>(line: Line<T>): T => valueAt(line, minor);
  return {
    metadataModes: facts.metadataModes,
    mirrorEngines: facts.mirrorEngines,
    tracing: at(LINES.tracing),
    kraftMigration: at(LINES.kraftMigration),
    connectorOffsets: at(LINES.connectorOffsets),
    singleOperations: at(LINES.singleOperations),
    asksMessageFormat: at(LINES.asksMessageFormat),
    controlPlane: at(LINES.controlPlane),
    storesTopics: at(LINES.storesTopics),
  };
}

/** Whether a release is older than another, of whatever vendor both are. */
export function isOlder(one: StrimziRelease, other: StrimziRelease): boolean {
  return compareMinors(one.facts.version, other.facts.version) < 0;
}

/**
 * The releases that an upgrade goes through, oldest first, the last one with them: those of Strimzi, or of Red Hat where
 * it is Red Hat's that is wanted. A release that is of the same minor as the first one is none to go through.
 */
export function releasesAfter(from: StrimziRelease, to: StrimziRelease): readonly StrimziRelease[] {
  const line = to.facts.olm.vendor === 'redHat' ? StrimziRelease.PRODUCTS : StrimziRelease.ALL;
  const between = line.filter((each) => isOlder(from, each) && isOlder(each, to));
  return from === to ? [] : [...between, to];
}
