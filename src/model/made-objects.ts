/** Labels and annotations of an object that an operator makes. */
export interface ObjectMarks {
  /** Labels of the object, besides the operator's. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Annotations of the object, besides the operator's. */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** What an operator makes for the brokers of a Kafka cluster. */
export interface KafkaObjects {
  /** The Service that clients within the Kubernetes cluster begin with. */
  readonly bootstrapService?: ObjectMarks;
  /** The Service without an address of its own, by which brokers find each other. */
  readonly brokersService?: ObjectMarks;
  /** The Services that clients from outside begin with. */
  readonly externalBootstrapService?: ObjectMarks;
  /** The Services of single brokers, for clients from outside. */
  readonly perPodService?: ObjectMarks;
  /** The Routes that clients from outside begin with. */
  readonly externalBootstrapRoute?: ObjectMarks;
  /** The Routes of single brokers. */
  readonly perPodRoute?: ObjectMarks;
  /** The Ingresses that clients from outside begin with. */
  readonly externalBootstrapIngress?: ObjectMarks;
  /** The Ingresses of single brokers. */
  readonly perPodIngress?: ObjectMarks;
  /** The ServiceAccount of the brokers (from Strimzi 0.24 on). */
  readonly serviceAccount?: ObjectMarks;
  /** The StrimziPodSets (from Strimzi 0.28 on). */
  readonly podSet?: ObjectMarks;
  /** The StatefulSet (without node pools, up to Strimzi 0.34). */
  readonly statefulset?: ObjectMarks;
}

/** What an operator makes for the workers of a Kafka Connect. */
export interface ConnectObjects {
  /** The Service of the REST interface. */
  readonly apiService?: ObjectMarks;
  /** The ServiceAccount of the workers (from Strimzi 0.24 on). */
  readonly serviceAccount?: ObjectMarks;
  /** The StrimziPodSet (from Strimzi 0.34 on). */
  readonly podSet?: ObjectMarks;
}

/** What an operator makes for a bridge. */
export interface BridgeObjects {
  /** The Service that HTTP clients reach it by. */
  readonly apiService?: ObjectMarks;
  /** The ServiceAccount of the pods (from Strimzi 0.24 on). */
  readonly serviceAccount?: ObjectMarks;
}
