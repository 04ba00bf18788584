import type { AuthorizationRecord, CustomAuthorization } from '../model/kafka-cluster';
import { valueClass } from '../props/stand-ins';
import { holdCalls } from './held';

/** Who decides what a user may do. */
export class Authorization {
  static {
    valueClass(this, 'Authorization');
    holdCalls(this, 'Authorization');
  }

  /** Kafka's own ACLs. `superUsers` are principals that no ACL restrains, such as `CN=admin`. */
  static simple(props: { readonly superUsers?: readonly string[] } = {}): Authorization {
    return new Authorization({ type: 'simple', ...props });
  }

  /** An authorizer class of the team's own, which has to be in the image of the brokers. */
  static custom(props: Omit<CustomAuthorization, 'type'>): Authorization {
    return new Authorization({ type: 'custom', ...props });
  }

  /** Everybody may do everything. */
  static none(): Authorization {
    return new Authorization(undefined);
  }

  private constructor(
    /** What was chosen, as the model has it; absent: nobody decides. */
    readonly record: AuthorizationRecord | undefined,
  ) {}
}
