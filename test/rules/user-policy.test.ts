import type { UserPolicy } from '../../src';
import { tellOfYaml } from './harness';

function told(users: UserPolicy, acls = '', authentication = 'tls', name = 'shop-checkout') {
  const user = `{apiVersion: kafka.strimzi.io/v1, kind: KafkaUser, metadata: {name: ${name}, labels: {strimzi.io/cluster: a}},
    spec: {authentication: {type: ${authentication}}, authorization: {type: simple, acls: [${acls}]}}}`;
  return tellOfYaml('user-policy', user, { policies: [{ name: 'shop', users }] });
}

const acl = (type: string, name: string, patternType = 'literal', more = '') =>
  `{resource: {type: ${type}, name: "${name}", patternType: ${patternType}}, operations: [Read]${more}}`;

describe('user-policy', () => {
  it('takes users that the policy allows', () => {
    const users: UserPolicy = { names: [{ prefix: 'shop-' }], authentication: ['tls'], topics: [{ prefix: 'shop.' }] };
    expect(told(users, acl('topic', 'shop.orders'))).toEqual([]);
  });

  it('refuses other names and other credentials', () => {
    expect(told({ names: [{ prefix: 'shop-' }] }, '', 'tls', 'checkout')).toMatchObject([
      { severity: 'error', field: 'metadata.name', given: 'checkout', allowed: 'a name that begins with "shop-"' },
    ]);
    expect(told({ authentication: ['tls', 'tls-external'] }, '', 'scram-sha-512')).toMatchObject([
      { severity: 'error', field: 'spec.authentication.type', given: 'scram-sha-512', allowed: 'tls, tls-external' },
    ]);
  });

  it.each([
    ['topic', 'shop.orders', 'literal', { topics: [{ prefix: 'shop.' }] }],
    ['topic', 'shop.orders', 'prefix', { topics: [{ prefix: 'shop.' }] }],
    ['topic', 'shop.orders', 'prefix', { topics: [{ pattern: 'shop\\..*' }] }],
    ['topic', '*', 'literal', { topics: ['*'] }],
    ['topic', '*', 'literal', { topics: [{ pattern: '.*' }] }],
    ['group', 'anything', 'literal', { topics: [] }],
    ['group', 'shop-a', 'literal', { groups: [{ prefix: 'shop-' }] }],
    ['transactionalId', 'shop-a', 'literal', { transactionalIds: ['shop-a'] }],
  ] as const)('takes a rule on %s %s (%s) where %j is allowed', (type, name, pattern, users) => {
    expect(told(users, acl(type, name, pattern))).toEqual([]);
  });

  it.each([
    ['topic', 'bank.orders', 'literal', { topics: [{ prefix: 'shop.' }] }],
    ['topic', 'sh', 'prefix', { topics: [{ prefix: 'shop.' }] }],
    ['topic', '*', 'literal', { topics: [{ prefix: 'shop.' }] }],
    ['topic', 'shop.orders', 'prefix', { topics: ['shop.orders'] }],
    ['topic', 'shop.a', 'prefix', { topics: [{ pattern: 'shop\\.[a-z]+' }] }],
    ['topic', 'shop', 'prefix', { topics: [{ pattern: 'shop|bank.*' }] }],
    ['topic', 'shop.', 'prefix', { topics: [{ pattern: '(?!.*secret)shop\\..*' }] }],
    ['topic', '*', 'literal', { topics: [{ pattern: '[^.]+' }] }],
    ['group', 'bank', 'literal', { groups: [{ prefix: 'shop-' }] }],
    ['transactionalId', 'bank', 'prefix', { transactionalIds: [{ prefix: 'shop-' }] }],
  ] as const)('refuses a rule on %s %s (%s) where %j is allowed', (type, name, pattern, users) => {
    expect(told(users, acl(type, name, pattern))).toMatchObject([
      {
        severity: 'error',
        field: 'spec.authorization.acls[0].resource.name',
        given: pattern === 'prefix' ? `${name}*` : name,
      },
    ]);
  });

  it('leaves denials alone, and tells a name once', () => {
    const users = { topics: [{ prefix: 'shop.' }] };
    expect(told(users, acl('topic', 'bank', 'literal', ', type: deny'))).toEqual([]);
    expect(told(users, `${acl('topic', 'bank')}, ${acl('topic', 'bank')}`)).toHaveLength(1);
  });
});
