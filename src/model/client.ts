import type { Endpoint } from './endpoint';
import type { EnvVar } from './env';
import type { Config, PlacementRecord, ResourceRecord, Resources } from './resource';
import type { TracingRecord } from './tracing';
import type { SecretKey } from './user';

/** What a client application does. */
export type ClientRole =
  | { readonly type: 'producer'; readonly topic: string }
  | { readonly type: 'consumer'; readonly topic: string; readonly group: string }
  | { readonly type: 'streams'; readonly source: string; readonly target: string; readonly applicationId: string }
  | ProgramRole
  /** What cannot be told from the object that it was read from. */
  | { readonly type: 'other' };

/** What a program does that does several things. */
export interface ProgramRole {
  readonly type: 'program';
  /** Topics that it writes to. */
  readonly producesTo: readonly string[];
  /** Topics that it reads. */
  readonly consumesFrom: readonly string[];
  /** The consumer group that it reads them as; absent: it reads none, or its Kafka Streams application is the group. */
  readonly group?: string;
  /** The Kafka Streams application that it is. */
  readonly applicationId?: string;
}

/**
 * The variables that an image reads its settings from. `kafka-properties` are settings of Kafka's Java client with `KAFKA_`
 * before them, `librdkafka` those of librdkafka.
 */
export type ClientContract =
  | 'hello-world'
  | 'strimzi-examples'
  | 'test-clients'
  | 'spring-boot'
  | 'quarkus'
  | 'kafka-properties'
  | 'librdkafka'
  | 'generic';

/**
 * Where a container finds certificates and passwords: in variables, certificates as PEM; in PEM files that are mounted from
 * their Secrets; or in PKCS12 stores that are mounted from there, whose passwords are in variables.
 */
export type CredentialsAs = 'environment' | 'files' | 'pkcs12';

/** The object that the pods of an application come of. */
export interface WorkloadKind {
  /** Group and version. */
  readonly apiVersion: string;
  /** Kind, such as `CronJob`. */
  readonly kind: string;
}

/** A client application. */
export interface ClientRecord extends ResourceRecord {
  /** Absent: a Deployment. */
  readonly workload?: WorkloadKind;
  /** Name of the container that is the application; absent: it is called as the application is. */
  readonly container?: string;
  readonly role: ClientRole;
  /** `own`: a function of the team's own made the variables. */
  readonly contract: ClientContract | 'own';
  /** The variables of an image of the team's own; the other contracts name theirs themselves. */
  readonly variables?: ClientVariables;
  readonly image: string;
  readonly replicas: number;
  readonly endpoint: Endpoint;
  /** What the names of the variables begin with, where the container is a client of several clusters. */
  readonly prefix?: string;
  /** How certificates and passwords are mounted from their Secrets; absent: variables hold them. */
  readonly credentialsAs?: Exclude<CredentialsAs, 'environment'>;
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
 * `caCertificate`, `userCertificate`, `userKey` and `password` hold the path of a file; with PKCS12 stores, `trustStore` and
 * `keyStore` do.
 */
export interface ClientVariables {
  /** Addresses of the brokers. */
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
  /** Path of a PKCS12 store with the certificate to trust. */
  readonly trustStore?: string;
  /** Password of that store. */
  readonly trustStorePassword?: string;
  /** Path of a PKCS12 store with client certificate and private key. */
  readonly keyStore?: string;
  /** Password of that store. */
  readonly keyStorePassword?: string;
  /** User name. */
  readonly username?: string;
  /** Password of the user. */
  readonly password?: string;
  /** Kafka's `security.protocol`: `SSL`, `SASL_SSL` … */
  readonly securityProtocol?: string;
  /** Kafka's `sasl.mechanism`: `SCRAM-SHA-512` … */
  readonly saslMechanism?: string;
  /** Kafka's `sasl.jaas.config`: login module, user name and password in one. */
  readonly saslJaasConfig?: string;
  /** Where tokens of OAuth 2.0 are given. */
  readonly oauthTokenEndpointUri?: string;
  /** Who the application is to that server. */
  readonly oauthClientId?: string;
  /** The secret that it shows the server. */
  readonly oauthClientSecret?: string;
  /** A token that is there. */
  readonly oauthAccessToken?: string;
  /** Path of a file with a token. */
  readonly oauthAccessTokenLocation?: string;
  /** A token that lives longer, for which there are others. */
  readonly oauthRefreshToken?: string;
  /** The assertion that it shows the server. */
  readonly oauthClientAssertion?: string;
  /** Path of a file with an assertion. */
  readonly oauthClientAssertionLocation?: string;
  /** Type of the assertion. */
  readonly oauthClientAssertionType?: string;
  /** Name of the user that the server knows. */
  readonly oauthUsername?: string;
  /** Password of that user. */
  readonly oauthPassword?: string;
  /** The scope that tokens are asked for. */
  readonly oauthScope?: string;
  /** The audience that tokens are asked for. */
  readonly oauthAudience?: string;
  /** Certificate of the server to trust, as PEM. */
  readonly oauthCaCertificate?: string;
  /** Milliseconds between two records. */
  readonly delayMs?: string;
  /** How many records are written or read. */
  readonly messageCount?: string;
  /** How much is logged. */
  readonly logLevel?: string;
}

/** What an application has to be told to reach its Kafka cluster, for a function that names the variables. */
export interface ClientSettings {
  /** Comma-separated `host:port` list. */
  readonly bootstrapServers: string;
  /** Kafka's `security.protocol`: `PLAINTEXT`, `SSL`, `SASL_PLAINTEXT` or `SASL_SSL`. */
  readonly securityProtocol: string;
  /** Certificate to trust, as PEM; absent: none is needed, or the platform's own are meant. */
  readonly caCertificate?: SecretKey;
  /** Client certificate, as PEM; absent: the user has none. */
  readonly userCertificate?: SecretKey;
  /** Private key of the client certificate, as PEM. */
  readonly userKey?: SecretKey;
  /** PKCS12 store with the certificate to trust, where credentials come as `pkcs12`. */
  readonly trustStore?: SecretKey;
  /** Password of that store. */
  readonly trustStorePassword?: SecretKey;
  /** PKCS12 store with client certificate and private key, where credentials come as `pkcs12`. */
  readonly keyStore?: SecretKey;
  /** Password of that store. */
  readonly keyStorePassword?: SecretKey;
  /** Kafka's `sasl.mechanism`; absent: the user has neither a password nor a login. */
  readonly saslMechanism?: string;
  /** Name of a user that has a password. */
  readonly username?: string;
  /** Password of the user. */
  readonly password?: SecretKey;
  /** What it shows for a token of OAuth 2.0. */
  readonly oauth?: ClientOauth;
  /** Kafka's own settings of a custom login. */
  readonly loginConfig?: Config;
  /** Topics that it writes to. */
  readonly producesTo: readonly string[];
  /** Topics that it reads. */
  readonly consumesFrom: readonly string[];
  /** The consumer group that it reads them as. */
  readonly group?: string;
  /** The Kafka Streams application that it is. */
  readonly applicationId?: string;
  /** The path of a key of a Secret in the container; absent: it is not mounted. */
  pathOf(key: SecretKey): string | undefined;
}

/** A token of OAuth 2.0, or what the server wants for one. */
export interface ClientOauth {
  /** Where the server gives tokens. */
  readonly tokenEndpointUri?: string;
  /** Who the application is to the server. */
  readonly clientId?: string;
  /** The secret that it shows the server. */
  readonly clientSecret?: SecretKey;
  /** A token that is there. */
  readonly accessToken?: SecretKey;
  /** Path of a file with a token. */
  readonly accessTokenLocation?: string;
  /** A token that lives longer, for which there are others. */
  readonly refreshToken?: SecretKey;
  /** The assertion that it shows the server. */
  readonly clientAssertion?: SecretKey;
  /** Path of a file with an assertion. */
  readonly clientAssertionLocation?: string;
  /** Type of the assertion. */
  readonly clientAssertionType?: string;
  /** Name of the user that the server knows. */
  readonly username?: string;
  /** Password of that user. */
  readonly password?: SecretKey;
  /** The scope that tokens are asked for. */
  readonly scope?: string;
  /** The audience that tokens are asked for. */
  readonly audience?: string;
  /** Certificate of the server to trust, as PEM; absent: those that the program's platform trusts. */
  readonly caCertificate?: SecretKey;
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
  /** How the container is asked. */
  readonly check: ProbeCheck;
  /** Seconds after its start before it is asked. */
  readonly initialDelaySeconds?: number;
  /** Seconds between two questions. */
  readonly periodSeconds?: number;
  /** Seconds that an answer may take. */
  readonly timeoutSeconds?: number;
  /** Failures in a row that count as one. */
  readonly failureThreshold?: number;
}

/** What is asked. A port is a number or a port's name. */
export type ProbeCheck =
  | { readonly type: 'http'; readonly path: string; readonly port: number | string; readonly scheme?: 'HTTP' | 'HTTPS' }
  | { readonly type: 'tcp'; readonly port: number | string }
  | { readonly type: 'command'; readonly command: readonly string[] };
