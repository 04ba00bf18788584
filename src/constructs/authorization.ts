import type {
  AuthorizationRecord,
  CustomAuthorization,
  KeycloakAuthorization,
  OpaAuthorization,
} from '../model/authorization';
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

  /**
   * An Open Policy Agent, which brokers ask. From Strimzi 0.49 on operators are told of it as `custom`, with the settings of
   * its plugin, which takes no certificate to trust; from 1.0 on an image of the team's own has to have that plugin. It knows
   * no ACLs: users can be granted nothing.
   */
  static opa(props: Omit<OpaAuthorization, 'type'>): Authorization {
    return new Authorization({ type: 'opa', ...props });
  }

  /**
   * Keycloak, which knows what each user may do; it needs a listener with OAuth. From Strimzi 0.49 on operators are told of it
   * as `custom`, in the settings of Strimzi's library for OAuth, with one certificate to trust. Users can be granted something
   * with `delegateToKafkaAcls` alone.
   */
  static keycloak(props: Omit<KeycloakAuthorization, 'type'>): Authorization {
    return new Authorization({ type: 'keycloak', ...props });
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
