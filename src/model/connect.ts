import type { ConnectorOptions, OffsetsAction } from './connector';
import type { Endpoint } from './endpoint';
import type { EnvVar } from './env';
import type { ConnectObjects } from './made-objects';
import type { HostedRecord } from './pods';
import type { Config, OwnConfig, ResourceRecord, Resources } from './resource';
import type { TracingSystem } from './tracing';
import type { JmxRecord, WorkloadRecord } from './workload';

/** A Kafka Connect: workers that run connectors, and keep what they know in topics of a Kafka cluster. */
export interface ConnectRecord extends ResourceRecord, WorkloadRecord, HostedRecord {
  readonly replicas: number;
  /** How the workers reach the Kafka cluster. */
  readonly endpoint: Endpoint;
  /** Kafka version of the workers; absent: the operator's default. */
  readonly version?: string;
  /** The container image; absent: the operator's, or the one that is built. */
  readonly image?: string;
  /** Group of the workers; absent: the operator's default, where it has one. */
  readonly groupId?: string;
  readonly configStorageTopic?: string;
  readonly offsetStorageTopic?: string;
  readonly statusStorageTopic?: string;
  readonly config?: Config;
  /** Whether connectors are objects of their own; otherwise they are told the REST interface. */
  readonly connectorResources?: boolean;
  readonly build?: ConnectBuild;
  readonly rack?: { readonly topologyKey: string };
  /** JMX of the workers; absent: it is closed. */
  readonly jmx?: JmxRecord;
  readonly tracing?: TracingSystem;
  readonly env?: readonly EnvVar[];
  /** Files of Secrets and ConfigMaps. */
  readonly volumes?: readonly ConnectVolume[];
  /** Labels and annotations of what the operator makes for the workers. */
  readonly objects?: ConnectObjects;
  readonly resources?: Resources;
}

/** A Secret or a ConfigMap whose keys are files of the workers. */
export type ConnectVolume =
  | { readonly name: string; readonly path: string; readonly secret: string }
  | { readonly name: string; readonly path: string; readonly configMap: string };

/** An image that the operator builds of its own one and plugins. */
export interface ConnectBuild {
  readonly output: ConnectBuildOutput;
  readonly plugins: readonly ConnectPlugin[];
  /** CPU and memory of the pod that builds. */
  readonly resources?: Resources;
}

/** Where a built image goes. */
export interface ConnectBuildOutput {
  /** `docker`: an image registry; `imagestream`: OpenShift's own, which must be there. */
  readonly type: 'docker' | 'imagestream';
  /** Name of the image, with a tag. */
  readonly image: string;
  /** Secret with the credentials of the image registry (`docker`). */
  readonly pushSecret?: string;
  /** Further options of Buildah where it builds the image (`docker`, from Strimzi 0.49 on). */
  readonly buildOptions?: readonly string[];
  /** Further options of Buildah where it pushes the image (`docker`, from Strimzi 0.49 on). */
  readonly pushOptions?: readonly string[];
  /** Further options of Kaniko (`docker`, up to Strimzi 0.51). */
  readonly kanikoOptions?: readonly string[];
}

/** Files that make a kind of connector. */
export interface ConnectPlugin {
  /** Unique within the build: lower-case letters, digits, hyphens and underscores. */
  readonly name: string;
  readonly artifacts: readonly ConnectArtifact[];
}

/** A file, or an archive of files. */
export interface ConnectArtifact {
  /** What it is: a file, an archive that is unpacked, or an artifact of a Maven repository. */
  readonly type: 'jar' | 'tgz' | 'zip' | 'maven' | 'other';
  /** Where it is loaded from; not for `maven`. */
  readonly url?: string;
  /** Checksum of what is at the URL. */
  readonly sha512sum?: string;
  /** Name of the file (`other`). */
  readonly fileName?: string;
  /** Group of the coordinates (`maven`). */
  readonly group?: string;
  /** Name within the group (`maven`). */
  readonly artifact?: string;
  /** Version (`maven`). */
  readonly version?: string;
  /** URL of the repository (`maven`); absent: Maven Central. */
  readonly repository?: string;
}

/** A connector that a Kafka Connect runs. */
export interface ConnectorRecord extends ResourceRecord, ConnectorOptions {
  /** Name of the Kafka Connect. */
  readonly connect: string;
  /** Java class, or an alias of one. */
  readonly class?: string;
  /** What is to be done with the offsets, once. */
  readonly offsets?: OffsetsAction;
}

/** The group that a sink connector reads as, where its settings name no other. */
export function connectorGroup(name: string, config: OwnConfig = {}): string {
  const own = config['consumer.override.group.id'];
  return typeof own === 'string' ? own : `connect-${name}`;
}

/** Settings that say what a sink connector reads: names, and an expression that finds them. */
export const TOPIC_SETTINGS = ['topics', 'topics.regex'] as const;

/** The setting that says where records go that a sink connector fails on. */
export const DEAD_LETTERS = 'errors.deadletterqueue.topic.name';

/** Whether a connector reads topics, by its settings. */
export function isSink(config: OwnConfig = {}): boolean {
  return TOPIC_SETTINGS.some((setting) => config[setting] !== undefined);
}
