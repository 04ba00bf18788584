import type { Acl } from '../model/acl';
import { aclsOf, type GrantRecord } from '../model/grant';
import { valueClass } from '../props/stand-ins';
import { holdCalls } from './held';

/** Who was granted something. */
export interface Grantee {
  /** The name that Kafka knows the user by. */
  readonly userName: string;
  /** The cluster that the user is of. */
  readonly cluster: { readonly clusterName: string };
  /** Whether this topology writes what the user is granted. */
  readonly managed: boolean;
}

/** The answer to a grant: what was asked, for whom, and whether it is written. */
export class Grant {
  static {
    valueClass(this, 'Grant');
    holdCalls(this, 'Grant');
  }

  /** @internal */
  constructor(
    /** Who was asked for. */
    readonly user: Grantee,
    /** What was asked. */
    readonly grants: readonly GrantRecord[],
    /** Whether the user was asked for at all, and not refused as one of another cluster. */
    private readonly heard = true,
  ) {}

  /** The rules that the grant comes to. */
  get acls(): readonly Acl[] {
    return aclsOf(this.grants);
  }

  /** Whether the rules are written: not so for a user that nobody in this topology manages. */
  get success(): boolean {
    return this.heard && this.user.managed;
  }

  /**
   * Insists on the grant.
   * @throws where the rules are not written.
   */
  assertSuccess(): void {
    if (this.success) return;
    const { userName, cluster } = this.user;
    const why = this.heard ? 'is managed elsewhere; grant it there' : 'is of another cluster than the topic';
    throw new Error(`user "${userName}" of ${cluster.clusterName} ${why}`);
  }

  /** The two grants, to one user, as one. */
  combine(other: Grant): Grant {
    return new Grant(this.user, [...this.grants, ...other.grants], this.heard && other.heard);
  }
}
