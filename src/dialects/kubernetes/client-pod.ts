import type { ClientRecord } from '../../model/client';
import {
  clientContainer,
  contractDemands,
  loginDemands,
  mountedSecrets,
  readClientEnvironment,
  usualUser,
  writeClientEnvironment,
} from '../clients';
import { CLIENT_ANNOTATION } from '../../model/client-annotation';
import { defined, present, sorted, type Limit, type Own } from '../common/codec';
import {
  POD_SHAPES,
  readAffinity,
  readEnv,
  readResources,
  writeAffinity,
  writeEnv,
  writeResources,
} from '../common/pods';
import {
  readSecretMounts,
  SECRET_VOLUME,
  VOLUME_MOUNT,
  writeSecretMount,
  writeSecretVolume,
  type MountedSecret,
} from '../common/secret-files';
import type { Fitting, Shape } from '../common/shape';
import { copied } from '../common/values';
import {
  isRestricted,
  RESTRICTED_CONTAINER,
  RESTRICTED_POD,
  SECURITY_SHAPES,
  type WirePodSecurity,
} from './pod-security';
import { PROBES_SHAPE, readProbes, writeProbes } from './probes';

const CONTAINER = {
  ...PROBES_SHAPE,
  name: 'text',
  image: 'text',
  imagePullPolicy: 'text',
  command: ['text'],
  args: ['text'],
  env: POD_SHAPES.env,
  resources: POD_SHAPES.resources,
  volumeMounts: [VOLUME_MOUNT],
  securityContext: SECURITY_SHAPES.container,
} as const satisfies Shape;
/** What readers take the pods of an application for. */
export const POD = {
  serviceAccountName: 'text',
  automountServiceAccountToken: 'flag',
  enableServiceLinks: 'flag',
  securityContext: SECURITY_SHAPES.pod,
  imagePullSecrets: [{ name: 'text' }],
  affinity: POD_SHAPES.affinity,
  containers: [CONTAINER],
  volumes: [SECRET_VOLUME],
} as const satisfies Shape;

/** What readers take a template of such pods for. */
export const TEMPLATE = {
  metadata: { labels: { '*': 'text' }, annotations: { '*': 'text' } },
  spec: POD,
} as const satisfies Shape;

type WirePod = Fitting<typeof POD>;
type WireContainer = Fitting<typeof CONTAINER>;
type WireTemplate = Fitting<typeof TEMPLATE>;

/** What differs between the platforms. */
export interface PodDifferences {
  /** Whether the platform chooses the user that a pod runs as, and refuses others. */
  readonly choosesUsers: boolean;
}

/** Who a pod runs as where nobody says. */
export type UserOf = (client: Pick<ClientRecord, 'contract' | 'restricted'>) => number | undefined;

/** Who pods run as on a platform. */
export function userOn({ choosesUsers }: PodDifferences): UserOf {
  return choosesUsers ? () => undefined : usualUserOf;
}

/** A restricted pod does not start as root: images that have no user are given one. */
function usualUserOf({ contract, restricted }: Pick<ClientRecord, 'contract' | 'restricted'>): number | undefined {
  return restricted ? usualUser(contract) : undefined;
}

/** Spells the pods of an application. */
export function writePod(record: ClientRecord, userOf: UserOf): WirePod {
  const { restricted, serviceAccount, imagePullSecrets, placement, runAsUser = userOf(record) } = record;
  const mounts = mountedSecrets(record);
  return defined({
    serviceAccountName: serviceAccount,
    automountServiceAccountToken: restricted ? false : undefined,
    enableServiceLinks: restricted ? false : undefined,
    securityContext: writePodSecurity(restricted, runAsUser),
    imagePullSecrets: imagePullSecrets?.map((name) => ({ name })),
    affinity: placement && writeAffinity(placement),
    containers: [writeContainer(record, mounts)],
    volumes: mounts.length > 0 ? mounts.map(writeSecretVolume) : undefined,
  });
}

function writePodSecurity(restricted: boolean, runAsUser: number | undefined): WirePodSecurity | undefined {
  if (!restricted) return runAsUser === undefined ? undefined : { runAsUser };
  const { runAsNonRoot, seccompProfile } = copied(RESTRICTED_POD);
  return defined({ runAsNonRoot, runAsUser, seccompProfile });
}

function writeContainer(record: ClientRecord, mounts: readonly MountedSecret[]): WireContainer {
  const { name, container = name, image, imagePullPolicy, command, args, resources, probes, restricted } = record;
  const env = writeClientEnvironment(record);
  return defined({
    name: container,
    image,
    imagePullPolicy,
    command: command && [...command],
    args: args && [...args],
    env: env.length > 0 ? writeEnv(env) : undefined,
    resources: writeResources(resources),
    ...(probes && writeProbes(probes)),
    volumeMounts: mounts.length > 0 ? mounts.map(writeSecretMount) : undefined,
    securityContext: restricted ? copied(RESTRICTED_CONTAINER) : undefined,
  });
}

/** What a pod says of an application. */
export type PodPart = Omit<Own<ClientRecord>, 'replicas' | 'podLabels' | 'podAnnotations' | 'workload'>;

/** Reads the pods of the application in an object. One container is the application; others are kept by the codec. */
export function readPod(
  { containers = [], ...pod }: WirePod,
  { name, annotations }: { readonly name: string; readonly annotations: Readonly<Record<string, string>> },
  userOf: UserOf,
): PodPart {
  const description = annotations[CLIENT_ANNOTATION];
  const known = containers.map((each) => ({ name: each.name, env: readEnv(each.env) }));
  const at = clientContainer(known, description, name);
  const container: WireContainer = containers[at] ?? {};
  const settings = readClientEnvironment(known[at]?.env ?? [], {
    mounts: readSecretMounts(pod.volumes, container.volumeMounts),
    ...(description !== undefined && { description }),
  });
  const restricted = isRestricted(pod.securityContext, container.securityContext);
  const user = pod.securityContext?.runAsUser;
  return defined({
    ...settings,
    container: container.name === name ? undefined : container.name,
    image: container.image ?? '',
    imagePullPolicy: readPullPolicy(container.imagePullPolicy),
    command: container.command,
    args: container.args,
    resources: readResources(container.resources),
    probes: readProbes(container),
    placement: readAffinity(pod.affinity),
    serviceAccount: pod.serviceAccountName,
    imagePullSecrets: pod.imagePullSecrets?.map(({ name = '' }) => name),
    runAsUser: user === userOf({ ...settings, restricted }) ? undefined : user,
    restricted,
  });
}

function readPullPolicy(wire: string | undefined): ClientRecord['imagePullPolicy'] {
  return wire === 'Always' || wire === 'IfNotPresent' || wire === 'Never' ? wire : undefined;
}

/** Spells labels and annotations of pods; absent where there are none. */
export function writePodMarks({ podLabels, podAnnotations }: ClientRecord): WireTemplate['metadata'] {
  return present({ labels: sorted(podLabels), annotations: sorted(podAnnotations) });
}

/** What an application is told, and cannot be, stands in the variables of its container. */
export function variableLimits(record: ClientRecord, place: string): Limit[] {
  const own = new Set(record.env?.map(({ name }) => name));
  return [...contractDemands(record), ...loginDemands(record, own)].map((limit) => ({
    ...limit,
    field: `${place}.containers[0].env`,
  }));
}
