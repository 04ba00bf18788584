import type * as Access from '../../imports/access';
import type * as JaegerV1 from '../../imports/jaeger-v1';
import type * as OpenShift from '../../imports/openshift';
import type * as OpenTelemetry from '../../imports/opentelemetry-v1beta1';
import type * as V1 from '../../imports/strimzi-v1';
import type * as V1beta1 from '../../imports/strimzi-v1beta1';
import type * as V1beta2 from '../../imports/strimzi-v1beta2';

/**
 * What stands in the manifest of a resource over what the library writes: the part of it that is to be different, in the
 * words of the API that the site's release speaks. See {@link Overrides} for how it is merged.
 */
export interface AnyOverrides {
  /** Fields of the object's `spec`; the rest of the object has props. */
  readonly spec?: object;
}

/**
 * What stands in the manifest of a resource over what the library writes: `{ spec: { kafka: { jvmOptions: … } } }`. It is
 * merged last, before JSON patches, and judged with the whole: a word of another release is told with the releases that
 * have it.
 *
 * Maps are merged field by field, and `null` takes a field away. Lists whose items have names (`name`, `id`, `alias` and
 * the like) are merged by these: an item of a known name is merged into that one, another one comes at the end. Any other
 * list stands in place of the former. What belongs to a list cannot be taken away here; a JSON patch can.
 *
 * The type has the words of all releases of the kind, as one of its APIs has them.
 */
export interface Overrides<K extends OverridableKind> extends AnyOverrides {
  /** Fields of the object's `spec`; the rest of the object has props. */
  readonly spec?: Partially<OverridableSpecs[K]>;
}

/** Some of a value's fields, at every depth; `null`: none. */
export type Partially<T> = T extends readonly (infer Item)[]
  ? readonly Partially<Item>[]
  : T extends object
    ? { readonly [Field in keyof T]?: Partially<T[Field]> | null }
    : T;

/** Kinds that the library has the types of. */
export type OverridableKind = keyof OverridableSpecs;

/** What each kind says, in each API that has it. */
export interface OverridableSpecs {
  /** A Kafka cluster. */
  readonly Kafka: SpecOf<V1.KafkaManifest | V1beta2.KafkaManifest | V1beta1.KafkaManifest>;
  /** A node pool. */
  readonly KafkaNodePool: SpecOf<V1.KafkaNodePoolManifest | V1beta2.KafkaNodePoolManifest>;
  /** A topic. */
  readonly KafkaTopic: SpecOf<V1.KafkaTopicManifest | V1beta2.KafkaTopicManifest | V1beta1.KafkaTopicManifest>;
  /** A user. */
  readonly KafkaUser: SpecOf<V1.KafkaUserManifest | V1beta2.KafkaUserManifest | V1beta1.KafkaUserManifest>;
  /** MirrorMaker 1 or 2. */
  readonly KafkaMirrorMaker: SpecOf<
    | V1.KafkaMirrorMaker2Manifest
    | V1beta2.KafkaMirrorMaker2Manifest
    | V1beta1.KafkaMirrorMaker2Manifest
    | V1beta2.KafkaMirrorMakerManifest
    | V1beta1.KafkaMirrorMakerManifest
  >;
  /** A Kafka Connect. */
  readonly KafkaConnect: SpecOf<V1.KafkaConnectManifest | V1beta2.KafkaConnectManifest | V1beta1.KafkaConnectManifest>;
  /** A connector. */
  readonly KafkaConnector: SpecOf<
    V1.KafkaConnectorManifest | V1beta2.KafkaConnectorManifest | V1beta1.KafkaConnectorManifest
  >;
  /** A bridge. */
  readonly KafkaBridge: SpecOf<V1.KafkaBridgeManifest | V1beta2.KafkaBridgeManifest | V1beta1.KafkaBridgeManifest>;
  /** A rebalance. */
  readonly KafkaRebalance: SpecOf<
    V1.KafkaRebalanceManifest | V1beta2.KafkaRebalanceManifest | V1beta1.KafkaRebalanceManifest
  >;
  /** A Secret for programs. */
  readonly KafkaAccess: SpecOf<Access.KafkaAccessManifest>;
  /** A Jaeger of version 1, or the collector that a Jaeger of version 2 is. */
  readonly Jaeger: SpecOf<JaegerV1.JaegerManifest | OpenTelemetry.OpenTelemetryCollectorManifest>;
  /** A Route; the fields of an Ingress are Kubernetes' own. */
  readonly Route: SpecOf<OpenShift.RouteManifest>;
}

type SpecOf<T extends { readonly spec?: unknown }> = NonNullable<T['spec']>;
