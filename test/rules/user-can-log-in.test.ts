import type { KafkaClusterRecord } from '../../src/model/kafka-cluster';
import type { UserRecord } from '../../src/model/user';
import { userCanLogIn } from '../../src/rules/user-can-log-in';
import { cluster, tell } from './harness';

describe('user-can-log-in', () => {
  it('takes users whose credentials a listener asks for, and users without', () => {
    const user = [
      { name: 'shop', cluster: 'europe', authentication: { type: 'tls' } } as const,
      { name: 'x', cluster: 'europe' },
    ];
    expect(tell(userCanLogIn, { kafkaCluster: [cluster()], user })).toEqual([]);
  });

  it('warns of credentials that nobody asks for', () => {
    const user = [{ name: 'shop', cluster: 'europe', authentication: { type: 'scram-sha-512' } } as const];
    expect(tell(userCanLogIn, { kafkaCluster: [cluster()], user })).toMatchObject([
      { path: 'shop', severity: 'warning', given: 'scram-sha-512', allowed: 'tls' },
    ]);
  });

  it('is silent where a listener asks in a way of its own', () => {
    const user = [{ name: 'shop', cluster: 'europe', authentication: { type: 'scram-sha-512' } } as const];
    const listeners = [
      { name: 'tls', port: 9093, type: 'internal', tls: true, authentication: { type: 'custom' } },
    ] as const;
    expect(tell(userCanLogIn, { kafkaCluster: [cluster({ listeners })], user })).toEqual([]);
  });

  it('is silent where there are no listeners at all', () => {
    const user = [{ name: 'shop', cluster: 'europe', authentication: { type: 'tls' } } as const];
    expect(tell(userCanLogIn, { kafkaCluster: [cluster({ listeners: [] })], user })).toEqual([]);
  });
});

describe('a user without credentials', () => {
  const acls = [{ resource: { type: 'topic', name: 'orders' }, operations: ['Read'] }] as const;
  const of = (
    listeners: readonly ('tls' | 'scram-sha-512')[],
    user: Partial<UserRecord> = { acls },
    config: KafkaClusterRecord['config'] = {},
  ) =>
    tell(userCanLogIn, {
      kafkaCluster: [
        cluster({
          config,
          listeners: listeners.map((type, at) => ({
            name: type.slice(0, 5),
            port: 9093 + at,
            type: 'internal',
            tls: true,
            authentication: { type },
          })),
        }),
      ],
      user: [{ name: 'shop', cluster: 'europe', ...user }],
    });

  it('has rights that nobody has where all clients show certificates', () => {
    expect(of(['tls'])).toMatchObject([
      { path: 'shop', severity: 'warning', field: 'spec.authentication', allowed: 'tls, tls-external' },
    ]);
    expect(of(['tls'], { quotas: { producerByteRate: 1 } })).toHaveLength(1);
  });

  it('may be what brokers make of the name in a certificate', () => {
    expect(of(['tls'], { acls }, { 'ssl.principal.mapping.rules': 'RULE:^CN=(.*)$/$1/' })).toEqual([]);
  });

  it('may have been given a password by somebody else', () => {
    expect(of(['tls', 'scram-sha-512'])).toEqual([]);
  });

  it('needs none where it has no rights', () => {
    expect(of(['tls'], {})).toEqual([]);
  });
});
