import type { UserRecord } from '../../model/user';
import { SINGLE_ACLS } from '../common/acl';
import type { Limit } from '../common/codec';
import { userCodec } from '../common/user';
import { API_VERSION } from './api';

/** KafkaUser: a rule for each operation. */
export const user = userCodec(API_VERSION, { acls: SINGLE_ACLS, limits });

function limits({ authentication, quotas }: UserRecord): Limit[] {
  const found: Limit[] = [];
  if (authentication?.type === 'tls-external') {
    found.push({
      field: 'authentication.type',
      given: 'tls-external',
      message: 'The user operator knows no certificates from outside.',
      allowed: 'tls or scram-sha-512',
      since: 'Strimzi 0.45.2',
    });
  }
  if (authentication?.type === 'scram-sha-512' && authentication.password) {
    found.push({
      field: 'authentication.password',
      given: authentication.password,
      message: 'The user operator ignores a password from a Secret and makes one of its own.',
      allowed: 'no password',
      since: 'Strimzi 0.45.2',
    });
  }
  if (quotas?.controllerMutationRate !== undefined) {
    found.push({
      field: 'quotas.controllerMutationRate',
      given: quotas.controllerMutationRate,
      message: 'The user operator has no quota for controller mutations.',
      since: 'Strimzi 0.45.2',
    });
  }
  return found;
}
