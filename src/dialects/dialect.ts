import type { Client } from '../model/client';
import type { KafkaCluster } from '../model/kafka-cluster';
import type { MirrorMaker } from '../model/mirror-maker';
import type { MirrorMaker2 } from '../model/mirror-maker-2';
import type { NodePool } from '../model/node-pool';
import type { Exposure, Namespace, OperatorGroup, Subscription } from '../model/platform';
import type { Topic } from '../model/topic';
import type { TracingBackend } from '../model/tracing';
import type { User } from '../model/user';
import type { Codec, Entry, Manifest } from './common/codec';

/** The nouns of a Strimzi API generation. A noun that is forgotten does not compile. */
export interface StrimziDialect {
  readonly kafkaCluster: Codec<KafkaCluster>;
  readonly nodePool: Entry<NodePool>;
  readonly topic: Codec<Topic>;
  readonly user: Codec<User>;
  readonly mirrorMaker: Entry<MirrorMaker>;
  readonly mirrorMaker2: Entry<MirrorMaker2>;
}

/** An operator that runs tracing backends. */
export interface TracingDialect {
  readonly tracingBackend: Codec<TracingBackend>;
  /** Whether an object of the codec's kind is a tracing backend at all. */
  readonly recognises: (manifest: Manifest) => boolean;
  /** The records that the backend is written as, one for each object that it takes. */
  readonly parts: (backend: TracingBackend) => readonly TracingBackend[];
  /** What of a backend its clients and its users' browsers can reach. */
  readonly doors: (backend: TracingBackend) => TracingDoors;
}

/** Where a tracing backend listens. Host names are those of Services in its namespace. */
export interface TracingDoors {
  /** A Jaeger agent behind a Service. */
  readonly agent?: Door;
  /** A Jaeger agent on each node. */
  readonly nodeAgent?: { readonly port: number };
  /** A Jaeger agent that the operator puts beside each container of a Deployment with these annotations. */
  readonly sidecar?: { readonly port: number; readonly annotations: Readonly<Record<string, string>> };
  /** A Jaeger collector that takes Thrift over HTTP. */
  readonly collector?: Door;
  readonly otlpGrpc?: Door;
  readonly otlpHttp?: Door;
  /** The user interface, where the operator does not open it to the outside itself. */
  readonly query?: { readonly service: string; readonly port: string | number };
}

/** A host and a port. */
export interface Door {
  readonly host: string;
  readonly port: number;
}

/** What every Kubernetes has. */
export interface PlatformDialect {
  readonly namespace: Codec<Namespace>;
  readonly client: Codec<Client>;
  /** Ingress or Route. */
  readonly exposure: Codec<Exposure>;
}

/** The Operator Lifecycle Manager. */
export interface OlmDialect {
  readonly operatorGroup: Codec<OperatorGroup>;
  readonly subscription: Codec<Subscription>;
}
