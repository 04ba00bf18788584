import { tellOfYaml } from './harness';

const told = (acl: string) =>
  tellOfYaml(
    'acl-resources',
    `{apiVersion: kafka.strimzi.io/v1, kind: KafkaUser, metadata: {name: a}, spec: {authorization: {type: simple, acls: [${acl}]}}}`,
  );

describe('acl-resources', () => {
  it.each([
    '{resource: {type: topic, name: orders}, operations: [Read, DescribeConfigs]}',
    '{resource: {type: topic, name: "*"}, operations: [All]}',
    '{resource: {type: topic, name: orders-, patternType: prefix}, operations: [Write]}',
    '{resource: {type: group, name: "any name*"}, operations: [Read]}',
    '{resource: {type: cluster}, operations: [IdempotentWrite]}',
    '{resource: {type: transactionalId, name: a}, operations: [Write, Describe]}',
  ])('takes %s', (acl) => {
    expect(told(acl)).toEqual([]);
  });

  it.each([
    ['{resource: {type: topic, name: "orders-*"}, operations: [Read]}', 'resource.name', /patternType: prefix/],
    ['{resource: {type: topic, name: "*", patternType: prefix}, operations: [Read]}', 'resource.name', /literal/],
    ['{resource: {type: topic, name: a}, operations: [Read, IdempotentWrite]}', 'operations[1]', /Correct/],
    ['{resource: {type: group, name: a}, operations: [Write]}', 'operations[0]', /Correct/],
    ['{resource: {type: topic, name: a}, operations: []}', 'operations', /Correct/],
  ])('warns of %s', (acl, field, remedy) => {
    expect(told(acl)).toMatchObject([
      { severity: 'warning', field: `spec.authorization.acls[0].${field}`, remedy: expect.stringMatching(remedy) },
    ]);
  });

  it('refuses a rule without an operation', () => {
    expect(told('{resource: {type: topic, name: a}}')).toMatchObject([
      { severity: 'error', allowed: expect.stringMatching(/^Read, Write, Create, /) },
    ]);
  });

  it('leaves to the schema what is no operation', () => {
    expect(told('{resource: {type: topic, name: a}, operations: [Peek]}')).toEqual([]);
  });
});
