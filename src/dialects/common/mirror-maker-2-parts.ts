import type { MirrorCluster, MirrorConnector, MirrorFlow, MirrorMaker2Record } from '../../model/mirror-maker-2';
import type { ContainerRecord } from '../../model/container';
import type { HostedRecord } from '../../model/pods';
import type { WorkloadRecord } from '../../model/workload';
import { defined, sorted, type Marks } from './codec';
import {
  CONNECTOR_SHAPE,
  OFFSETS,
  offsetsOf,
  plainConnector,
  readConnector,
  writeConnector,
  type StateForm,
  type WireConnector,
} from './connector-parts';
import { CONTAINER_SHAPE, POD_WITH_VOLUMES, readContainer, withContainers } from './container';
import { ENDPOINT_SHAPE, readEndpoint, writeEndpoint } from './endpoint';
import { JMX_SHAPE, readJmx, writeJmx } from './jmx';
import { readTemplate, TEMPLATE_SHAPE, writeTemplate } from './pod-template';
import { POD_SHAPES, readResources, writeResources } from './pods';
import { readRack } from './rack';
import type { Fitting, Shape } from './shape';
import { readTracing } from './tracing';
import { readWorkload, WORKLOAD_SHAPE, writeWorkload, type WorkloadForm } from './workload';

/** What readers take the parts of a mirror for. */
export const MIRROR_SHAPES = {
  cluster: { alias: 'text', ...ENDPOINT_SHAPE, config: { '*': 'scalar' } },
  flow: {
    sourceConnector: CONNECTOR_SHAPE,
    heartbeatConnector: CONNECTOR_SHAPE,
    checkpointConnector: CONNECTOR_SHAPE,
    topicsPattern: 'text',
    topicsExcludePattern: 'text',
    topicsBlacklistPattern: 'text',
    groupsPattern: 'text',
    groupsExcludePattern: 'text',
    groupsBlacklistPattern: 'text',
  },
  workers: {
    version: 'text',
    replicas: 'number',
    image: 'text',
    rack: { topologyKey: 'text' },
    ...JMX_SHAPE,
    resources: POD_SHAPES.resources,
    ...WORKLOAD_SHAPE,
    tracing: { type: 'text' },
    template: { ...TEMPLATE_SHAPE, pod: POD_WITH_VOLUMES, connectContainer: CONTAINER_SHAPE },
  },
} as const satisfies Readonly<Record<string, Shape>>;

/** A cluster under its alias. */
export type WireMirrorCluster = Fitting<typeof MIRROR_SHAPES.cluster>;

/** What is copied, in all forms of a mirror. */
export type WireFlow = Fitting<typeof MIRROR_SHAPES.flow>;

/** What a KafkaMirrorMaker2 says of its pods. */
type WireWorkers = Fitting<typeof MIRROR_SHAPES.workers>;

/** Replicas where the object says nothing. */
export const USUAL_REPLICAS = 3;

/** The fields of a record that are about its pods. */
type Workers = Pick<MirrorMaker2Record, 'replicas' | 'version' | 'image' | 'rack' | 'jmx' | 'tracing' | 'resources'> &
  WorkloadRecord &
  HostedRecord &
  ContainerRecord;

/** Spells the pods, but for version and replicas, which come first in the object. */
export function writeWorkers(mirror: Workers, form: WorkloadForm): Omit<WireWorkers, 'version' | 'replicas'> {
  return defined({
    image: mirror.image,
    resources: writeResources(mirror.resources),
    ...writeWorkload(mirror, form),
    ...writeJmx(mirror),
    rack: mirror.rack && { topologyKey: mirror.rack.topologyKey },
    tracing: mirror.tracing && { type: mirror.tracing },
    template: withContainers(writeTemplate(mirror), { connectContainer: mirror }),
  });
}

/** Reads the pods. */
export function readWorkers(wire: WireWorkers, form: WorkloadForm): Workers {
  return defined({
    version: wire.version,
    replicas: wire.replicas ?? USUAL_REPLICAS,
    image: wire.image,
    rack: readRack(wire.rack),
    ...readJmx(wire),
    tracing: readTracing(wire.tracing),
    ...readContainer(wire.template, 'connectContainer'),
    resources: readResources(wire.resources),
    ...readWorkload(wire, form),
    ...readTemplate(wire.template),
  });
}

/** Spells a cluster. */
export function writeCluster({ alias, config, ...endpoint }: MirrorCluster): WireMirrorCluster {
  return defined({ alias, ...writeEndpoint(endpoint), config: sorted(config) });
}

/** Reads a cluster. */
export function readCluster(wire: WireMirrorCluster): MirrorCluster {
  return defined({ alias: wire.alias ?? '', ...readEndpoint(wire), config: sorted(wire.config) });
}

/** How an API version spells a flow. */
export interface FlowForm {
  readonly exclude: 'ExcludePattern' | 'BlacklistPattern';
  readonly state: StateForm;
  readonly workload: WorkloadForm;
}

/** Spells what is copied. */
export function writeFlow(flow: MirrorFlow, { exclude, state }: FlowForm): WireFlow {
  const connector = (given: MirrorConnector | undefined): WireConnector | undefined =>
    given && writeConnector(given, state);
  return defined({
    sourceConnector: connector(flow.sourceConnector),
    heartbeatConnector: connector(flow.heartbeatConnector),
    checkpointConnector: connector(flow.checkpointConnector),
    topicsPattern: flow.topicsPattern,
    [`topics${exclude}`]: flow.topicsExcludePattern,
    groupsPattern: flow.groupsPattern,
    [`groups${exclude}`]: flow.groupsExcludePattern,
  });
}

/** Reads what is copied. */
export function readFlow(wire: WireFlow, { exclude, state }: FlowForm): Omit<MirrorFlow, 'source'> {
  const connector = (given: WireConnector | undefined): MirrorConnector | undefined =>
    given && readConnector(given, state);
  return defined({
    topicsPattern: wire.topicsPattern,
    topicsExcludePattern: wire[`topics${exclude}`],
    groupsPattern: wire.groupsPattern,
    groupsExcludePattern: wire[`groups${exclude}`],
    sourceConnector: connector(wire.sourceConnector),
    checkpointConnector: connector(wire.checkpointConnector),
    heartbeatConnector: connector(wire.heartbeatConnector),
  });
}

/** A flow in the words of its form, where that is today's: excluded, not blacklisted; a state, not a pause. */
export function plainFlow<T extends WireFlow>(flow: T, { exclude, state }: Pick<FlowForm, 'exclude' | 'state'>): T {
  const named = exclude === 'ExcludePattern' ? withExclusions(flow) : flow;
  return state === 'state' ? withStates(named) : named;
}

function withExclusions<T extends WireFlow>(flow: T): T {
  const { topicsBlacklistPattern, groupsBlacklistPattern, ...others } = flow;
  return defined({
    ...others,
    topicsExcludePattern: flow.topicsExcludePattern ?? topicsBlacklistPattern,
    groupsExcludePattern: flow.groupsExcludePattern ?? groupsBlacklistPattern,
  }) as unknown as T;
}

function withStates<T extends WireFlow>(flow: T): T {
  return defined({
    ...flow,
    sourceConnector: flow.sourceConnector && plainConnector(flow.sourceConnector),
    heartbeatConnector: flow.heartbeatConnector && plainConnector(flow.heartbeatConnector),
    checkpointConnector: flow.checkpointConnector && plainConnector(flow.checkpointConnector),
  });
}

/** The keys of the Connect workers' configuration that name what they keep to themselves. */
export const WORKER_NAMES = {
  groupId: 'group.id',
  configStorageTopic: 'config.storage.topic',
  offsetStorageTopic: 'offset.storage.topic',
  statusStorageTopic: 'status.storage.topic',
} as const;

/** A field of a target that names what the workers keep to themselves. */
export type WorkerName = keyof typeof WORKER_NAMES;

/**
 * What operators call these things where nobody names them; from 1.0 on somebody has to. Mirrors that share them disturb
 * each other.
 */
export const USUAL_NAMES: Readonly<Record<WorkerName, string>> = {
  groupId: 'mirrormaker2-cluster',
  configStorageTopic: 'mirrormaker2-cluster-configs',
  offsetStorageTopic: 'mirrormaker2-cluster-offsets',
  statusStorageTopic: 'mirrormaker2-cluster-status',
};

/** Names that are the usual ones say what none say: they are read as the record in hand has them. */
export function agreedNames(mirror: MirrorMaker2Record, other: MirrorMaker2Record): MirrorMaker2Record {
  return { ...mirror, target: withUsualNames(mirror.target, other.target, USUAL_NAMES) };
}

/** A record whose names are absent where those of another one are the usual ones. */
export function withUsualNames<N extends string, T extends { readonly [Name in N]?: string }>(
  record: T,
  other: { readonly [Name in N]?: string },
  usual: Readonly<Record<N, string>>,
): T {
  const names = (Object.keys(usual) as N[]).filter((name) => record[name] === undefined && other[name] === usual[name]);
  return names.length === 0 ? record : { ...record, ...Object.fromEntries(names.map((name) => [name, usual[name]])) };
}

/** The annotation that says which connector's offsets something is to be done with. */
const CONNECTOR = 'strimzi.io/mirrormaker-connector';

/** The annotations of a mirror. */
export function mirrorMarks({ offsets }: Pick<MirrorMaker2Record, 'offsets'>): Marks {
  return offsets ? { annotations: { [OFFSETS]: offsets.action, [CONNECTOR]: offsets.connector } } : {};
}

/** What annotations ask to be done with the offsets of a mirror: both of them have to be there. */
export function mirrorOffsets(marks: Required<Marks>): MirrorMaker2Record['offsets'] {
  const [action, connector] = [offsetsOf(marks), marks.annotations[CONNECTOR]];
  return action && connector !== undefined ? { connector, action } : undefined;
}
