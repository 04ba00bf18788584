import type { CertificateAuthorityRecord } from '../../model/kafka-cluster';
import type { ChangeEffect } from '../change';
import { changed, changedFields } from '../effects';

/** What comes of another certificate authority. */
export const CA = {
  class: 'manual-step',
  message:
    'It says who makes the certificates, and for how long. Certificates that are made anew restart nodes, and clients may need them.',
  remedy: 'See whether certificates are made anew, and have clients trust the new ones first.',
} as const;

const OWNER = { class: 'safe', message: 'It says whether its Secrets go with the Kafka object.' } as const;

type Authority = CertificateAuthorityRecord | undefined;

/**
 * What comes of another certificate authority at a field.
 * @see CaConfig and CertAuthority of Strimzi 0.18.0 to 1.2.0
 */
export function caChange(at: string): (was: Authority, is: Authority) => readonly ChangeEffect[] {
  return (was, is) => {
    const isOfOwner = changedFields<CertificateAuthorityRecord>(was, is).every((name) => name === 'ownedByCluster');
    return [{ ...changed(at, was, is), ...(isOfOwner ? OWNER : CA) }];
  };
}
