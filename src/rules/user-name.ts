import { TLS_USER_NAME } from '../model/names';
import { objectRule } from './rule';

/** The name of a user fits into its certificate. */
export const userName = objectRule({
  id: 'user-name',
  summary: 'A user with a client certificate has a name of 64 characters at most.',
  remedy: 'Shorten the name of the user, or take scram-sha-512.',
  effect: 'refused',
  source:
    'The name is the common name of the certificate: the user operator refuses longer ones (Strimzi 0.18.0 to 1.2.0).',
  catalog: ['U-001'],
  nouns: ['user'],
  check({ record: { name, authentication } }, report) {
    if (authentication?.type !== 'tls' || name.length <= 64) return;
    report({
      field: ['metadata', 'name'],
      given: name,
      allowed: TLS_USER_NAME.allowed,
      message: `The name has ${name.length} characters, too many for a certificate.`,
    });
  },
});
