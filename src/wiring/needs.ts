import type { ClientRecord } from '../model/client';
import { consumptionOf, productionOf } from '../model/client-role';
import { keyOf } from '../model/cluster-keys';
import type { ConnectRecord } from '../model/connect';
import { userNameOf, type Endpoint } from '../model/endpoint';
import { describedFlowsOf, type Flow } from '../model/flows';
import type { Asked, GrantRecord } from '../model/grant';
import type { MirrorMaker2Record } from '../model/mirror-maker-2';
import { copiedName, HEARTBEATS_TOPIC, isCopied } from '../model/mirrored-topics';
import type { NameOrPrefix } from '../model/permissions';
import type { ResourceRecord } from '../model/resource';
import { topicNameOf } from '../model/topic';
import { isEverything, partsOf, stemOf } from '../model/topic-pattern';
import type { ClusterEnd, Placed, Topology } from '../model/topology';
import { connectNames, workerRights } from './connect';
import { exactlyOnce } from './connect-rights';
import { connectorRights } from './connector-rights';
import { consumeRights, produceRights, streamRights } from './client-rights';
import { flowRights, mirrorMakerRights, mirrorWorkerRights, type FlowNames, type FlowRights } from './flow-rights';

/** Something that a program of a topology needs of a cluster, as a user of it. */
export interface Need extends Asked {
  /** What tells the cluster from all others. */
  readonly cluster: string;
  /** The name of the user. */
  readonly user: string;
}

/** What the client applications and mirrors of a topology need, by the table of permissions. */
export function needsOf(topology: Topology): readonly Need[] {
  return [
    ...topology.all('client').flatMap((client) => needsOfClient(topology, client)),
    ...needsOfConnects(topology),
    ...topology.all('mirrorMaker2').flatMap((mirror) => needsOfWorkers(topology, mirror)),
    ...describedFlowsOf(topology).flatMap((flow) => needsOfFlow(topology, flow)),
  ];
}

function needsOfClient(topology: Topology, client: Placed<ClientRecord>): Need[] {
  const { role, endpoint } = client.record;
  const end = topology.endOf(endpoint.bootstrapServers, client);
  const version = end?.cluster ? versionOf(end.cluster) : client.site.release.kafka.default;
  return end ? needsOfEnd(end, endpoint, rightsOfRole(role, version), client) : [];
}

function rightsOfRole(role: ClientRecord['role'], version: string): readonly GrantRecord[] {
  const { group, topics = [] } = consumptionOf(role) ?? {};
  const applicationId = applicationOf(role);
  return [
    ...(group === undefined ? [] : topics.flatMap((topic) => consumeRights(topic, group))),
    ...productionOf(role).flatMap((topic) => produceRights(topic, version)),
    ...(applicationId === undefined ? [] : streamRights(applicationId)),
  ];
}

function applicationOf(role: ClientRecord['role']): string | undefined {
  return role.type === 'streams' || role.type === 'program' ? role.applicationId : undefined;
}

/** Workers are the user of their connectors too. What a source connector writes to, its settings do not tell. */
function needsOfConnects(topology: Topology): Need[] {
  const connects = new Map(topology.all('connect').map((connect) => [placeKey(connect, connect.record.name), connect]));
  const ofWorkers = [...connects.values()].flatMap((connect) => {
    const { name, config } = connect.record;
    return needsOfConnect(topology, connect, workerRights(connectNames(name, connect.record), config), connect);
  });
  const ofConnectors = topology.all('connector').flatMap((connector) => {
    const { name, config } = connector.record;
    const connect = connects.get(placeKey(connector, connector.record.connect));
    if (!connect) return [];
    const rights = connectorRights(name, config, transactionGroupOf(connect.record));
    return needsOfConnect(topology, connect, rights, connector);
  });
  return [...ofWorkers, ...ofConnectors];
}

function transactionGroupOf({ name, config, ...given }: ConnectRecord): string | undefined {
  return exactlyOnce(config) === 'enabled' ? connectNames(name, given).groupId : undefined;
}

function needsOfConnect(
  topology: Topology,
  connect: Placed<ConnectRecord>,
  rights: readonly GrantRecord[],
  by: Placed<unknown>,
): Need[] {
  const { endpoint } = connect.record;
  const end = topology.endOf(endpoint.bootstrapServers, connect);
  return end ? needsOfEnd(end, endpoint, rights, by) : [];
}

function placeKey({ record, site }: Placed<ResourceRecord>, name: string): string {
  return keyOf(site, record.namespace, name);
}

function needsOfWorkers(topology: Topology, mirror: Placed<MirrorMaker2Record>): Need[] {
  const { target } = mirror.record;
  const end = topology.endOf(target.bootstrapServers, mirror);
  return end ? needsOfEnd(end, target, mirrorWorkerRights(mirror.record), mirror) : [];
}

function needsOfFlow(topology: Topology, flow: Flow): Need[] {
  const { source, target, mirror } = flow;
  const { source: atSource, target: atTarget } = rightsOfFlow(topology, flow);
  return [
    ...needsOfEnd(source, source.endpoint, atSource, mirror),
    ...needsOfEnd(target, target.endpoint, atTarget, mirror),
  ];
}

function rightsOfFlow(topology: Topology, flow: Flow): FlowRights {
  const { mirror } = flow;
  const topics = topicsOf(topology, flow);
  if (!('mirrors' in mirror.record)) return mirrorMakerRights(topics, mirror.record.source.groupId);
  const { target, mirrors, version = mirror.site.release.kafka.default } = mirror.record;
  const of = mirrors[Number(flow.field.at(-1))];
  if (!of) return { source: [], target: [] };
  const remoteTopics = topics.map((topic) => remoteNames(flow, topic));
  const groups = flow.groups === undefined ? [] : namesOf(flow.groups);
  const { separator = '.' } = flow;
  const names: FlowNames = {
    topics,
    remoteTopics,
    groups,
    ...(of.heartbeatConnector && { heartbeats: `${of.source.alias}${separator}${HEARTBEATS_TOPIC}` }),
  };
  const { internalSeparator } = mirror.site.release.mirrorMaker2;
  return flowRights(of, names, { target, kafka: version, internalSeparator });
}

/** The topics that a flow copies: those that are described, those that it names, and what its expressions may find besides. */
function topicsOf(topology: Topology, flow: Flow): readonly NameOrPrefix[] {
  const { cluster } = flow.source;
  const topics = cluster ? topology.membersOf('topic', cluster) : [];
  const described = new Set(topics.map(({ record }) => topicNameOf(record)));
  const copied = [...described].filter((topic) => isCopied(flow, topic));
  const others = namesOf(flow.pattern).filter(
    (name) => typeof name !== 'string' || (isCopied(flow, name) && !described.has(name)),
  );
  return [...copied, ...others];
}

/** The names that a pattern spells out, and the beginnings of all that its expressions find. */
function namesOf(pattern: string): readonly NameOrPrefix[] {
  return partsOf(pattern).map((part) => {
    if ('name' in part) return part.name;
    return { prefix: isEverything(part.expression) ? '' : (stemOf(part.expression) ?? '') };
  });
}

function remoteNames(flow: Flow, topic: NameOrPrefix): NameOrPrefix {
  if (typeof topic === 'string') return copiedName(flow, topic) ?? { prefix: flow.prefix ?? '' };
  return { prefix: flow.prefix === undefined ? '' : `${flow.prefix}${topic.prefix}` };
}

function needsOfEnd(
  { key, cluster }: ClusterEnd,
  endpoint: Endpoint,
  grants: readonly GrantRecord[],
  { path }: Placed<unknown>,
): Need[] {
  const user = userNameOf(endpoint, cluster?.record);
  return user === undefined ? [] : grants.map((grant) => ({ cluster: key, user, grant, by: { path } }));
}

function versionOf({ record, site }: Placed<{ readonly version?: string }>): string {
  return record.version ?? site.release.kafka.default;
}
