import type { AuthorizationRecord } from '../../src/model/authorization';
import type { KafkaClusterRecord } from '../../src/model/kafka-cluster';
import { superUsers } from '../../src/rules/super-users';
import { cluster, tell } from './harness';

const told = (authorization: AuthorizationRecord) =>
  tell(superUsers, { kafkaCluster: [cluster({ authorization, listeners: [] })] });

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

describe('super users that no client can be', () => {
  const named = (superUser: string, types: readonly string[], config = {}) =>
    tell(superUsers, {
      kafkaCluster: [
        cluster({
          authorization: { type: 'simple', superUsers: [superUser] },
          listeners: types.map((type, at) => ({
            ...{ name: `l${at}`, port: 9093 + at, type: 'internal', tls: true },
            authentication: { type },
          })) as KafkaClusterRecord['listeners'],
          config,
        }),
      ],
    });

  it('are told, with the form that they are to have', () => {
    expect(named('admin', ['tls'])).toMatchObject([{ effect: 'unlooked', given: 'admin', remedy: 'Write CN=admin.' }]);
    expect(named('CN=admin', ['scram-sha-512'])).toMatchObject([
      { given: 'CN=admin', allowed: 'names of users, such as admin' },
    ]);
  });

  it.each([
    ['CN=admin', ['tls'], {}],
    ['admin', ['tls', 'scram-sha-512'], {}],
    ['admin', ['tls', 'oauth'], {}],
    ['CN=admin', ['custom'], {}],
    ['admin', [], {}],
    ['admin', ['tls'], { 'ssl.principal.mapping.rules': 'RULE:^CN=(.*?)$/$1/' }],
  ] as const)('are not %s where listeners ask for %j, with %j', (superUser, types, config) => {
    expect(named(superUser, types, config)).toEqual([]);
  });
});
