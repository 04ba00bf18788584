import { map } from '../model/guarded';
import { strimziKinds } from './kinds';
import { placesOf } from './places';
import { kindRule } from './rule';

/** What the operator takes where a number is left out. */
const USUAL = { validityDays: 365, renewalDays: 30 } as const;

/** Certificates outlive the time in which they are renewed. */
export const certificateDays = kindRule({
  id: 'certificate-days',
  summary: 'A certificate is valid for more days than it is renewed before its end.',
  remedy: 'Raise validityDays, or lower renewalDays.',
  effect: 'fails',
  source:
    'The operator renews the certificate each time that it looks, and rolls all pods (Strimzi 0.18.0 to 1.2.0, Ca).',
  catalog: ['K-075'],
  kinds: strimziKinds('Kafka'),
  check({ manifest }, report) {
    for (const { field, value } of ['spec.clusterCa', 'spec.clientsCa'].flatMap((path) => placesOf(manifest, path))) {
      const {
        validityDays = USUAL.validityDays,
        renewalDays = USUAL.renewalDays,
        generateCertificateAuthority,
      } = map(value);
      if (generateCertificateAuthority === false) continue;
      if (!isSound(validityDays) || !isSound(renewalDays) || validityDays > renewalDays) continue;
      report({
        field: [...field, 'renewalDays'],
        given: renewalDays,
        allowed: `less than ${validityDays}, the days that the certificate is valid for`,
        message: 'The certificate is to be renewed as soon as it is made.',
      });
    }
  },
});

/** Other numbers are beyond the bounds of the schema. */
function isSound(days: unknown): days is number {
  return typeof days === 'number' && days >= 1;
}
