import type { ClientRecord } from '../../model/client';
import {
  contractDemands,
  mountedSecrets,
  readClientEnvironment,
  usualUser,
  VARIABLES_ANNOTATION,
  writeClientEnvironment,
  writeDescription,
} from '../clients';
import { APP_LABEL } from '../common/app-label';
import { codec, defined, sorted, type Codec, type Limit, type Marks, type Own } from '../common/codec';
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
import {
  isRestricted,
  RESTRICTED_CONTAINER,
  RESTRICTED_POD,
  SECURITY_SHAPES,
  type WirePodSecurity,
} from './pod-security';
import { PROBES_SHAPE, readProbes, writeProbes } from './probes';
import type { Named } from '../common/wire';

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
const POD = {
  serviceAccountName: 'text',
  automountServiceAccountToken: 'flag',
  enableServiceLinks: 'flag',
  securityContext: SECURITY_SHAPES.pod,
  imagePullSecrets: [{ name: 'text' }],
  affinity: POD_SHAPES.affinity,
  containers: [CONTAINER],
  volumes: [SECRET_VOLUME],
} as const satisfies Shape;
const SHAPE = {
  spec: {
    replicas: 'number',
    selector: { matchLabels: { '*': 'text' } },
    template: { metadata: { labels: { '*': 'text' }, annotations: { '*': 'text' } }, spec: POD },
  },
} as const satisfies Shape;

type WirePod = Fitting<typeof POD>;
type WireContainer = Fitting<typeof CONTAINER>;

/** What differs between the platforms. */
export interface PodDifferences {
  /** Whether the platform chooses the user that a pod runs as, and refuses others. */
  readonly choosesUsers: boolean;
}

/** Deployment of a client application: one container, named as the application is. */
export function clientCodec({ choosesUsers }: PodDifferences): Codec<ClientRecord> {
  const userOf = choosesUsers ? () => undefined : usualUserOf;
  return codec<ClientRecord, typeof SHAPE, Named>({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    shape: SHAPE,
    marks,
    write: (record) => {
      const app = { [APP_LABEL]: record.name };
      return {
        spec: {
          replicas: record.replicas,
          selector: { matchLabels: app },
          template: {
            metadata: defined({
              labels: sorted({ ...record.podLabels, ...app }),
              annotations: sorted(record.podAnnotations),
            }),
            spec: writePod(record, userOf(record)),
          },
        },
      };
    },
    read: ({ metadata, spec = {} }, { annotations }) => {
      const name = metadata?.name ?? '';
      const { metadata: podMetadata = {}, spec: pod = {} } = spec.template ?? {};
      const own: Own<ClientRecord> = defined({
        ...readPod(pod, annotations[VARIABLES_ANNOTATION], userOf),
        replicas: spec.replicas ?? 1,
        podLabels: withoutApp(podMetadata.labels, name),
        podAnnotations: sorted(podMetadata.annotations),
      });
      return { ...own, name };
    },
    agreed,
    demands,
  });
}

/** The label app with the name of the application may be said, and need not be. */
function agreed(record: ClientRecord, { labels, podLabels }: ClientRecord): ClientRecord {
  const withApp = (own: ClientRecord['labels'], said: ClientRecord['labels']): ClientRecord['labels'] =>
    said?.[APP_LABEL] === record.name ? { ...own, [APP_LABEL]: record.name } : own;
  return defined({
    ...record,
    labels: withApp(record.labels, labels),
    podLabels: withApp(record.podLabels, podLabels),
  });
}

/** A restricted pod does not start as root: images that have no user are given one. */
function usualUserOf({ contract, restricted }: Pick<ClientRecord, 'contract' | 'restricted'>): number | undefined {
  return restricted ? usualUser(contract) : undefined;
}

/** A reader's record has its name by the time that its marks are asked for. */
function marks(record: Own<ClientRecord>): Marks {
  const { name } = record as ClientRecord;
  const description = writeDescription(record);
  return {
    labels: { [APP_LABEL]: name },
    ...(description !== undefined && { annotations: { [VARIABLES_ANNOTATION]: description } }),
  };
}

function writePod(record: ClientRecord, user: number | undefined): WirePod {
  const { restricted, serviceAccount, imagePullSecrets, placement, runAsUser = user } = record;
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
  const { runAsNonRoot, seccompProfile } = structuredClone(RESTRICTED_POD);
  return defined({ runAsNonRoot, runAsUser, seccompProfile });
}

function writeContainer(record: ClientRecord, mounts: readonly MountedSecret[]): WireContainer {
  const { name, image, imagePullPolicy, command, args, resources, probes, restricted } = record;
  const env = writeClientEnvironment(record);
  return defined({
    name,
    image,
    imagePullPolicy,
    command: command && [...command],
    args: args && [...args],
    env: env.length > 0 ? writeEnv(env) : undefined,
    resources: writeResources(resources),
    ...(probes && writeProbes(probes)),
    volumeMounts: mounts.length > 0 ? mounts.map(writeSecretMount) : undefined,
    securityContext: restricted ? structuredClone(RESTRICTED_CONTAINER) : undefined,
  });
}

type PodPart = Omit<Own<ClientRecord>, 'replicas' | 'podLabels' | 'podAnnotations'>;

/** The first container is the application; others are kept by the codec. */
function readPod(pod: WirePod, description: string | undefined, userOf: typeof usualUserOf): PodPart {
  const container: WireContainer = pod.containers?.[0] ?? {};
  const settings = readClientEnvironment(readEnv(container.env) ?? [], {
    mounts: readSecretMounts(pod.volumes, container.volumeMounts),
    ...(description !== undefined && { description }),
  });
  const restricted = isRestricted(pod.securityContext, container.securityContext);
  const user = pod.securityContext?.runAsUser;
  return defined({
    ...settings,
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

function withoutApp(labels: Record<string, string> | undefined, name: string): Record<string, string> | undefined {
  const others = Object.entries(labels ?? {}).filter(([key, value]) => key !== APP_LABEL || value !== name);
  return others.length > 0 ? sorted(Object.fromEntries(others)) : undefined;
}

function demands(record: ClientRecord): Limit[] {
  return [...contractDemands(record).map(inContainer), ...appLabelDemands(record)];
}

/** What an application is told stands in the variables of its container. */
function inContainer(limit: Limit): Limit {
  return { ...limit, field: 'spec.template.spec.containers[0].env' };
}

function appLabelDemands({ podLabels, labels, name }: ClientRecord): Limit[] {
  return [
    { field: `spec.template.metadata.labels.${APP_LABEL}`, given: podLabels?.[APP_LABEL] },
    { field: `metadata.labels.${APP_LABEL}`, given: labels?.[APP_LABEL] },
  ].flatMap(({ field, given }) =>
    given === undefined || given === name
      ? []
      : [
          {
            field,
            given,
            message: 'The label ties the Deployment to its pods, and is the name of the application.',
            allowed: `${name}, or another label`,
          },
        ],
  );
}
