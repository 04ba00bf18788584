import { StrimziRelease } from '../../src/dialects/releases';
import { aclNeedsAuthorization } from '../../src/rules/acl-needs-authorization';
import { cluster, tell, tellOfYaml } from './harness';

const user = [
  { name: 'shop', cluster: 'europe', acls: [{ resource: { type: 'cluster' }, operations: ['Describe'] }] },
  { name: 'guest', cluster: 'europe' },
] as const;
const open = cluster({ authorization: undefined });

describe('acl-needs-authorization', () => {
  it('takes ACLs at a cluster with authorization, and users without ACLs anywhere', () => {
    expect(tell(aclNeedsAuthorization, { kafkaCluster: [cluster()], user })).toEqual([]);
  });

  it('refuses ACLs where the operator makes no user', () => {
    expect(tell(aclNeedsAuthorization, { kafkaCluster: [open], user })).toMatchObject([
      { path: 'shop', severity: 'error', field: 'spec.authorization', allowed: 'no ACLs at this cluster' },
    ]);
  });

  it('warns where the operator makes the credentials alone', () => {
    const given = { kafkaCluster: [open], user, release: StrimziRelease.V0_18 };
    expect(tell(aclNeedsAuthorization, given)).toMatchObject([{ path: 'shop', severity: 'warning' }]);
  });

  it.each([
    [{ type: 'opa', url: 'http://opa' }, 1],
    [{ type: 'keycloak', clientId: 'kafka', tokenEndpointUri: 'https://sso' }, 1],
    [{ type: 'keycloak', clientId: 'kafka', tokenEndpointUri: 'https://sso', delegateToKafkaAcls: true }, 0],
    [{ type: 'custom', authorizerClass: 'com.example.Authorizer' }, 1],
    [{ type: 'custom', authorizerClass: 'com.example.Authorizer', supportsAdminApi: true }, 0],
  ] as const)('refuses ACLs at an authorizer that takes none: %j', (authorization, count) => {
    const kafkaCluster = [cluster({ authorization })];
    const told = tell(aclNeedsAuthorization, { kafkaCluster, user });
    expect(told).toHaveLength(count);
    for (const { message } of told) expect(message).toContain(`an authorizer of type ${authorization.type}`);
    const before = tell(aclNeedsAuthorization, { kafkaCluster, user, release: StrimziRelease.V0_24 });
    expect(before).toHaveLength(authorization.type === 'keycloak' ? count : 0);
  });

  it('is silent where somebody decides whom the model does not know', () => {
    const value = { type: 'cedar' };
    const cedar = {
      ...open,
      rest: {
        apiVersion: 'kafka.strimzi.io/v1',
        parts: [{ at: ['spec', 'kafka'], was: {}, is: { authorization: value } }],
      },
    };
    expect(tell(aclNeedsAuthorization, { kafkaCluster: [cedar], user })).toEqual([]);
  });

  it('leaves a Kafka that says nothing of its brokers to whoever tells that', () => {
    const objects = (spec: string) => `{apiVersion: kafka.strimzi.io/v1, kind: Kafka, metadata: {name: europe}${spec}}
---
{apiVersion: kafka.strimzi.io/v1, kind: KafkaUser, metadata: {name: shop, labels: {strimzi.io/cluster: europe}}, spec: {authorization: {type: simple, acls: [{resource: {type: cluster}, operations: [Describe]}]}}}`;
    expect(tellOfYaml('acl-needs-authorization', objects(''))).toEqual([]);
    expect(tellOfYaml('acl-needs-authorization', objects(', spec: {kafka: {listeners: []}}'))).toHaveLength(1);
  });
});

it('tells once of a cluster without authorization, however many users have ACLs', () => {
  const kafka =
    '{apiVersion: kafka.strimzi.io/v1, kind: Kafka, metadata: {name: NAME}, spec: {kafka: {listeners: []}}}';
  const user =
    '{apiVersion: kafka.strimzi.io/v1, kind: KafkaUser, metadata: {name: USER, labels: {strimzi.io/cluster: NAME}}, spec: {authorization: {type: simple, acls: [{resource: {type: cluster}, operations: [Describe]}]}}}';
  const objects = ['k', 'l'].flatMap((name) =>
    [kafka, ...['a', 'b', 'c'].map((each) => user.replace('USER', `${each}-${name}`))].map((text) =>
      text.replace('NAME', name),
    ),
  );
  expect(
    tellOfYaml('acl-needs-authorization', objects.join('\n---\n')).map(({ path, message }) => [path, message]),
  ).toEqual([
    [
      'KafkaUser/a-k',
      expect.stringMatching(/Cluster k has no authorization.*; so it is with 2 more: KafkaUser\/b-k, KafkaUser\/c-k\./),
    ],
    ['KafkaUser/a-l', expect.stringContaining('Cluster l has no authorization')],
  ]);
});
