import type { AclResource, Operation } from './acl';
import {
  KEYCLOAK_AUTHORIZER,
  OPA_AUTHORIZER,
  type AuthorizationRecord,
  type SimpleAuthorization,
} from './authorization';
import type { KafkaClusterRecord } from './kafka-cluster';
import { saysMore } from './resource';
import { Bounds, ResourceSet } from './rights';
import type { Placed, Topology } from './topology';
import type { UserRecord } from './user';

/** What is asked of a Kafka cluster: whether a user may do something. */
export interface AccessQuestion {
  /** What the user would do. */
  readonly operation: Operation;
  /** One thing; or, with a prefix or the name `*`, all of which is asked together. */
  readonly resource: AclResource;
  /**
   * Address that the user comes from.
   * @default - one that no rule names
   */
  readonly host?: string;
}

/** Whether a user may do something, and what decides it. */
export interface AccessAnswer {
  /** `unknown`: the manifests do not tell. */
  readonly verdict: 'allowed' | 'denied' | 'unknown';
  /** The rule, or what else decides it, in words. */
  readonly because: string;
}

/** What a user is to its cluster, whatever it wants to do. */
export type Standing =
  | { readonly is: 'bound'; readonly bounds: Bounds }
  | { readonly is: 'super' | 'free' | 'unknown'; readonly because: string };

/**
 * Answers as the brokers of a topology would: a denial outweighs, an operation may bring another one, super users and
 * clusters without authorization know no bounds, and what no rule allows is denied, unless the brokers are told otherwise.
 * @see StandardAuthorizerData of Kafka 3.2 to 4.0, AclAuthorizer of Kafka 2.4 to 3.9
 * @see KafkaUserModel and SimpleAclOperator of Strimzi 0.18.0 to 1.2.0
 */
export class Authorizer {
  private readonly standings = new Map<UserRecord, Standing>();
  private readonly ruled = new Map<KafkaClusterRecord, ResourceSet>();

  constructor(private readonly topology: Topology) {}

  /** Whether a user may do something at its cluster. */
  can(user: Placed<UserRecord>, { operation, resource, host = '*' }: AccessQuestion): AccessAnswer {
    const standing = this.standingOf(user);
    if (standing.is !== 'bound') {
      return { verdict: standing.is === 'unknown' ? 'unknown' : 'allowed', because: standing.because };
    }
    const right = { operation, resource, host };
    if (standing.bounds.deny(right)) return { verdict: 'denied', because: 'a rule denies it' };
    if (standing.bounds.allow(right)) return { verdict: 'allowed', because: 'a rule allows it' };
    return this.withoutRule(user, resource);
  }

  /** What a user is to its cluster. */
  standingOf(user: Placed<UserRecord>): Standing {
    const known = this.standings.get(user.record) ?? this.findStanding(user);
    this.standings.set(user.record, known);
    return known;
  }

  private findStanding(user: Placed<UserRecord>): Standing {
    const { record } = user;
    const cluster = this.topology.clusterOf(user)?.record;
    if (!cluster) return unknown(`which object is its cluster ${record.cluster} is not seen`);
    const { authorization } = cluster;
    if (!authorization) {
      return saysMore(cluster, AUTHORIZATION)
        ? unknown(`${cluster.name} asks something else than Kafka's own ACLs`)
        : { is: 'free', because: `${cluster.name} asks nobody for rights` };
    }
    if (authorization.superUsers?.includes(principalOf(record))) {
      return { is: 'super', because: `it is a super user of ${cluster.name}` };
    }
    if (authorization.type !== 'simple') return unknown(`${deciderOf(authorization)} decides`);
    if (!cluster.entityOperator?.userOperator) return unknown(`no user operator of ${cluster.name} is seen`);
    if (saysMore(record, ['spec', 'authorization'])) return unknown('it has rules that are not understood here');
    return { is: 'bound', bounds: new Bounds(record.acls ?? []) };
  }

  /** Brokers can be told to allow what no rule of anybody is about. */
  private withoutRule(user: Placed<UserRecord>, resource: AclResource): AccessAnswer {
    const cluster = this.topology.clusterOf(user);
    const isOpen = String(cluster?.record.config?.[IF_NO_ACL]) === 'true';
    if (!cluster || !isOpen) return { verdict: 'denied', because: 'no rule allows it' };
    return this.ruledAt(cluster).meets(resource)
      ? { verdict: 'denied', because: 'there are rules about it, and none allows it' }
      : { verdict: 'allowed', because: `no rule is about it, and ${IF_NO_ACL} is true` };
  }

  private ruledAt(cluster: Placed<KafkaClusterRecord>): ResourceSet {
    const known = this.ruled.get(cluster.record);
    if (known) return known;
    const ruled = new ResourceSet();
    for (const { record } of this.topology.membersOf('user', cluster)) {
      for (const { resource } of record.acls ?? []) ruled.add(resource);
    }
    this.ruled.set(cluster.record, ruled);
    return ruled;
  }
}

const AUTHORIZATION = ['spec', 'kafka', 'authorization'];
const IF_NO_ACL = 'allow.everyone.if.no.acl.found';

const AGENT = 'an Open Policy Agent';
const KEYCLOAK = 'Keycloak';
const DECIDERS: ReadonlyMap<string, string> = new Map([
  [OPA_AUTHORIZER, AGENT],
  [KEYCLOAK_AUTHORIZER, KEYCLOAK],
]);

function deciderOf(authorization: Exclude<AuthorizationRecord, SimpleAuthorization>): string {
  switch (authorization.type) {
    case 'opa':
      return AGENT;
    case 'keycloak':
      return KEYCLOAK;
    case 'custom':
      return DECIDERS.get(authorization.authorizerClass) ?? authorization.authorizerClass;
  }
}

function unknown(because: string): Exclude<Standing, { is: 'bound' }> {
  return { is: 'unknown', because };
}

/** The name that brokers know a user by: its certificate's, or the one that it logs in with. */
export function principalOf({ name, authentication }: UserRecord): string {
  const hasCertificate = authentication?.type === 'tls' || authentication?.type === 'tls-external';
  return hasCertificate ? `CN=${name}` : name;
}
