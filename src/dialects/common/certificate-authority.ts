import type { CertificateAuthorityRecord } from '../../model/kafka-cluster';
import { defined } from './codec';
import type { Fitting, Shape } from './shape';

/** What readers take a certificate authority for. */
export const CA_SHAPE = {
  generateCertificateAuthority: 'flag',
  generateSecretOwnerReference: 'flag',
  validityDays: 'number',
  renewalDays: 'number',
  certificateExpirationPolicy: 'text',
} as const satisfies Shape;

type WireCa = Fitting<typeof CA_SHAPE>;

/** Spells a certificate authority. */
export function writeCa(ca: CertificateAuthorityRecord): WireCa {
  return defined({
    generateCertificateAuthority: ca.generated,
    generateSecretOwnerReference: ca.ownedByCluster,
    validityDays: ca.validityDays,
    renewalDays: ca.renewalDays,
    certificateExpirationPolicy: ca.onExpiry,
  });
}

/** Reads a certificate authority. */
export function readCa(wire: WireCa): CertificateAuthorityRecord {
  return defined({
    generated: wire.generateCertificateAuthority,
    ownedByCluster: wire.generateSecretOwnerReference,
    validityDays: wire.validityDays,
    renewalDays: wire.renewalDays,
    onExpiry: wire.certificateExpirationPolicy as CertificateAuthorityRecord['onExpiry'],
  });
}
