import type { CertificateAuthorityRecord } from '../model/kafka-cluster';
import { valueClass } from '../props/stand-ins';
import { holdCalls } from './held';

/** Properties of a CA that the operator makes and renews. */
export interface GeneratedCaProps {
  /**
   * Days that a certificate is good for, 1 at least, and more than `renewalDays`.
   * @default 365
   */
  readonly validityDays?: number;
  /**
   * Days before its end that a certificate is renewed, 1 at least.
   * @default 30
   */
  readonly renewalDays?: number;
  /**
   * Whether the CA keeps its key when it is renewed.
   * @default renew-certificate
   */
  readonly onExpiry?: 'renew-certificate' | 'replace-key';
  /**
   * Whether the Secrets of the CA go with the Kafka object (from Strimzi 0.21 on).
   * @default true
   */
  readonly ownedByCluster?: boolean;
}

/** A certificate authority of a Kafka cluster. */
export class CertificateAuthority {
  static {
    valueClass(this, 'CertificateAuthority');
    holdCalls(this, 'CertificateAuthority');
  }

  /** One that the operator makes and renews. */
  static generated(props: GeneratedCaProps = {}): CertificateAuthority {
    return new CertificateAuthority({ ...props });
  }

  /**
   * One of the team's own: its Secrets are there before the cluster, under the names that the operator looks for
   * (`<cluster>-cluster-ca` and `-cluster-ca-cert`, `<cluster>-clients-ca` and `-clients-ca-cert`), and the team renews it.
   * @param props - `renewalDays`, `validityDays`: of the certificates that the CA signs
   */
  static own(props: Pick<GeneratedCaProps, 'validityDays' | 'renewalDays'> = {}): CertificateAuthority {
    return new CertificateAuthority({ generated: false, ...props });
  }

  private constructor(
    /** What was chosen, as the model has it. */
    readonly record: CertificateAuthorityRecord,
  ) {}
}
