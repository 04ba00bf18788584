import type { HostedRecord, PodsRecord } from '../../model/pods';
import { defined, present, sorted } from './codec';
import { POD_SHAPES, readAffinity, writeAffinity } from './pods';
import type { Fitting, Shape } from './shape';
import { copied } from './values';

/** What readers take a template of pods for. */
export const POD_TEMPLATE = {
  metadata: { labels: { '*': 'text' }, annotations: { '*': 'text' } },
  affinity: { ...POD_SHAPES.affinity, podAffinity: 'map', podAntiAffinity: 'map' },
  tolerations: ['map'],
  topologySpreadConstraints: ['map'],
  priorityClassName: 'text',
  schedulerName: 'text',
  securityContext: 'map',
  imagePullSecrets: [{ name: 'text' }],
  terminationGracePeriodSeconds: 'number',
} as const satisfies Shape;

/** What readers take the template of a workload for. */
export const TEMPLATE_SHAPE = {
  pod: POD_TEMPLATE,
  podDisruptionBudget: { maxUnavailable: 'number' },
} as const satisfies Shape;

/** A template of pods. */
export type WirePod = Fitting<typeof POD_TEMPLATE>;

/** The template of a workload. */
type WireTemplate = Fitting<typeof TEMPLATE_SHAPE>;

/** Spells the template of a workload; absent where nothing is said. */
export function writeTemplate(hosted: HostedRecord): WireTemplate | undefined {
  const { maxUnavailable } = hosted;
  return present({
    pod: writePod(hosted),
    podDisruptionBudget: maxUnavailable === undefined ? undefined : { maxUnavailable },
  });
}

/** Reads the template of a workload. */
export function readTemplate(template: WireTemplate | undefined): HostedRecord {
  return defined({ ...readPod(template?.pod), maxUnavailable: template?.podDisruptionBudget?.maxUnavailable });
}

/** Spells a template of pods; absent where nothing is said. */
export function writePod({ placement, pods = {} }: HostedRecord): WirePod | undefined {
  const { labels, annotations, affinity, antiAffinity, imagePullSecrets } = pods;
  // Parts in Kubernetes' own words are copied: the object goes on to live elsewhere.
  const pod = copied(
    defined({
      metadata: present({ labels: sorted(labels), annotations: sorted(annotations) }),
      affinity: present({
        ...(placement && writeAffinity(placement)),
        podAffinity: affinity,
        podAntiAffinity: antiAffinity,
      }),
      tolerations: pods.tolerations,
      topologySpreadConstraints: pods.topologySpread,
      priorityClassName: pods.priorityClass,
      schedulerName: pods.scheduler,
      securityContext: pods.securityContext,
      imagePullSecrets: imagePullSecrets?.map((name) => ({ name })),
      terminationGracePeriodSeconds: pods.terminationGraceSeconds,
    }),
  );
  return present(pod as WirePod);
}

/** Reads a template of pods. */
export function readPod(wire: WirePod | undefined): HostedRecord {
  if (!wire) return {};
  const { metadata = {}, affinity } = wire;
  const pods = copied(
    defined<PodsRecord>({
      labels: filled(metadata.labels),
      annotations: filled(metadata.annotations),
      affinity: affinity?.podAffinity,
      antiAffinity: affinity?.podAntiAffinity,
      tolerations: wire.tolerations,
      topologySpread: wire.topologySpreadConstraints,
      priorityClass: wire.priorityClassName,
      scheduler: wire.schedulerName,
      securityContext: wire.securityContext,
      imagePullSecrets: wire.imagePullSecrets?.flatMap(({ name }) => (name === undefined ? [] : [name])),
      terminationGraceSeconds: wire.terminationGracePeriodSeconds,
    }),
  );
  return defined({ placement: readAffinity(affinity), pods: present(pods) });
}

function filled(map: Readonly<Record<string, string>> | undefined): Readonly<Record<string, string>> | undefined {
  return map && present(sorted(map) ?? {});
}
