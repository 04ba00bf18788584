import { denialText, denialsIn, ruleText, rulesOf } from '../../scripts/kafka/rules';

const MIRROR = { name: 'mirror', cluster: 'us', acls: [] };

test('each operation of a user is a rule of its own, about the principal of its certificate', () => {
  const acls = [
    { resource: { type: 'topic', name: 'audit.', patternType: 'prefix' }, operations: ['Read', 'DescribeConfigs'] },
    { resource: { type: 'transactionalId', name: 'mirror' }, operations: ['Write'], host: '10.0.0.1' },
    { type: 'deny', resource: { type: 'cluster' }, operations: ['Alter'] },
  ] as const;
  const principal = 'User:CN=mirror';
  expect(rulesOf({ ...MIRROR, acls })).toEqual([
    {
      principal,
      permission: 'ALLOW',
      operation: 'READ',
      type: 'TOPIC',
      pattern: 'PREFIXED',
      name: 'audit.',
      host: '*',
    },
    {
      principal,
      permission: 'ALLOW',
      operation: 'DESCRIBE_CONFIGS',
      type: 'TOPIC',
      pattern: 'PREFIXED',
      name: 'audit.',
      host: '*',
    },
    {
      principal,
      permission: 'ALLOW',
      operation: 'WRITE',
      type: 'TRANSACTIONAL_ID',
      pattern: 'LITERAL',
      name: 'mirror',
      host: '10.0.0.1',
    },
    {
      principal,
      permission: 'DENY',
      operation: 'ALTER',
      type: 'CLUSTER',
      pattern: 'LITERAL',
      name: 'kafka-cluster',
      host: '*',
    },
  ]);
});

test('a user whose rules nobody manages has none', () => {
  expect(rulesOf({ name: 'mirror', cluster: 'us' })).toEqual([]);
});

test('a rule is told in words', () => {
  const acls = [
    { resource: { type: 'topic', name: 'audit.', patternType: 'prefix' }, operations: ['DescribeConfigs'] },
    { resource: { type: 'transactionalId', name: 'mirror' }, operations: ['Write'] },
  ] as const;
  expect(rulesOf({ ...MIRROR, acls }).map(ruleText)).toEqual([
    'DescribeConfigs on topic audit.*',
    'Write on transactional id mirror',
  ]);
});

test('denials of both authorizers are found, each once, and nothing that was allowed', () => {
  const log = [
    'INFO kafka.authorizer.logger - Principal = User:CN=mirror is Denied operation = DESCRIBE_CONFIGS from host = 127.0.0.1 on resource = Topic:LITERAL:a:b for request = DescribeConfigs with resourceRefCount = 1 based on rule DefaultDeny',
    'INFO kafka.authorizer.logger - Principal = User:CN=mirror is Denied Operation = DescribeConfigs from host = 127.0.0.1 on resource = Topic:LITERAL:a:b for request = DescribeConfigs with resourceRefCount = 1',
    'DEBUG kafka.authorizer.logger - Principal = User:CN=mirror is Allowed operation = READ from host = 127.0.0.1 on resource = Topic:LITERAL:a for request = Fetch with resourceRefCount = 1 based on rule MatchingAcl',
    'INFO kafka.authorizer.logger - Principal = User:CN=mirror is Denied operation = READ from host = 127.0.0.1 on resource = Group:LITERAL:g for request = JoinGroup with resourceRefCount = 1 based on rule DefaultDeny',
  ].join('\n');
  expect(denialsIn(log).map(denialText)).toEqual(['DescribeConfigs on topic a:b', 'Read on group g']);
  expect(denialsIn(log)[0]?.principal).toBe('User:CN=mirror');
});
