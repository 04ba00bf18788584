import type { Credentials, Endpoint, LoginRecord, TrustedCertificate } from '../../model/endpoint';
import { defined } from './codec';
import type { Fitting, Shape } from './shape';
import { copied } from './values';

/** What readers take a certificate for; `pattern` says which keys are taken, from 0.42 on. */
export const TRUST = { secretName: 'text', certificate: 'text', pattern: 'text' } as const satisfies Shape;
const AUTHENTICATION = {
  type: 'text',
  certificateAndKey: { secretName: 'text', certificate: 'text', key: 'text' },
  username: 'text',
  passwordSecret: { secretName: 'text', password: 'text' },
} as const satisfies Shape;
/** What readers take an endpoint for. */
export const ENDPOINT_SHAPE = {
  bootstrapServers: 'text',
  tls: { trustedCertificates: [TRUST] },
  authentication: AUTHENTICATION,
} as const satisfies Shape;

/** How a mirror reaches a cluster. */
type WireEndpoint = Fitting<typeof ENDPOINT_SHAPE>;
type WireTrust = Fitting<typeof TRUST>;
type WireAuthentication = Fitting<typeof AUTHENTICATION>;

/** Spells address, trust and credentials. */
export function writeEndpoint(endpoint: Endpoint): WireEndpoint {
  return defined({
    // A cluster that a mirror names and nobody describes has no address.
    bootstrapServers: endpoint.bootstrapServers === '' ? undefined : endpoint.bootstrapServers,
    tls: endpoint.trust && { trustedCertificates: endpoint.trust.map(writeTrust) },
    authentication: writeAuthentication(endpoint),
  });
}

/** Reads address, trust and credentials. */
export function readEndpoint(wire: WireEndpoint): Endpoint {
  return defined({
    bootstrapServers: wire.bootstrapServers ?? '',
    trust: wire.tls && (wire.tls.trustedCertificates ?? []).map(readTrust),
    credentials: readCredentials(wire.authentication),
    login: readLogin(wire.authentication),
  });
}

/** No key of a Secret has such characters. */
function isPattern(certificate: string): boolean {
  return /[*?[{]/.test(certificate);
}

/** Spells a certificate. */
export function writeTrust({ secret, certificate }: TrustedCertificate): WireTrust {
  return isPattern(certificate) ? { secretName: secret, pattern: certificate } : { secretName: secret, certificate };
}

/** Reads a certificate. */
export function readTrust({ secretName, certificate, pattern }: WireTrust): TrustedCertificate {
  const matched = pattern !== undefined && isPattern(pattern) ? pattern : undefined;
  return { secret: secretName ?? '', certificate: certificate ?? matched ?? '' };
}

function writeAuthentication({ credentials, login }: Endpoint): WireAuthentication | undefined {
  return credentials ? writeCredentials(credentials) : copied(login);
}

/** What else a program can log in with is in the operator's own keys. */
function readLogin(wire: WireAuthentication = {}): LoginRecord | undefined {
  return wire.type === 'oauth' || wire.type === 'custom' ? (wire as LoginRecord) : undefined;
}

function writeCredentials(credentials: Credentials): WireAuthentication {
  if (credentials.type === 'tls') {
    const { secret, certificate, key } = credentials;
    return { type: 'tls', certificateAndKey: { secretName: secret, certificate, key } };
  }
  const { type, username, password } = credentials;
  return { type, username, passwordSecret: { secretName: password.secret, password: password.key } };
}

/** Reads credentials; those that the model does not know are kept by the codec. */
function readCredentials(wire: WireAuthentication = {}): Credentials | undefined {
  const { type, certificateAndKey, passwordSecret } = wire;
  if (type === 'tls' && certificateAndKey) {
    const { secretName: secret = '', certificate = '', key = '' } = certificateAndKey;
    return { type, secret, certificate, key };
  }
  if (isPasswordType(type) && passwordSecret) {
    const { secretName: secret = '', password: key = '' } = passwordSecret;
    return { type, username: wire.username ?? '', password: { secret, key } };
  }
  return undefined;
}

function isPasswordType(type: string | undefined): type is 'scram-sha-512' | 'scram-sha-256' | 'plain' {
  return type === 'scram-sha-512' || type === 'scram-sha-256' || type === 'plain';
}
