import type { AclResource, Operation } from '../model/acl';
import type { AccessQuestion } from '../model/authorizer';
import type { Intent } from '../model/permissions';

/** Who may do what at the Kafka clusters of a topology, and why, as far as its manifests tell. */
export interface Access {
  /** All users that the manifests describe. */
  readonly users: readonly AccessUser[];
  /** The access matrix: a cell for each user and thing where the user may do something. */
  readonly cells: readonly AccessCell[];
  /** All rules of users. */
  readonly rules: readonly AccessRule[];
  /** What a client application or mirror needs, and its user may not do. */
  readonly lacks: readonly AccessLack[];
}

/** A user at its cluster. */
export interface AccessPlace {
  /** Name of the Kafka cluster; with its Kubernetes cluster and namespace where several have that name. */
  readonly cluster: string;
  /** Name of the KafkaUser. */
  readonly user: string;
}

/** A user, and what decides what it may do. */
export interface AccessUser extends AccessPlace {
  /** The name that brokers know the user by. */
  readonly principal: string;
  /** `bound`: by its rules; `super` and `free`: it may do everything; `unknown`: the manifests do not tell. */
  readonly is: 'bound' | 'super' | 'free' | 'unknown';
  /** Why it is not bound by its rules. */
  readonly because?: string;
}

/** What a user may do with a thing. */
export interface AccessCell extends AccessPlace {
  /** One thing; or all others whose names begin alike, or all others of a kind: those that have no cell of their own. */
  readonly resource: AclResource;
  /** All operations, those that others bring with them too. */
  readonly operations: readonly Operation[];
}

/** A rule of a user, and why it may be there. */
export interface AccessRule extends AccessPlace {
  /** Whether it allows or denies. */
  readonly type: 'allow' | 'deny';
  /** What it is about. */
  readonly resource: AclResource;
  /** What the user may do with it, or may not. */
  readonly operations: readonly Operation[];
  /** Address that it holds for; `*`: any. */
  readonly host: string;
  /** Why it may be there. */
  readonly reasons: readonly RuleReason[];
  /** Operations that nobody in the manifests needs on any of it. */
  readonly unexplained: readonly Operation[];
  /** Operations that another operation of the rule brings. */
  readonly redundant: readonly Operation[];
  /** Operations that somebody needs on less than the rule is about, or in place of which a weaker one would do. */
  readonly wider: readonly Operation[];
}

/** Why a rule may be there. */
export interface RuleReason {
  /** The operations of the rule that somebody needs. */
  readonly operations: readonly Operation[];
  /** What somebody wants to do. */
  readonly intent: Intent;
  /** Why Kafka asks for it. */
  readonly reason: string;
  /** Who needs it: the place of a client application or a mirror. */
  readonly by: string;
}

/** What somebody needs, and may not do. */
export interface AccessLack extends AccessPlace {
  /** What the user may not do. */
  readonly operation: Operation;
  /** What the user may not do it with. */
  readonly resource: AclResource;
  /** Why Kafka asks for it. */
  readonly reason: string;
  /** Who needs it: the place of a client application or a mirror. */
  readonly by: string;
}

/** What is asked about a user. */
export interface UserQuestion extends AccessQuestion {
  /** Name of the KafkaUser. */
  readonly user: string;
  /**
   * Name of the Kafka cluster.
   * @default - the one that the user is of
   */
  readonly cluster?: string;
}
