import type { Credentials, Endpoint, TrustedCertificate } from '../../model/endpoint';
import { defined, type Limit } from './codec';

/** How a mirror reaches a cluster: one spelling in all releases. */
export interface WireEndpoint {
  bootstrapServers?: string;
  tls?: { trustedCertificates?: WireTrust[] };
  authentication?: WireAuthentication;
}

interface WireTrust {
  secretName?: string;
  certificate?: string;
  /** Keys that match, from 0.42 on. */
  pattern?: string;
}

/** What a mirror proves itself with. */
export interface WireAuthentication {
  type?: string;
  certificateAndKey?: { secretName?: string; certificate?: string; key?: string };
  username?: string;
  passwordSecret?: { secretName?: string; password?: string };
}

/** Spells address, trust and credentials. */
export function writeEndpoint(endpoint: Endpoint): WireEndpoint {
  return defined({
    bootstrapServers: endpoint.bootstrapServers,
    tls: endpoint.trust && { trustedCertificates: endpoint.trust.map(writeTrust) },
    authentication: endpoint.credentials && writeCredentials(endpoint.credentials),
  });
}

/** Reads address, trust and credentials. */
export function readEndpoint(wire: WireEndpoint): Endpoint {
  return defined({
    bootstrapServers: wire.bootstrapServers ?? '',
    trust: wire.tls && (wire.tls.trustedCertificates ?? []).map(readTrust),
    credentials: readCredentials(wire.authentication),
  });
}

/** What an early API cannot say of an endpoint. */
export function endpointLimits(field: string, { trust = [], credentials }: Endpoint): Limit[] {
  const found: Limit[] = trust.flatMap(({ certificate }, index) =>
    isPattern(certificate)
      ? [
          {
            field: `${field}.trust[${index}].certificate`,
            given: certificate,
            message: 'Certificates are named one by one.',
            allowed: 'a key of the Secret',
            since: 'Strimzi 0.45.2',
          },
        ]
      : [],
  );
  if (credentials?.type === 'scram-sha-256') {
    found.push({
      field: `${field}.credentials.type`,
      given: credentials.type,
      message: 'The operator does not know this authentication.',
      allowed: 'tls, scram-sha-512, plain',
      since: 'Strimzi 0.45.2',
    });
  }
  return found;
}

/** No key of a Secret has such characters. */
function isPattern(certificate: string): boolean {
  return /[*?[{]/.test(certificate);
}

function writeTrust({ secret, certificate }: TrustedCertificate): WireTrust {
  return isPattern(certificate) ? { secretName: secret, pattern: certificate } : { secretName: secret, certificate };
}

function readTrust({ secretName, certificate, pattern }: WireTrust): TrustedCertificate {
  const matched = pattern !== undefined && isPattern(pattern) ? pattern : undefined;
  return { secret: secretName ?? '', certificate: certificate ?? matched ?? '' };
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
