import { defined } from '../dialects/common/codec';
import type { TrustedCertificate } from '../model/endpoint';
import type { JsonObject } from '../model/json';
import type { ListenerAuthentication } from '../model/listener';
import type { SecretKey } from '../model/user';
import type { CustomAuthenticationProps, OauthProps } from './authentication-props';

/** OAuth as the operator has it. */
export function oauthAuthentication({ clientSecret, trust, ...settings }: OauthProps): ListenerAuthentication {
  return defined({
    type: 'oauth',
    ...(settings as JsonObject),
    clientSecret: clientSecret && secretKey(clientSecret),
    tlsTrustedCertificates: trust?.map(trustedCertificate),
  });
}

/** Another mechanism as the operator has it. */
export function customAuthentication({
  sasl = false,
  listenerConfig,
  secrets,
}: CustomAuthenticationProps): ListenerAuthentication {
  return defined({ type: 'custom', sasl, listenerConfig, secrets: secrets?.map(secretKey) });
}

/** A key of a Secret as the operator has it. */
export function secretKey({ secret, key }: SecretKey): JsonObject {
  return { secretName: secret, key };
}

/** A certificate as the operator has it. */
export function trustedCertificate({ secret, certificate }: TrustedCertificate): JsonObject {
  return { secretName: secret, certificate };
}
