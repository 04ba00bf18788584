import type { ClientRecord, WorkloadKind } from '../../model/client';
import { codec, defined, sorted, type Codec } from '../common/codec';
import { templatePlace } from '../common/pod-place';
import type { Fitting, Shape } from '../common/shape';
import type { Named } from '../common/wire';
import { descriptionMark } from './client';
import {
  POD,
  readPod,
  TEMPLATE,
  userOn,
  variableLimits,
  writePod,
  writePodMarks,
  type PodDifferences,
} from './client-pod';

/** The places of all kinds in one: an object has its pods at one of them. */
const SHAPE = {
  spec: { ...POD, replicas: 'number', template: TEMPLATE, jobTemplate: { spec: { template: TEMPLATE } } },
} as const satisfies Shape;

type Spec = NonNullable<Fitting<typeof SHAPE>['spec']>;
type Template = NonNullable<Spec['template']>;

/**
 * An application in another object than a Deployment: a StatefulSet, a Job, a CronJob, a Service of Knative, or whatever has
 * a template of pods where these have it.
 */
export function workloadCodec(workload: WorkloadKind, differences: PodDifferences): Codec<ClientRecord> {
  const userOf = userOn(differences);
  const place = templatePlace(workload.kind);
  return codec<ClientRecord, typeof SHAPE, Named>({
    ...workload,
    shape: SHAPE,
    marks: (record) => descriptionMark(record as ClientRecord),
    write: (record) => {
      const template = defined({ metadata: writePodMarks(record), spec: writePod(record, userOf) });
      return { spec: specWith(template, place, record.replicas) };
    },
    read: ({ metadata, spec = {} }, { annotations }) => {
      const template = templateIn(spec, place);
      const name = metadata?.name ?? '';
      return defined({
        name,
        workload: { ...workload },
        ...readPod(template.spec ?? {}, { name, annotations }, userOf),
        replicas: spec.replicas ?? 1,
        podLabels: sorted(template.metadata?.labels),
        podAnnotations: sorted(template.metadata?.annotations),
      });
    },
    demands: (record) => variableLimits(record, [...place, 'spec'].join('.')),
  });
}

function specWith(template: Template, place: readonly string[], replicas: number): Spec {
  const scale = replicas === 1 ? {} : { replicas };
  if (place.length === 0) return template.spec ?? {};
  if (place.includes('jobTemplate')) return { jobTemplate: { spec: { template } } };
  return { ...scale, template };
}

function templateIn(spec: Spec, place: readonly string[]): Template {
  if (place.length === 0) return { spec };
  return (place.includes('jobTemplate') ? spec.jobTemplate?.spec?.template : spec.template) ?? {};
}
