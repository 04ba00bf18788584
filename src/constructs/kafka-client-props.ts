import type { ClientContract, ClientSettings, ClientVariables, CredentialsAs } from '../model/client';
import type { TracingSystem } from '../model/tracing';
import type { SecretKey } from '../model/user';
import type { ProduceOptions, StreamsOptions } from '../wiring/client-rights';
import type { IKafkaCluster, IKafkaTopic, IKafkaUser } from './interfaces';
import type { ITracing } from './tracing';

/** Properties of a {@link KafkaClient}: all of them are known at once. */
export interface KafkaClientProps extends ProduceOptions, StreamsOptions {
  /** The Kafka cluster that the application is a client of. */
  readonly cluster: IKafkaCluster;
  /**
   * The variables that the image reads. `generic`: those that `variables` names. A function names them itself: it is
   * told what there is to say, and answers with variables, whose values are texts or keys of Secrets.
   */
  readonly contract: ClientContract | ((settings: ClientSettings) => Readonly<Record<string, string | SecretKey>>);
  /**
   * Names of the variables, with the contract `generic`.
   * @default - none
   */
  readonly variables?: ClientVariables;
  /**
   * What the names of the variables begin with, known at once: letters, digits and `_`, such as `EU_`. A workload that is
   * wired for several clusters has one for each but one. What a function names, and what libraries read by themselves
   * (variables of tracing, and of Strimzi's library for OAuth), begins with nothing.
   * @default - the names of the contract
   */
  readonly prefix?: string;
  /**
   * The container that is the application, or its name.
   * @default - the first container of the pod
   */
  readonly container?: string | { readonly name: string };
  /**
   * Topics that it writes to. Its user gets the rights.
   * @default - none
   */
  readonly producesTo?: readonly IKafkaTopic[];
  /**
   * Topics that it reads. Its user gets the rights.
   * @default - none
   */
  readonly consumesFrom?: readonly IKafkaTopic[];
  /**
   * The consumer group that it reads topics as.
   * @default - `applicationId`, or else the name of the workload
   */
  readonly group?: string;
  /**
   * The Kafka Streams application that it is: its group, and the beginning of its internal topics.
   * @default - it is none
   */
  readonly applicationId?: string;
  /**
   * The user that the application is.
   * @default - one of its own, by the name of the workload, where the cluster asks for authentication
   */
  readonly user?: IKafkaUser;
  /**
   * Name of the listener that it connects to, known at once.
   * @default - the best that can be reached
   */
  readonly listener?: string;
  /**
   * Whether certificates and passwords are variables, PEM files that are mounted from their Secrets, or PKCS12 stores.
   * Operators can be told to make no PKCS12 stores from Strimzi 1.1 on.
   * @default environment
   */
  readonly credentialsAs?: CredentialsAs;
  /**
   * Where the application sends its traces: its tracing library is told in variables.
   * @default - nowhere
   */
  readonly tracing?: ITracing;
  /**
   * The tracing library of the image.
   * @default - that of the contract's images; `opentelemetry` for an image of the team's own
   */
  readonly tracingSystem?: TracingSystem;
}
