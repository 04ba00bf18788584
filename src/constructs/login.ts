import { defined } from '../dialects/common/codec';
import type { LoginRecord } from '../model/endpoint';
import type { JsonObject } from '../model/json';
import { valueClass } from '../props/stand-ins';
import { secretKey, trustedCertificate } from './authentication-record';
import { holdCalls } from './held';
import type { CustomLoginProps, OauthLoginProps, OauthLoginSettings } from './login-props';
import type { SecretKey } from '../model/user';

/**
 * How Kafka Connect, mirrors, bridges and client applications log in by other means than what the user operator makes.
 * Secrets are in the namespace of the program.
 */
export class Login {
  static {
    valueClass(this, 'Login');
    holdCalls(this, 'Login');
  }

  /**
   * With a token of OAuth 2.0. From Strimzi 0.49 on operators are told of it as `custom`, in the settings of Strimzi's
   * library for OAuth, with one certificate to trust. Client applications in Java take that library among their dependencies.
   */
  static oauth(props: OauthLoginProps): Login {
    const { trust, password, ...settings } = props as OauthLoginSettings & Partial<Secrets>;
    const secrets = SECRETS.map((name) => [name, settings[name] && secretKey(settings[name])] as const);
    return new Login(
      defined({
        type: 'oauth',
        ...(settings as JsonObject),
        ...(Object.fromEntries(secrets) as JsonObject),
        passwordSecret: password && { secretName: password.secret, password: password.key },
        tlsTrustedCertificates: trust?.map(trustedCertificate),
      }),
    );
  }

  /** In Kafka's own settings of a mechanism (from Strimzi 0.48 on). */
  static custom(props: CustomLoginProps): Login {
    const { sasl = false, config, secrets } = props;
    return new Login(defined({ type: 'custom', sasl, config }), secrets);
  }

  private constructor(
    /** What was chosen, as the model has it. */
    readonly record: LoginRecord,
    /** Keys of Secrets that settings name; absent: they name none. */
    readonly secrets?: Readonly<Record<string, SecretKey>>,
  ) {}
}

const SECRETS = ['accessToken', 'clientSecret', 'refreshToken', 'clientAssertion'] as const;
type Secrets = Readonly<Record<(typeof SECRETS)[number] | 'password', SecretKey>>;
