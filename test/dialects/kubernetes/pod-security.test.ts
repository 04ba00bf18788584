import { isRestricted, RESTRICTED_CONTAINER, RESTRICTED_POD } from '../../../src/dialects/kubernetes/pod-security';

describe('a pod that keeps to the restricted standard', () => {
  it('runs as no root under the usual seccomp profile, and its container may gain nothing', () => {
    expect(isRestricted(RESTRICTED_POD, RESTRICTED_CONTAINER)).toBe(true);
    expect(isRestricted({ ...RESTRICTED_POD, runAsUser: 1001 }, RESTRICTED_CONTAINER)).toBe(true);
    const drop = ['NET_RAW', 'ALL'];
    expect(isRestricted(RESTRICTED_POD, { ...RESTRICTED_CONTAINER, capabilities: { drop } })).toBe(true);
  });

  it.each([
    ['nothing is said of the pod', undefined, RESTRICTED_CONTAINER],
    ['nothing is said of the container', RESTRICTED_POD, undefined],
    ['it may run as root', { ...RESTRICTED_POD, runAsNonRoot: false }, RESTRICTED_CONTAINER],
    ['it has no seccomp profile', { runAsNonRoot: true }, RESTRICTED_CONTAINER],
    ['it has another one', { ...RESTRICTED_POD, seccompProfile: { type: 'Unconfined' } }, RESTRICTED_CONTAINER],
    ['it may gain privileges', RESTRICTED_POD, { ...RESTRICTED_CONTAINER, allowPrivilegeEscalation: true }],
    ['nothing is said of privileges', RESTRICTED_POD, { capabilities: { drop: ['ALL'] } }],
    ['it drops some capabilities', RESTRICTED_POD, { ...RESTRICTED_CONTAINER, capabilities: { drop: ['NET_RAW'] } }],
    ['it drops no capability', RESTRICTED_POD, { ...RESTRICTED_CONTAINER, capabilities: {} }],
    ['nothing is said of capabilities', RESTRICTED_POD, { allowPrivilegeEscalation: false }],
  ])('is none where %s', (_, pod, container) => {
    expect(isRestricted(pod, container)).toBe(false);
  });
});
