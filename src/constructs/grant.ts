import type { Acl } from '../model/acl';
import type { IKafkaUser } from './user';

/** The answer to a grant: what was given to whom, and whether this topology manages the user. */
export class Grant {
  /** @internal */
  constructor(
    readonly user: IKafkaUser,
    /** The rules that the grant asked for. */
    readonly acls: readonly Acl[],
    /** Whether the rules are written: not so for a user that another topology manages. */
    readonly success: boolean,
  ) {}

  /** @throws where the rules are not written, because the user is managed elsewhere. */
  assertSuccess(): void {
    if (this.success) return;
    throw new Error(
      `user "${this.user.userName}" of ${this.user.cluster.clusterName} is managed elsewhere; grant it there`,
    );
  }

  /** The two grants as one. */
  combine(other: Grant): Grant {
    return new Grant(this.user, [...this.acls, ...other.acls], this.success && other.success);
  }
}
