import type { AuthorizationRecord } from '../../src/model/authorization';
import { superUsers } from '../../src/rules/super-users';
import { cluster, tell } from './harness';

const told = (authorization: AuthorizationRecord) => tell(superUsers, { kafkaCluster: [cluster({ authorization })] });

describe('super-users', () => {
  it('takes names as they are', () => {
    expect(told({ type: 'simple', superUsers: ['CN=admin', 'admin', 'ServiceUser:x'] })).toEqual([]);
    expect(told({ type: 'simple' })).toEqual([]);
  });

  it('tells of the type of principal before a name, whoever authorizes', () => {
    const superUsers = ['admin', 'User:CN=admin'];
    const finding = {
      severity: 'warning',
      field: 'spec.kafka.authorization.superUsers[1]',
      given: 'User:CN=admin',
      allowed: 'CN=admin',
      remedy: 'Write CN=admin.',
    };
    expect(told({ type: 'simple', superUsers })).toMatchObject([finding]);
    expect(told({ type: 'custom', authorizerClass: 'a.B', superUsers })).toMatchObject([finding]);
  });
});
