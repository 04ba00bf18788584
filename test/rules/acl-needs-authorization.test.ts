import { StrimziRelease } from '../../src/dialects/releases';
import { aclNeedsAuthorization } from '../../src/rules/acl-needs-authorization';
import { cluster, tell } from './harness';

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
      { path: 'shop', severity: 'error' },
    ]);
  });

  it('warns where the operator makes the credentials alone', () => {
    const given = { kafkaCluster: [open], user, release: StrimziRelease.V0_18 };
    expect(tell(aclNeedsAuthorization, given)).toMatchObject([{ path: 'shop', severity: 'warning' }]);
  });

  it('is silent where somebody decides whom the model does not know', () => {
    const part = { at: ['spec', 'kafka'], was: {}, is: { authorization: { type: 'keycloak' } } };
    const keycloak = { ...open, rest: { apiVersion: 'kafka.strimzi.io/v1', parts: [part] } };
    expect(tell(aclNeedsAuthorization, { kafkaCluster: [keycloak], user })).toEqual([]);
  });
});
