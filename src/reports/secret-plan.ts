/** Secrets that must be where no operator makes them, and what people have to do for it. */
export interface SecretPlan {
  /** By the places where they must be. */
  readonly secrets: readonly PlannedSecret[];
  /** What people have to do, in order, each thing once. */
  readonly steps: readonly SecretStep[];
}

/** A Secret at a place. */
export interface SecretPlace {
  /** Name of the Kubernetes cluster; empty where there is but one. */
  readonly kubernetesCluster: string;
  /** Empty: that of the caller. */
  readonly namespace: string;
  readonly secret: string;
}

/** A Secret that must be where no operator makes it. */
export interface PlannedSecret extends SecretPlace {
  /** The certificate of a cluster's CA, or a user's credentials. */
  readonly holds: 'certificate' | 'credentials';
  /** The keys that are read of it, or patterns of keys. */
  readonly keys: readonly string[];
  /** Whose it is. */
  readonly of: string;
  /** Where it is made; absent: nobody here describes who makes it. */
  readonly from?: SecretPlace & { readonly kind: 'Kafka' | 'KafkaUser'; readonly name: string };
  /** What has it there: the kind of an object that makes, brings or is it; absent: people. */
  readonly by?: string;
  readonly neededBy: readonly SecretReader[];
}

/** A program that reads a Secret. */
export interface SecretReader {
  readonly kind: string;
  readonly name: string;
  /** Whether it takes up what is renewed by itself, as its operator restarts it; else somebody has to restart it. */
  readonly followsRenewal: boolean;
}

/** Something that people have to do. */
export type SecretStep =
  /** A store of External Secrets has to be there. */
  | { readonly do: 'store'; readonly kind: string; readonly name: string; readonly at: Omit<SecretPlace, 'secret'> }
  /** A Secret has to be put into a store where it is made. */
  | { readonly do: 'push'; readonly secret: PlannedSecret }
  /** A Secret has to be copied, and again when it is renewed. */
  | { readonly do: 'copy'; readonly secret: PlannedSecret }
  /** A Secret has to be had from somebody else. */
  | { readonly do: 'ask'; readonly secret: PlannedSecret }
  /** A program has to be restarted after a renewal. */
  | { readonly do: 'restart'; readonly reader: SecretReader; readonly at: Omit<SecretPlace, 'secret'> };
