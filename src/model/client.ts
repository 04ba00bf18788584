import type { Endpoint } from './endpoint';
import type { EnvVar } from './env';
import type { PlacementRecord, ResourceRecord, Resources } from './resource';
import type { TracingRecord } from './tracing';

/** What a client application does. */
export type ClientRole =
  | { readonly type: 'producer'; readonly topic: string }
  | { readonly type: 'consumer'; readonly topic: string; readonly group: string }
  | { readonly type: 'streams'; readonly source: string; readonly target: string; readonly applicationId: string }
  /** What cannot be told from the object that it was read from. */
  | { readonly type: 'other' };

/** The variables that an image reads its settings from. */
export type ClientContract = 'hello-world' | 'strimzi-examples' | 'test-clients' | 'generic';

/** Where a container finds certificates and passwords. */
export type CredentialsAs = 'environment' | 'files';

/** A client application. */
export interface ClientRecord extends ResourceRecord {
  readonly role: ClientRole;
  readonly contract: ClientContract;
  /** The variables of an image of the team's own; the other contracts name theirs themselves. */
  readonly variables?: ClientVariables;
  readonly image: string;
  readonly replicas: number;
  readonly endpoint: Endpoint;
  /** Certificates and passwords are mounted from their Secrets; absent: variables hold them. */
  readonly credentialsAs?: 'files';
  readonly tracing?: TracingRecord;
  /** Milliseconds between two messages of a producer. */
  readonly delayMs?: number;
  /** Messages after which the program ends. */
  readonly messageCount?: number;
  readonly logLevel?: string;
  /** Variables of the team's own. */
  readonly env?: readonly EnvVar[];
  /** What the container runs in place of the image's entry point. */
  readonly command?: readonly string[];
  /** Arguments in place of the image's own. */
  readonly args?: readonly string[];
  readonly resources?: Resources;
  readonly probes?: Probes;
  /** Nodes of the Kubernetes cluster that the pods must run on. */
  readonly placement?: PlacementRecord;
  /** ServiceAccount of the pods; absent: the namespace's default. */
  readonly serviceAccount?: string;
  /** Absent: `Always` for the tag `latest`, else `IfNotPresent`. */
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  /** Secrets with the credentials of image registries. */
  readonly imagePullSecrets?: readonly string[];
  /** Labels of the pods besides `app`, which the Deployment selects them by. */
  readonly podLabels?: Readonly<Record<string, string>>;
  /** Annotations of the pods. */
  readonly podAnnotations?: Readonly<Record<string, string>>;
  /** User id that the container runs as; absent: that of the image, or one that the platform chooses. */
  readonly runAsUser?: number;
  /** Whether the pod keeps to the restricted Pod Security Standard and sees no service variables. */
  readonly restricted: boolean;
}

/**
 * Names of the environment variables that an application reads its settings from. With credentials as files,
 * `caCertificate`, `userCertificate`, `userKey` and `password` hold the path of a file.
 */
export interface ClientVariables {
  readonly bootstrapServers?: string;
  /** Topic of a producer or consumer. */
  readonly topic?: string;
  /** Consumer group. */
  readonly groupId?: string;
  /** Kafka Streams application. */
  readonly applicationId?: string;
  /** Topic that a Kafka Streams application reads. */
  readonly sourceTopic?: string;
  /** Topic that a Kafka Streams application writes to. */
  readonly targetTopic?: string;
  /** Certificate to trust, as PEM. */
  readonly caCertificate?: string;
  /** Client certificate, as PEM. */
  readonly userCertificate?: string;
  /** Private key of the client certificate, as PEM. */
  readonly userKey?: string;
  readonly username?: string;
  readonly password?: string;
  /** Kafka's `security.protocol`: `SSL`, `SASL_SSL` … */
  readonly securityProtocol?: string;
  /** Kafka's `sasl.mechanism`: `SCRAM-SHA-512` … */
  readonly saslMechanism?: string;
  /** Kafka's `sasl.jaas.config`: login module, user name and password in one. */
  readonly saslJaasConfig?: string;
  readonly delayMs?: string;
  readonly messageCount?: string;
  readonly logLevel?: string;
}

/** How Kubernetes asks a container how it is. */
export interface Probes {
  /** A container that has not started when this fails is started anew. */
  readonly startup?: Probe;
  /** A container that is not alive is started anew. */
  readonly liveness?: Probe;
  /** A pod whose container is not ready gets no traffic of Services. */
  readonly readiness?: Probe;
}

/** A question to a container. Absent times and counts: those of Kubernetes. */
export interface Probe {
  readonly check: ProbeCheck;
  readonly initialDelaySeconds?: number;
  readonly periodSeconds?: number;
  readonly timeoutSeconds?: number;
  /** Failures in a row that count as one. */
  readonly failureThreshold?: number;
}

/** What is asked. A port is a number or a port's name. */
export type ProbeCheck =
  | { readonly type: 'http'; readonly path: string; readonly port: number | string; readonly scheme?: 'HTTP' | 'HTTPS' }
  | { readonly type: 'tcp'; readonly port: number | string }
  | { readonly type: 'command'; readonly command: readonly string[] };
