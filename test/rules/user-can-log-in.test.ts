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
