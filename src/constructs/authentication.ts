import type { JsonObject } from '../model/json';
import type { ListenerAuthentication } from '../model/listener';
import { valueClass } from '../props/stand-ins';
import { holdCalls } from './held';

/** How a client proves who it is. */
export class Authentication {
  static {
    valueClass(this, 'Authentication');
    holdCalls(this, 'Authentication');
  }

  /** Client certificates, from the clients CA of the cluster (mutual TLS). */
  static tls(): Authentication {
    return new Authentication({ type: 'tls' });
  }

  /** User name and password, SCRAM-SHA-512. */
  static scramSha512(): Authentication {
    return new Authentication({ type: 'scram-sha-512' });
  }

  /** Anybody may connect. */
  static none(): Authentication {
    return new Authentication(undefined);
  }

  /** OAuth 2.0 tokens, with the operator's own settings. Strimzi 0.18 to 0.48 are written it; for later ones it is `custom`. */
  static oauth(settings: JsonObject): Authentication {
    return new Authentication({ ...settings, type: 'oauth' });
  }

  /** Another mechanism, with the operator's own settings. */
  static custom(settings: JsonObject): Authentication {
    return new Authentication({ ...settings, type: 'custom' });
  }

  private constructor(
    /** What was chosen, as the model has it; absent: nothing is asked. */
    readonly record: ListenerAuthentication | undefined,
  ) {}
}
