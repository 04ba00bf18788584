import type { MirrorMakerRecord } from '../../model/mirror-maker';
import { codec, defined, sorted, type Codec } from './codec';
import { CONTAINER_SHAPE, POD_WITH_VOLUMES, readContainer, withContainers } from './container';
import { ENDPOINT_SHAPE, readEndpoint, writeEndpoint } from './endpoint';
import { readTemplate, TEMPLATE_SHAPE, writeTemplate } from './pod-template';
import { POD_SHAPES, readResources, withPlainResources, writeResources } from './pods';
import type { Fitting, Shape } from './shape';
import { readTracing } from './tracing';
import { plainWorkload, readWorkload, WORKLOAD_SHAPE, writeWorkload, type WorkloadForm } from './workload';
import type { Named, VersionOf, Wire } from './wire';

/** What differs between the API versions of KafkaMirrorMaker. */
export interface MirrorMakerDifferences {
  /** Field that chooses topics. */
  readonly include: 'whitelist' | 'include';
  readonly workload: WorkloadForm;
}

const SHAPE = {
  spec: {
    version: 'text',
    image: 'text',
    replicas: 'number',
    consumer: {
      ...ENDPOINT_SHAPE,
      groupId: 'text',
      numStreams: 'number',
      offsetCommitInterval: 'number',
      config: { '*': 'scalar' },
    },
    producer: { ...ENDPOINT_SHAPE, abortOnSendFailure: 'flag', config: { '*': 'scalar' } },
    whitelist: 'text',
    include: 'text',
    resources: POD_SHAPES.resources,
    ...WORKLOAD_SHAPE,
    tracing: { type: 'text' },
    template: { ...TEMPLATE_SHAPE, pod: POD_WITH_VOLUMES, mirrorMakerContainer: CONTAINER_SHAPE },
  },
} as const satisfies Shape;

type WireSpec = NonNullable<Fitting<typeof SHAPE>['spec']>;

/** KafkaMirrorMaker. */
export function mirrorMakerCodec<T extends Wire<T, typeof SHAPE, Lacks>, Lacks extends string = never>(
  apiVersion: VersionOf<T>,
  differences: MirrorMakerDifferences,
): Codec<MirrorMakerRecord> {
  return codec<MirrorMakerRecord, typeof SHAPE, Named>({
    apiVersion,
    kind: 'KafkaMirrorMaker',
    shape: SHAPE,
    write: (mirror) => ({
      spec: defined({
        version: mirror.version,
        image: mirror.image,
        replicas: mirror.replicas,
        consumer: writeSource(mirror.source),
        producer: writeTarget(mirror.target),
        [differences.include]: mirror.include,
        resources: writeResources(mirror.resources),
        ...writeWorkload(mirror, differences.workload),
        tracing: mirror.tracing && { type: mirror.tracing },
        template: withContainers(writeTemplate(mirror), { mirrorMakerContainer: mirror }),
      }),
    }),
    read: ({ spec = {} }) =>
      defined({
        version: spec.version,
        image: spec.image,
        replicas: spec.replicas ?? 1,
        source: readSource(spec.consumer ?? {}),
        target: readTarget(spec.producer ?? {}),
        include: spec[differences.include] ?? '',
        resources: readResources(spec.resources),
        ...readWorkload(spec, differences.workload),
        tracing: readTracing(spec.tracing),
        ...readContainer(spec.template, 'mirrorMakerContainer'),
        ...readTemplate(spec.template),
      }),
    plain: ({ spec = {}, ...object }) => ({
      ...object,
      spec: plainWorkload(withPlainResources(plainInclude(spec, differences)), differences.workload),
    }),
  });
}

/** `whitelist` is the older name of the field. */
function plainInclude({ whitelist, ...spec }: WireSpec, { include }: MirrorMakerDifferences): WireSpec {
  if (include === 'whitelist') return defined({ ...spec, whitelist });
  return defined({ ...spec, include: spec.include ?? whitelist });
}

function writeSource({
  groupId,
  numStreams,
  offsetCommitInterval,
  config,
  ...endpoint
}: MirrorMakerRecord['source']): WireSpec['consumer'] {
  return defined({ ...writeEndpoint(endpoint), groupId, numStreams, offsetCommitInterval, config: sorted(config) });
}

function readSource(wire: NonNullable<WireSpec['consumer']>): MirrorMakerRecord['source'] {
  const { groupId = '', numStreams, offsetCommitInterval, config } = wire;
  return defined({ ...readEndpoint(wire), groupId, numStreams, offsetCommitInterval, config: sorted(config) });
}

function writeTarget({ abortOnSendFailure, config, ...endpoint }: MirrorMakerRecord['target']): WireSpec['producer'] {
  return defined({ ...writeEndpoint(endpoint), abortOnSendFailure, config: sorted(config) });
}

function readTarget(wire: NonNullable<WireSpec['producer']>): MirrorMakerRecord['target'] {
  const { abortOnSendFailure, config } = wire;
  return defined({ ...readEndpoint(wire), abortOnSendFailure, config: sorted(config) });
}
