import type { Fitting, Shape } from '../common/shape';

/** What readers take the security of a pod and of a container for. */
export const SECURITY_SHAPES = {
  pod: { runAsNonRoot: 'flag', runAsUser: 'number', seccompProfile: { type: 'text' } },
  container: { allowPrivilegeEscalation: 'flag', capabilities: { drop: ['text'] } },
} as const satisfies Readonly<Record<string, Shape>>;

/** What a pod may do at most. */
export type WirePodSecurity = Fitting<typeof SECURITY_SHAPES.pod>;

/** What a container may do at most. */
type WireContainerSecurity = Fitting<typeof SECURITY_SHAPES.container>;

/**
 * The restricted Pod Security Standard. It asks for no user id: OpenShift chooses one, and elsewhere the image has one.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
export const RESTRICTED_POD: WirePodSecurity = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };
/** The part of the standard that each container says for itself. */
export const RESTRICTED_CONTAINER: WireContainerSecurity = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
};

/** Whether a pod of one container keeps to the restricted standard. */
export function isRestricted(pod: WirePodSecurity | undefined, container: WireContainerSecurity | undefined): boolean {
  return (
    pod?.runAsNonRoot === true &&
    pod.seccompProfile?.type === RESTRICTED_POD.seccompProfile?.type &&
    container?.allowPrivilegeEscalation === false &&
    container.capabilities?.drop?.includes('ALL') === true
  );
}
