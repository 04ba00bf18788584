import type { Endpoint } from './endpoint';
import type { FieldPath } from './field';
import type { MirrorMakerRecord } from './mirror-maker';
import type { MirrorCluster, MirrorFlow, MirrorMaker2Record } from './mirror-maker-2';
import type { ClusterEnd, Placed, Topology } from './topology';

/** One end of a flow. */
export interface FlowEnd extends ClusterEnd {
  readonly endpoint: Endpoint;
  /** The name that MirrorMaker 2 gives the cluster. */
  readonly alias?: string;
}

/** What a mirror copies from one cluster to another. */
export interface Flow {
  readonly mirror: Placed<MirrorMakerRecord | MirrorMaker2Record>;
  /** The part of the manifest that speaks of it. */
  readonly field: FieldPath;
  readonly source: FlowEnd;
  readonly target: FlowEnd;
  /** The topics that it looks for. */
  readonly pattern: string;
  readonly excluded: string;
  /** What is put before the name of a topic at the target; absent: a policy that is not known decides. */
  readonly prefix?: string;
  /** What stands between the alias of a source and the name of its topic; absent: the mirror knows no aliases. */
  readonly separator?: string;
  /** Whether heartbeats at the source are copied, whatever the pattern. */
  readonly copiesHeartbeats?: boolean;
  /** Consumer groups whose offsets are translated; absent: none. */
  readonly groups?: string;
  /** Whether the offsets of these groups are set at the target. */
  readonly syncsOffsets: boolean;
}

/** All that is copied: connectors that are paused, stopped or not asked for copy nothing. */
export function flowsOf(topology: Topology): readonly Flow[] {
  return flowsWhere(topology, copies);
}

/** All that is copied or could be: what mirrors are described to do between two clusters, whether they do it now or not. */
export function describedFlowsOf(topology: Topology): readonly Flow[] {
  return flowsWhere(topology, () => true);
}

function flowsWhere(topology: Topology, counts: (flow: MirrorFlow) => boolean): readonly Flow[] {
  return [
    ...topology.all('mirrorMaker').flatMap((mirror) => flowOfMirrorMaker(topology, mirror)),
    ...topology.all('mirrorMaker2').flatMap((mirror) => flowsOfMirrorMaker2(topology, mirror, counts)),
  ];
}

/** What people call an end. */
export function endName({ cluster, endpoint }: FlowEnd): string {
  return cluster?.record.name ?? endpoint.bootstrapServers;
}

function flowOfMirrorMaker(topology: Topology, mirror: Placed<MirrorMakerRecord>): Flow[] {
  const { source, target, include: pattern } = mirror.record;
  const from = topology.endOf(source.bootstrapServers, mirror);
  const to = topology.endOf(target.bootstrapServers, mirror);
  if (!from || !to) return [];
  const ends = { source: { ...from, endpoint: source }, target: { ...to, endpoint: target } };
  return [{ mirror, field: ['spec', 'producer'], ...ends, pattern, excluded: '', prefix: '', syncsOffsets: false }];
}

function flowsOfMirrorMaker2(
  topology: Topology,
  mirror: Placed<MirrorMaker2Record>,
  counts: (flow: MirrorFlow) => boolean,
): Flow[] {
  const to = topology.endOf(mirror.record.target.bootstrapServers, mirror);
  if (!to) return [];
  const target = endOf(to, mirror.record.target);
  return mirror.record.mirrors.flatMap((flow, index) => {
    const from = topology.endOf(flow.source.bootstrapServers, mirror);
    if (!from || !counts(flow)) return [];
    return [
      {
        mirror,
        field: ['spec', 'mirrors', index],
        source: endOf(from, flow.source),
        target,
        pattern: flow.topicsPattern ?? '.*',
        excluded: flow.topicsExcludePattern ?? '',
        prefix: prefixOf(flow),
        separator: separatorOf(flow),
        copiesHeartbeats: String(flow.sourceConnector?.config?.['heartbeats.replication.enabled']) !== 'false',
        ...groupsOf(flow),
      },
    ];
  });
}

function endOf(end: ClusterEnd, cluster: MirrorCluster): FlowEnd {
  return { ...end, endpoint: cluster, alias: cluster.alias };
}

/** Whether a MirrorMaker 2 copies records at all. */
export function copies({ sourceConnector }: MirrorFlow): boolean {
  return sourceConnector !== undefined && (sourceConnector.state ?? 'running') === 'running';
}

function prefixOf(flow: MirrorFlow): string | undefined {
  const policy = flow.sourceConnector?.config?.['replication.policy.class'];
  const name = policy === undefined ? 'DefaultReplicationPolicy' : String(policy).replace(/^.*\./, '');
  if (name === 'IdentityReplicationPolicy') return '';
  return name === 'DefaultReplicationPolicy' ? `${flow.source.alias}${separatorOf(flow)}` : undefined;
}

/** What the policy of a flow puts between the alias of a source and the name of its topic. */
export function separatorOf({ sourceConnector }: MirrorFlow): string {
  return String(sourceConnector?.config?.['replication.policy.separator'] ?? '.');
}

/**
 * What stands between the parts of the names of internal topics: the separator of the policy, unless the mirror is told
 * otherwise.
 * @param separates - whether the program puts it there: `mirrorMaker2.internalSeparator` of a release
 */
export function internalSeparatorOf(flow: MirrorFlow, separates: boolean): string {
  const asked = flow.sourceConnector?.config?.['replication.policy.internal.topic.separator.enabled'];
  return separates && String(asked) !== 'false' ? separatorOf(flow) : '.';
}

/** Whether a MirrorMaker 2 sets the offsets of groups at the target. */
export function syncsOffsets({ checkpointConnector }: MirrorFlow): boolean {
  return String(checkpointConnector?.config?.['sync.group.offsets.enabled']) === 'true';
}

function groupsOf(flow: MirrorFlow): Pick<Flow, 'groups' | 'syncsOffsets'> {
  const { checkpointConnector, groupsPattern = '.*' } = flow;
  return { ...(checkpointConnector && { groups: groupsPattern }), syncsOffsets: syncsOffsets(flow) };
}
